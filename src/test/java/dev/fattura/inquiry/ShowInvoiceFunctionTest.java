package dev.fattura.inquiry;

import static dev.fattura.support.Invocations.get;
import static dev.fattura.support.Invocations.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.runtime.HttpReply;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.support.Examples;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowInvoiceFunctionTest {

    private final BothSides sides = BothSides.drafted();

    @Test
    void draft_isShownWithItsLines_andItsVersionIsTheETag() {
        HttpReply reply = ask("INV-1001");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("etag", "\"2\"");
        assertThat(json(reply))
                .isEqualTo(json(
                        """
                                {"invoice":"INV-1001","contract":"ORD-1001","company":"USMF","customer":"US-027","currency":"GBP",
                                 "status":"draft","version":2,"invoiceDate":"2026-01-31","description":"January",
                                 "total":{"amount":"1000.00","currency":"GBP"},"lineCount":1,
                                 "lines":[{"detail":"%s","class":"time","billingType":"chargeable","line":"1",
                                   "transactionDate":"2026-01-05","quantity":"4","unit":"hour",
                                   "price":{"amount":"250.00","currency":"GBP"},"amount":{"amount":"1000.00","currency":"GBP"},
                                   "unbilledSales":"%s","description":"Cellar survey"}]}
                                """
                                .formatted(
                                        Examples.detail().id(),
                                        Examples.unbilledSales().id())));
    }

    @Test
    void postedInvoice_isShownWithControlTotalsAndCustomerInvoice() {
        sides.office(InvoiceItem.encode(Examples.posted()));
        JsonNode shown = json(ask("INV-1001"));
        assertThat(shown.at("/status").asText()).isEqualTo("posted");
        assertThat(shown.at("/accountingDate").asText()).isEqualTo("2026-01-31");
        assertThat(shown.at("/controlTotals/billedSales/amount/amount").asText())
                .isEqualTo("1000.00");
        assertThat(shown.at("/controlTotals/unbilledSalesReversals/amount/amount")
                        .asText())
                .isEqualTo("-1000.00");
        assertThat(shown.at("/customerInvoice"))
                .isEqualTo(
                        json(
                                """
                                {"number":"USMF-CI-000001","kind":"invoice","date":"2026-01-31","dueDate":"2026-01-31","voucher":"USMF-PV-000003",
                                 "amount":{"amount":"1200.00","currency":"GBP"},"salesTax":{"amount":"200.00","currency":"GBP"}}
                                """));
    }

    @Test
    void deletedInvoice_isShownAsDeleted_withoutTheLinesThatAreStillBeingRemoved() {
        sides.office(InvoiceItem.encode(Examples.draft().deleted()));
        JsonNode shown = json(ask("INV-1001"));
        assertThat(shown.at("/status").asText()).isEqualTo("deleted");
        assertThat(shown.at("/lines")).isEmpty();
    }

    @Test
    void largeInvoice_isShownPageByPage_everyLineOnce() {
        Invoice invoice = spread(3);
        sides.office(InvoiceItem.encode(invoice));
        for (int number = 1; number <= 50; number++) {
            InvoiceLineDetail detail = Examples.detail("LARGE-" + number);
            sides.office(InvoiceLineDetailItem.encode(invoice, detail));
        }
        Set<String> seen = new HashSet<>();
        int pages = 0;
        String cursor = "";
        while (cursor != null) {
            JsonNode page = json(
                    cursor.isEmpty() ? ask("INV-1001", "limit=7") : ask("INV-1001", "limit=7", "cursor=" + cursor));
            page.at("/lines")
                    .forEach(line ->
                            assertThat(seen.add(line.at("/detail").asText())).isTrue());
            cursor = page.has("next") ? page.get("next").asText() : null;
            pages++;
        }
        // One line of the example lies in shard 0 and is a detail of the same invoice.
        assertThat(seen).hasSize(51);
        assertThat(pages).isEqualTo(8);
    }

    @Test
    void unknownInvoice_isNotFound() {
        assertThat(ask("INV-9999").statusCode()).isEqualTo(404);
        assertThat(json(ask("INV-9999")).at("/code").asText()).isEqualTo("not-found");
        assertThat(ask("no id").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=201", "limit=-1", "limit=1.5", "limit=", "limit=1000", "cursor=%", "cursor="})
    void malformedPage_isRefused_withoutPointer(String query) {
        HttpReply reply = ask("INV-1001", query);
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(json(reply).at("/code").asText()).isEqualTo("member-invalid");
        assertThat(json(reply).has("pointer")).isFalse();
    }

    @Test
    void cursorOutsideOfTheList_showsNothingMore_andIsNoDefect() {
        for (Cursor cursor : new Cursor[] {new Cursor(999999, null), new Cursor(0, "ZZZ")}) {
            JsonNode shown = json(ask("INV-1001", "cursor=" + cursor.text()));
            assertThat(shown.at("/lines")).isEmpty();
            assertThat(shown.has("next")).isFalse();
        }
    }

    private HttpReply ask(String invoice, String... query) {
        return sides.ask(
                new ShowInvoiceFunction(sides.office)::showInvoice,
                get("/invoices/" + invoice, "invoice=" + invoice, query));
    }

    private static Invoice spread(int shards) {
        Invoice draft = Examples.draft();
        return new Invoice(
                draft.id(),
                draft.contract(),
                draft.company(),
                draft.customer(),
                draft.currency(),
                draft.status(),
                draft.version(),
                draft.invoiceDate(),
                draft.description(),
                shards,
                51,
                Examples.gbp("51000.00"),
                draft.draftedBy(),
                null,
                null,
                null);
    }
}
