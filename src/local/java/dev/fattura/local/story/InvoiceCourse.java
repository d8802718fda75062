package dev.fattura.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.local.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way of one invoice from draft to written back, step by step, with a table for each and its checks at the end. */
final class InvoiceCourse {
    private final StoryClient client;
    private final Narrator narrator;
    private final Checks checks;
    private final String approvalId;
    private final String invoiceId;
    private final List<String> journals = new ArrayList<>();

    InvoiceCourse(StoryClient client, Narrator narrator, Checks checks, String approvalId, String invoiceId) {
        this.client = client;
        this.narrator = narrator;
        this.checks = checks;
        this.approvalId = approvalId;
        this.invoiceId = invoiceId;
    }

    /** Takes the draft through the whole chain. */
    void run(String draft) throws InterruptedException {
        narrator.step("Draft the proforma invoice " + invoiceId);
        StoryClient.Answer drafted = client.post("/invoices", draft);
        narrator.show(Tables.lines(drafted.body()));
        narrator.say("Total " + Amounts.text(drafted.body().path("total")));

        narrator.step("Confirm it: billed sales become actuals, and their totals are sealed");
        JsonNode confirmed = client.post("/invoices/" + invoiceId + "/confirm", drafted.version(), "{}")
                .body();
        narrator.show(Tables.controlTotals(confirmed.path("controlTotals")));

        narrator.step("The streams carry header and actuals to finance");
        settle();
        narrator.say("Everything written so far has crossed.");

        importUntilOpen(confirmed);
        JsonNode posted = post();
        conclude(confirmed, posted);
    }

    private void settle() throws InterruptedException {
        client.post("/_local/streams/settle", "");
    }

    private void importUntilOpen(JsonNode confirmed) throws InterruptedException {
        narrator.step("Import from staging: integration journals; the proposal waits for its unbilled sales");
        JsonNode first =
                client.post("/staging/import", "{\"company\":\"USMF\"}").body();
        narrator.show(Tables.journals(first));
        narrator.show(Tables.waiting(first));

        narrator.step("Post the integration journals");
        for (JsonNode journal : first.path("journals")) {
            String id = Tables.text(journal, "journal");
            client.post("/journals/" + id + "/post", "{}");
            journals.add(id);
        }
        checks.that("staging: the import made a journal", !journals.isEmpty());

        narrator.step("Import again: every unbilled sales row is posted, so the proposal gets its lines");
        JsonNode second = client.post("/staging/import", "{\"proposal\":\"" + invoiceId + "\"}")
                .body();
        TextTable table = new TextTable("proposal", ">lines", ">amount");
        long lines = 0;
        for (JsonNode proposal : second.path("proposals")) {
            if (Tables.text(proposal, "proposal").equals(invoiceId)) {
                lines += proposal.path("lines").asLong();
            }
            table.row(
                    Tables.text(proposal, "proposal"),
                    Tables.text(proposal, "lines"),
                    Amounts.text(proposal.path("amount")));
        }
        narrator.show(table);
        narrator.show(Tables.waiting(second));
        JsonNode sealed = confirmed.path("controlTotals").path("billedSales");
        checks.same(
                "staging: as many rows imported as sealed", sealed.path("count").asLong(), lines);
    }

    private JsonNode post() throws InterruptedException {
        narrator.step("Post the proposal " + invoiceId);
        JsonNode posted = client.post("/proposals/" + invoiceId + "/post", "{}").body();
        TextTable table = new TextTable("proposal", "customer invoice", "voucher", ">amount", ">sales tax");
        posted.path("proposals")
                .forEach(proposal -> table.row(
                        Tables.text(proposal, "proposal"),
                        Tables.text(proposal.path("customerInvoice"), "number"),
                        Tables.text(proposal.path("customerInvoice"), "voucher"),
                        Amounts.text(proposal.path("amount")),
                        Amounts.text(proposal.path("salesTax"))));
        narrator.show(table);

        narrator.step("The stream of finance writes accounting back to the office");
        settle();
        JsonNode invoice = client.get("/invoices/" + invoiceId);
        narrator.say("Status " + Tables.text(invoice, "status") + ", customer invoice "
                + Tables.text(invoice.path("customerInvoice"), "number") + ", voucher "
                + Tables.text(invoice.path("customerInvoice"), "voucher"));
        checks.same("office: the proforma is posted", "posted", Tables.text(invoice, "status"));
        return invoice;
    }

    private void conclude(JsonNode confirmed, JsonNode invoice) throws InterruptedException {
        JsonNode proposal = client.get("/proposals/" + invoiceId);
        JsonNode actuals = client.get("/actuals?invoice=" + invoiceId).path("actuals");
        JsonNode approved = client.get("/actuals?approval=" + approvalId).path("actuals");
        JsonNode lineage = client.get("/invoices/" + invoiceId + "/lineage");
        Map<String, JsonNode> vouchers = vouchers(invoice, proposal);

        narrator.step("Where " + invoiceId + " came from");
        narrator.show(Tables.lineage(lineage));
        narrator.step("The ledger entries of " + invoiceId);
        TextTable entries = Tables.entries();
        vouchers.forEach(Tables.entriesInto(entries));
        narrator.show(entries);
        narrator.step("The actuals behind " + invoiceId + " and its own, written back");
        narrator.show(Tables.writtenBack(approved));
        narrator.show(Tables.writtenBack(actuals));

        narrator.step("What must hold for " + invoiceId);
        Audit audit = new Audit(checks);
        audit.totals(confirmed, actuals, proposal);
        audit.ledger(invoice, proposal);
        audit.balances(vouchers);
        audit.writtenBack(actuals, proposal);
        audit.approvedWrittenBack(approved);
        audit.lineage(lineage, actuals);
    }

    /** The entries of the journals and of the customer invoice by voucher. */
    private Map<String, JsonNode> vouchers(JsonNode invoice, JsonNode proposal) throws InterruptedException {
        Map<String, JsonNode> vouchers = new LinkedHashMap<>();
        for (String journal : journals) {
            client.get("/journals/" + journal)
                    .path("lines")
                    .forEach(line -> vouchers.put(Tables.text(line, "voucher"), line.path("entries")));
        }
        vouchers.put(Tables.text(invoice.path("customerInvoice"), "voucher"), proposal.path("entries"));
        return vouchers;
    }
}
