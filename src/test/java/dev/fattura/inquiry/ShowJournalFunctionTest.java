package dev.fattura.inquiry;

import static dev.fattura.support.Invocations.get;
import static dev.fattura.support.Invocations.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.runtime.HttpReply;
import dev.fattura.store.JournalItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import org.junit.jupiter.api.Test;

class ShowJournalFunctionTest {

    private final BothSides sides = BothSides.writtenBack();

    @Test
    void postedJournal_isShownWithItsLinesInOrder_andTheirEntries() {
        assertThat(json(ask(sides, "USMF-IJ-000001")))
                .isEqualTo(json(
                        """
                                {"journal":"USMF-IJ-000001","company":"USMF","companyVersion":1,"status":"posted","version":4,"period":"2026-01",
                                 "lineCount":2,"vouchers":{"first":"USMF-PV-000001","last":"USMF-PV-000002","count":2},
                                 "lines":[
                                  {"number":1,"status":"posted","documentType":"usage","category":"Hours",
                                   "lineProperty":"Chargeable","actual":"%s","type":"cost","class":"time","billingType":"chargeable","quantity":"4",
                                   "amount":{"amount":"480.00","currency":"USD"},"accountingAmount":{"amount":"480.00","currency":"USD"},
                                   "exchangeRate":"1","accountingDate":"2026-01-05","voucher":"USMF-PV-000001",
                                   "entries":[
                                    {"account":"540100","postingType":"cost","amount":{"amount":"480.00","currency":"USD"},
                                     "accountingAmount":{"amount":"480.00","currency":"USD"},"exchangeRate":"1"},
                                    {"account":"600300","postingType":"payrollAllocation","amount":{"amount":"-480.00","currency":"USD"},
                                     "accountingAmount":{"amount":"-480.00","currency":"USD"},"exchangeRate":"1"}]},
                                  {"number":2,"status":"posted","documentType":"usage","category":"Hours",
                                   "lineProperty":"Chargeable","actual":"%s","type":"unbilledSales","class":"time","billingType":"chargeable","quantity":"4",
                                   "amount":{"amount":"1000.00","currency":"GBP"},"accountingAmount":{"amount":"1250.00","currency":"USD"},
                                   "exchangeRate":"1.25","accountingDate":"2026-01-05","voucher":"USMF-PV-000002",
                                   "entries":[
                                    {"account":"161300","postingType":"wipSalesValue","amount":{"amount":"1000.00","currency":"GBP"},
                                     "accountingAmount":{"amount":"1250.00","currency":"USD"},"exchangeRate":"1.25"},
                                    {"account":"420200","postingType":"accruedRevenueSalesValue","amount":{"amount":"-1000.00","currency":"GBP"},
                                     "accountingAmount":{"amount":"-1250.00","currency":"USD"},"exchangeRate":"1.25"}]}]}
                                """
                                .formatted(
                                        Examples.cost().id(),
                                        Examples.unbilledSales().id())));
    }

    @Test
    void draftJournal_isShownWithoutVouchersAndEntries() {
        BothSides draft = BothSides.drafted();
        draft.financeTable.commit(JournalItem.create(FinanceExamples.draftJournal()));
        draft.finance(
                JournalLineItem.encode(FinanceExamples.costLine()),
                JournalLineItem.encode(FinanceExamples.unbilledSalesLine()));
        JsonNode shown = json(ask(draft, "USMF-IJ-000001"));
        assertThat(shown.at("/status").asText()).isEqualTo("draft");
        assertThat(shown.has("vouchers")).isFalse();
        assertThat(shown.at("/lines")).hasSize(2).noneMatch(line -> line.has("voucher") || line.has("entries"));
    }

    @Test
    void longJournal_isShownPageByPage() {
        JsonNode first = json(ask(sides, "USMF-IJ-000001", "limit=1"));
        assertThat(first.at("/lines").findValuesAsText("number")).containsExactly("1");
        JsonNode second = json(ask(
                sides,
                "USMF-IJ-000001",
                "limit=1",
                "cursor=" + first.get("next").asText()));
        assertThat(second.at("/lines").findValuesAsText("number")).containsExactly("2");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void unknownJournal_isNotFound() {
        assertThat(ask(sides, "USMF-IJ-000009").statusCode()).isEqualTo(404);
    }

    private static HttpReply ask(BothSides sides, String journal, String... query) {
        return sides.ask(
                new ShowJournalFunction(sides.finance)::showJournal,
                get("/journals/" + journal, "journal=" + journal, query));
    }
}
