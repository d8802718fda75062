package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.NumberRange;
import dev.fattura.ledger.Posting;
import dev.fattura.runtime.Json;

/** An integration journal as its answer shows it. */
final class JournalJson {

    /** The one document type of the lines of integration journals (domain.md 3.3). */
    private static final String USAGE = "usage";

    private JournalJson() {}

    static ObjectNode of(JournalInquiry.Page page) {
        Journal journal = page.journal();
        ObjectNode json = Json.object()
                .put("journal", journal.number().value())
                .put("company", journal.company().value())
                .put("companyVersion", journal.companyVersion())
                .put("status", journal.status().code())
                .put("version", journal.version())
                .put("period", journal.period())
                .put("lineCount", journal.lines().size());
        if (journal.original() != null) {
            json.put("original", journal.original().value());
        }
        if (journal.moved() != null) {
            json.put("moved", journal.moved().value());
        }
        NumberRange vouchers = journal.vouchers();
        if (vouchers != null) {
            json.set("vouchers", range(vouchers));
        }
        json.set("lines", Json.array(page.rows().entries(), row -> line(journal, row)));
        return page.rows().addNext(json);
    }

    private static ObjectNode range(NumberRange vouchers) {
        return Json.object()
                .put("first", vouchers.number(0))
                .put("last", vouchers.last())
                .put("count", vouchers.count());
    }

    private static ObjectNode line(Journal journal, JournalInquiry.Row row) {
        JournalLine line = row.line();
        Journal.Failure failure = row.planned().failure();
        ObjectNode json = Json.object()
                .put("number", row.number())
                .put("status", (failure == null ? status(journal) : JournalStatus.ERROR).code())
                .put("actual", line.actual().toString())
                .put("type", line.type().code())
                .put("documentType", USAGE)
                .put("class", line.transactionClass().code())
                .put("category", line.category())
                .put("lineProperty", line.lineProperty())
                .put("billingType", line.billingType().code())
                .put("quantity", line.quantity().toString());
        json.set("amount", Json.money(line.amount()));
        json.set("accountingAmount", Json.money(line.accountingAmount()));
        json.put("exchangeRate", line.exchangeRate().toString())
                .put("accountingDate", line.accountingDate().toString());
        if (!line.dimensions().financialDimensions().isEmpty()) {
            json.set("dimensions", Json.texts(line.dimensions().financialDimensions()));
        }
        if (line.reverses() != null) {
            json.put("reverses", line.reverses().toString());
        }
        if (failure != null) {
            json.put("code", failure.reason().code())
                    .put("cause", failure.cause())
                    .put("remedy", failure.reason().remedy());
        }
        Posting posting = row.posting();
        if (posting != null) {
            json.put("voucher", posting.voucher());
            json.set("entries", Json.array(posting.entries(), Json::entry));
        }
        return json;
    }

    /** A line is what its journal is, as long as it has no failure of its own. */
    private static JournalStatus status(Journal journal) {
        return journal.status() == JournalStatus.IMPORTING ? JournalStatus.DRAFT : journal.status();
    }
}
