package dev.fattura.inquiry;

import static dev.fattura.support.Examples.CELLAR_DESIGN;
import static dev.fattura.support.Examples.CONSULTING;
import static dev.fattura.support.Examples.CONTRACT;
import static dev.fattura.support.Examples.MONTH_END;
import static dev.fattura.support.Examples.SENSORS;
import static dev.fattura.support.Examples.WORKED;
import static dev.fattura.support.Invocations.get;
import static dev.fattura.support.Invocations.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.runtime.HttpReply;
import dev.fattura.store.BacklogItem;
import dev.fattura.support.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListBacklogFunctionTest {

    private final BothSides sides = BothSides.drafted();

    @BeforeEach
    void fill() {
        sides.office(
                BacklogItem.encode(new BacklogEntry(
                        CONTRACT,
                        "US-027",
                        WORKED,
                        Billable.unbilledSales(Examples.unbilledSales().id(), CONSULTING))),
                BacklogItem.encode(new BacklogEntry(
                        CONTRACT, "US-027", MONTH_END, Billable.milestone(CONTRACT, CELLAR_DESIGN, "M1"))),
                BacklogItem.encode(new BacklogEntry(
                        CONTRACT, "US-027", MONTH_END.plusDays(1), Billable.product(CONTRACT, SENSORS, "SENSOR-7"))));
    }

    @Test
    void backlog_isListedByDate_withWhatEachEntryWouldBill() {
        assertThat(json(ask("ORD-1001")))
                .isEqualTo(json(
                        """
                                {"contract":"ORD-1001","backlog":[
                                 {"kind":"unbilledSales","customer":"US-027","line":"1","unbilledSales":"%1$s","entry":"%1$s",
                                  "status":"readyToInvoice","notToExceed":{"status":"notApplicable"},"date":"2026-01-05","class":"time",
                                  "billingType":"chargeable","quantity":"4","unit":"hour","price":{"amount":"250.00","currency":"GBP"},
                                  "amount":{"amount":"1000.00","currency":"GBP"},"description":"Cellar survey"},
                                 {"kind":"milestone","customer":"US-027","line":"2","milestone":"M1","entry":"%2$s","status":"readyToInvoice","date":"2026-01-31",
                                  "amount":{"amount":"5000.00","currency":"GBP"},"description":"Design accepted"},
                                 {"kind":"product","customer":"US-027","line":"3","product":"SENSOR-7","entry":"%3$s",
                                  "status":"readyToInvoice","date":"2026-02-01","quantity":"3",
                                  "price":{"amount":"250.00","currency":"GBP"},"amount":{"amount":"750.00","currency":"GBP"}}]}
                                """
                                .formatted(
                                        Examples.unbilledSales().id(),
                                        Billable.milestone(CONTRACT, CELLAR_DESIGN, "M1")
                                                .id(),
                                        Billable.product(CONTRACT, SENSORS, "SENSOR-7")
                                                .id())));
    }

    @Test
    void longBacklog_isListedPageByPage() {
        JsonNode first = json(ask("ORD-1001", "limit=2"));
        assertThat(first.at("/backlog").findValuesAsText("kind")).containsExactly("unbilledSales", "milestone");
        JsonNode second =
                json(ask("ORD-1001", "limit=2", "cursor=" + first.get("next").asText()));
        assertThat(second.at("/backlog").findValuesAsText("kind")).containsExactly("product");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void unknownContract_isNotFound() {
        assertThat(ask("ORD-9999").statusCode()).isEqualTo(404);
    }

    private HttpReply ask(String contract, String... query) {
        return sides.ask(
                new ListBacklogFunction(sides.office)::listBacklog,
                get("/contracts/" + contract + "/backlog", "contract=" + contract, query));
    }
}
