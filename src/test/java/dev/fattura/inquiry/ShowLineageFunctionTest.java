package dev.fattura.inquiry;

import static dev.fattura.support.Invocations.get;
import static dev.fattura.support.Invocations.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.runtime.HttpReply;
import dev.fattura.store.ActualItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.support.Examples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShowLineageFunctionTest {

    private static final String COST = Examples.cost().id().toString();
    private static final String UNBILLED = Examples.unbilledSales().id().toString();
    private static final String DETAIL = Examples.detail().id().toString();
    private static final String BILLED = Examples.billedSales().id().toString();
    private static final String REVERSAL = Examples.reversal().id().toString();

    @Test
    void writtenBackInvoice_hasEveryFactFromApprovalToWriteBack_withItsCauses() {
        JsonNode shown = json(ask(BothSides.writtenBack()));
        assertThat(causes(shown)).containsExactlyInAnyOrderEntriesOf(expectedCauses());
        assertThat(shown.has("next")).isFalse();
    }

    private static Map<String, List<String>> expectedCauses() {
        Map<String, List<String>> causes = new LinkedHashMap<>();
        causes.put("TE-1/approved-transaction", List.of());
        causes.put("INV-1001/invoice", List.of());
        causes.put(COST, List.of("TE-1/approved-transaction"));
        causes.put(UNBILLED, List.of("TE-1/approved-transaction"));
        causes.put(DETAIL, List.of(UNBILLED, "INV-1001/invoice"));
        causes.put(BILLED, List.of(DETAIL));
        causes.put(REVERSAL, List.of(DETAIL, UNBILLED));
        causes.put(COST + "/row", List.of(COST));
        causes.put(UNBILLED + "/row", List.of(UNBILLED));
        causes.put(BILLED + "/row", List.of(BILLED));
        causes.put(COST + "/journal-line", List.of(COST + "/row"));
        causes.put(UNBILLED + "/journal-line", List.of(UNBILLED + "/row"));
        causes.put(COST + "/posting", List.of(COST + "/journal-line"));
        causes.put(UNBILLED + "/posting", List.of(UNBILLED + "/journal-line"));
        causes.put("INV-1001/proposal", List.of("INV-1001/invoice"));
        causes.put(BILLED + "/proposal-line", List.of(BILLED + "/row", "INV-1001/proposal", UNBILLED + "/posting"));
        causes.put("USMF-CI-000001/customer-invoice", List.of("INV-1001/proposal"));
        causes.put(BILLED + "/posting", List.of(BILLED + "/proposal-line", "USMF-CI-000001/customer-invoice"));
        causes.put(COST + "/accounting", List.of(COST + "/posting"));
        causes.put(UNBILLED + "/accounting", List.of(UNBILLED + "/posting"));
        causes.put(BILLED + "/accounting", List.of(BILLED + "/posting"));
        return causes;
    }

    @Test
    void summaries_areSentencesThatAPersonCanRead() {
        Map<String, String> summaries = new LinkedHashMap<>();
        json(ask(BothSides.writtenBack()))
                .at("/facts")
                .forEach(fact -> summaries.put(
                        fact.at("/fact").asText(), fact.at("/summary").asText()));
        assertThat(summaries)
                .containsEntry("TE-1/approved-transaction", "Transaction TE-1 was approved.")
                .containsEntry(
                        "INV-1001/invoice", "Proforma invoice INV-1001 of 2026-01-31 over 1000.00 GBP is posted.")
                .containsEntry(COST, "Cost of 4 hour time on 2026-01-05: 480.00 USD.")
                .containsEntry(REVERSAL, "Reversal of unbilled sales of -4 hour time on 2026-01-05: -1000.00 GBP.")
                .containsEntry(DETAIL, "Line of invoice INV-1001 bills 4 hour time, chargeable: 1000.00 GBP.")
                .containsEntry(UNBILLED + "/row", "Finance received the unbilled sales over 1000.00 GBP into staging.")
                .containsEntry(
                        UNBILLED + "/journal-line",
                        "Imported into integration journal USMF-IJ-000001: 1000.00 GBP at 1.25 is 1250.00 USD.")
                .containsEntry(COST + "/posting", "Posted with voucher USMF-PV-000001 at 480.00 USD, 2 ledger entries.")
                .containsEntry("INV-1001/proposal", "Invoice proposal INV-1001 over 1000.00 GBP is posted.")
                .containsEntry(
                        BILLED + "/proposal-line",
                        "Line of invoice proposal INV-1001: 1000.00 GBP and sales tax 200.00 GBP.")
                .containsEntry(
                        "USMF-CI-000001/customer-invoice",
                        "Customer invoice USMF-CI-000001 of 2026-01-31 over 1200.00 GBP, of it sales tax 200.00 GBP,"
                                + " has voucher USMF-PV-000003.")
                .containsEntry(
                        BILLED + "/accounting",
                        "Finance wrote back to the billed sales: 1250.00 USD at 1.25, voucher USMF-PV-000003,"
                                + " sales tax 200.00 GBP.");
    }

    @Test
    void connections_areThoseOfTheActuals() {
        List<String> ends = new ArrayList<>();
        json(ask(BothSides.writtenBack()))
                .at("/connections")
                .forEach(connection -> ends.add(String.join(
                        " ",
                        connection.at("/from").asText(),
                        connection.at("/role").asText(),
                        connection.at("/to").asText(),
                        connection.at("/toRole").asText())));
        assertThat(ends)
                .containsExactlyInAnyOrder(
                        UNBILLED + " unbilledSales " + COST + " cost",
                        BILLED + " billedSales " + UNBILLED + " unbilledSales",
                        REVERSAL + " reversing " + UNBILLED + " original");
    }

    @Test
    void draft_hasWhatIsThereByNow() {
        assertThat(causes(json(ask(BothSides.drafted()))))
                .containsOnlyKeys(
                        "TE-1/approved-transaction",
                        "INV-1001/invoice",
                        COST,
                        UNBILLED,
                        DETAIL,
                        COST + "/row",
                        UNBILLED + "/row");
    }

    @Test
    void milestone_isItsOwnSource() {
        BothSides sides = BothSides.drafted();
        InvoiceLineDetail milestone = Examples.milestoneDetail();
        sides.office(InvoiceLineDetailItem.encode(Examples.draft(), milestone));
        JsonNode shown = json(ask(sides));
        assertThat(causes(shown))
                .containsEntry("ORD-1001/2/M1/milestone", List.of())
                .containsEntry(milestone.id().toString(), List.of("ORD-1001/2/M1/milestone", "INV-1001/invoice"));
    }

    @Test
    void pages_goByLineDetails_andEachNamesOnlyCausesThatItHas() {
        BothSides sides = BothSides.writtenBack();
        for (int number = 2; number <= 5; number++) {
            String transaction = "TE-" + number;
            InvoiceLineDetail detail = Examples.detail(transaction);
            sides.office(
                    InvoiceLineDetailItem.encode(Examples.draft(), detail),
                    ActualItem.encode(Examples.cost(transaction)),
                    ActualItem.encode(Examples.unbilledSales(transaction)),
                    ActualItem.encode(Examples.billedSales(detail, transaction)),
                    ActualItem.encode(Examples.reversal(detail, transaction)));
        }
        List<String> details = new ArrayList<>();
        String cursor = new Cursor(0, null).text();
        while (cursor != null) {
            JsonNode page = json(ask(sides, "limit=2", "cursor=" + cursor));
            Map<String, List<String>> causes = causes(page);
            causes.values().forEach(named -> assertThat(causes.keySet()).containsAll(named));
            assertThat(causes).containsKeys("INV-1001/invoice", "INV-1001/proposal");
            page.at("/facts").forEach(fact -> {
                if (fact.at("/kind").asText().equals("invoiceLineDetail")) {
                    details.add(fact.at("/fact").asText());
                }
            });
            cursor = page.has("next") ? page.get("next").asText() : null;
        }
        assertThat(details).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void unknownInvoice_isNotFound() {
        BothSides sides = BothSides.drafted();
        HttpReply reply = sides.ask(
                new ShowLineageFunction(sides.office, sides.finance)::showLineage,
                get("/invoices/INV-9/lineage", "invoice=INV-9"));
        assertThat(reply.statusCode()).isEqualTo(404);
    }

    /** The causes of each fact; a fact that is listed twice fails. */
    private static Map<String, List<String>> causes(JsonNode shown) {
        Map<String, List<String>> causes = new LinkedHashMap<>();
        shown.at("/facts").forEach(fact -> {
            List<String> named = new ArrayList<>();
            fact.at("/causes").forEach(cause -> named.add(cause.asText()));
            assertThat(causes.put(fact.at("/fact").asText(), named)).isNull();
        });
        return causes;
    }

    private static HttpReply ask(BothSides sides, String... query) {
        return sides.ask(
                new ShowLineageFunction(sides.office, sides.finance)::showLineage,
                get("/invoices/INV-1001/lineage", "invoice=INV-1001", query));
    }
}
