package dev.fattura.inquiry;

import static dev.fattura.support.Invocations.get;
import static dev.fattura.support.Invocations.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.Approval;
import dev.fattura.runtime.HttpReply;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ApprovalItem;
import dev.fattura.support.Examples;
import dev.fattura.support.Ids;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListActualsFunctionTest {

    private final BothSides sides = BothSides.writtenBack();

    @Test
    void invoice_hasItsBilledSalesWithAccountingDetail_andItsReversalWithout() {
        JsonNode actuals = json(ask("invoice=INV-1001")).at("/actuals");
        assertThat(actuals).hasSize(2);
        assertThat(actuals.get(0))
                .isEqualTo(json(
                        """
                                {"actual":"%1$s","type":"billedSales","class":"time","billingType":"chargeable",
                                 "billingStatus":"customerInvoicePosted",
                                 "quantity":"4","price":{"amount":"250.00","currency":"GBP"},
                                 "amount":{"amount":"1000.00","currency":"GBP"},
                                 "accountingDate":"2026-01-31","transactionDate":"2026-01-05",
                                 "company":"USMF","contract":"ORD-1001","line":"1","project":"PRJ-1","customer":"US-027",
                                 "unit":"hour","resource":"Bob","description":"Cellar survey",
                                 "invoice":"INV-1001","skipSync":false,
                                 "connections":[{"connection":"%4$s","role":"billedSales","to":"%2$s","toRole":"unbilledSales"}],
                                 "origins":[{"type":"approvedTransaction","id":"TE-1"},{"type":"invoice","id":"INV-1001"},
                                            {"type":"invoiceLineDetail","id":"%3$s"}],
                                 "accounting":{"amount":{"amount":"1250.00","currency":"USD"},"exchangeRate":"1.25",
                                               "voucher":"USMF-PV-000003","salesTax":{"amount":"200.00","currency":"GBP"}}}
                                """
                                .formatted(
                                        Examples.billedSales().id(),
                                        Examples.unbilledSales().id(),
                                        Examples.detail().id(),
                                        Examples.billedSales()
                                                .connections()
                                                .get(0)
                                                .id(Examples.billedSales().id().value()))));
        JsonNode reversal = actuals.get(1);
        assertThat(reversal.at("/type").asText()).isEqualTo("unbilledSales");
        assertThat(reversal.at("/adjustmentStatus").asText()).isEqualTo("unadjustable");
        assertThat(reversal.at("/billingStatus").asText()).isEqualTo("customerInvoicePosted");
        assertThat(reversal.at("/quantity").asText()).isEqualTo("-4");
        assertThat(reversal.at("/amount/amount").asText()).isEqualTo("-1000.00");
        assertThat(reversal.at("/skipSync").asBoolean()).isTrue();
        assertThat(reversal.has("accounting")).isFalse();
    }

    @Test
    void draftInvoice_hasNone() {
        BothSides draft = BothSides.drafted();
        HttpReply reply =
                draft.ask(new ListActualsFunction(draft.office)::listActuals, get("/actuals", "", "invoice=INV-1001"));
        assertThat(json(reply)).isEqualTo(json("{\"actuals\":[]}"));
    }

    @Test
    void approval_hasCostAndUnbilledSalesOfItsTransactions_pageByPage() {
        sides.office(
                ApprovalItem.encode(new Approval(
                        Examples.APPROVAL,
                        List.of(
                                Ids.entry("TE-1", true, true),
                                Ids.entry("FEE-1", false, true),
                                Ids.entry("TE-2", true, false)))),
                ActualItem.encode(Examples.unbilledSales("FEE-1")),
                ActualItem.encode(Examples.cost("TE-2")));
        JsonNode first = json(ask("approval=" + Examples.APPROVAL, "limit=2"));
        assertThat(first.at("/actuals").findValuesAsText("actual"))
                .containsExactly(
                        Examples.cost().id().toString(),
                        Examples.unbilledSales().id().toString(),
                        Examples.unbilledSales("FEE-1").id().toString());
        JsonNode second = json(ask(
                "approval=" + Examples.APPROVAL,
                "limit=2",
                "cursor=" + first.get("next").asText()));
        assertThat(second.at("/actuals").findValuesAsText("actual"))
                .containsExactly(Examples.cost("TE-2").id().toString());
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void one_isShownByItsId() {
        JsonNode shown = json(one(Examples.cost().id().toString()));
        assertThat(shown.at("/type").asText()).isEqualTo("cost");
        assertThat(shown.at("/amount")).isEqualTo(json("{\"amount\":\"480.00\",\"currency\":\"USD\"}"));
        assertThat(shown.at("/accounting/voucher").asText()).isEqualTo("USMF-PV-000001");
        assertThat(shown.has("invoice")).isFalse();
        assertThat(shown.has("adjustmentStatus")).isFalse();
        assertThat(shown.has("billingStatus")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-4000-8000-000000000000", "INV-1001", "1-1-1-1-1"})
    void one_isNotFound_whenThereIsNoSuchActual(String id) {
        assertThat(one(id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoice=INV-9",
                "invoice=no id",
                "approval=00000000-0000-4000-8000-000000000000",
                "approval=APP-1",
                "approval=1-1-1-1-1"
            })
    void list_isNotFound_whenThereIsNoSuchDocument(String query) {
        assertThat(ask(query).statusCode()).isEqualTo(404);
    }

    @Test
    void list_isRefused_unlessExactlyOneDocumentIsNamed() {
        for (HttpReply reply : List.of(ask(), ask("invoice=INV-1001", "approval=" + Examples.APPROVAL))) {
            assertThat(reply.statusCode()).isEqualTo(400);
            assertThat(json(reply).at("/code").asText()).isEqualTo("member-invalid");
        }
    }

    private HttpReply ask(String... query) {
        return sides.ask(new ListActualsFunction(sides.office)::listActuals, get("/actuals", "", query));
    }

    private HttpReply one(String id) {
        return sides.ask(new ListActualsFunction(sides.office)::listActuals, get("/actuals/" + id, "actual=" + id));
    }
}
