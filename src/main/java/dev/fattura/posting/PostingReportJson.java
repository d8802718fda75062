package dev.fattura.posting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.NumberRange;
import dev.fattura.ledger.Proposal;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.WaitingJson;

/** The report of a posting run as the answer shows it. */
final class PostingReportJson {

    private PostingReportJson() {}

    static ObjectNode journals(PostingReport report) {
        ObjectNode json = Json.object();
        json.set("journals", Json.array(report.journals(), PostingReportJson::journal));
        json.set("waiting", Json.array(report.waiting(), WaitingJson::of));
        return json;
    }

    static ObjectNode proposals(PostingReport report) {
        ObjectNode json = Json.object();
        json.set("proposals", Json.array(report.proposals(), PostingReportJson::proposal));
        json.set("waiting", Json.array(report.waiting(), WaitingJson::of));
        return json;
    }

    private static ObjectNode journal(Journal journal) {
        ObjectNode json = Json.object()
                .put("journal", journal.number().value())
                .put("status", journal.status().code())
                .put("period", journal.period())
                .put("lines", journal.plan().size());
        if (journal.original() != null) {
            json.put("original", journal.original().value());
        }
        NumberRange vouchers = journal.vouchers();
        if (vouchers != null) {
            json.putObject("vouchers")
                    .put("first", vouchers.number(0))
                    .put("last", vouchers.last())
                    .put("count", vouchers.count());
        }
        return json;
    }

    private static ObjectNode proposal(Proposal proposal) {
        ObjectNode json = Json.object()
                .put("proposal", proposal.id().value())
                .put("status", proposal.status().code());
        CustomerInvoice invoice = proposal.customerInvoice();
        if (invoice != null) {
            json.putObject("customerInvoice")
                    .put("number", invoice.number())
                    .put("kind", invoice.kind().code())
                    .put("date", invoice.date().toString())
                    .put("dueDate", invoice.dueDate().toString())
                    .put("voucher", invoice.voucher());
            json.set("amount", Json.money(invoice.amount()));
            json.set("salesTax", Json.money(invoice.salesTax()));
        }
        return json;
    }
}
