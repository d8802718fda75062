package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.NumberRange;
import dev.fattura.ledger.Posting;
import dev.fattura.runtime.Json;
import org.jspecify.annotations.Nullable;

/** An integration journal as its answer shows it. */
final class JournalJson {

    private JournalJson() {}

    static ObjectNode of(JournalInquiry.Page page) {
        Journal journal = page.journal();
        ObjectNode json = Json.object()
                .put("journal", journal.number().value())
                .put("company", journal.company().value())
                .put("status", journal.status().code())
                .put("version", journal.version())
                .put("period", journal.period())
                .put("lineCount", journal.lines().size());
        NumberRange vouchers = journal.vouchers();
        if (vouchers != null) {
            json.set("vouchers", range(vouchers));
        }
        json.set(
                "lines",
                Json.array(
                        page.lines().entries(),
                        line -> line(line, page.postings().get(line.actual()))));
        return page.lines().addNext(json);
    }

    private static ObjectNode range(NumberRange vouchers) {
        return Json.object()
                .put("first", vouchers.number(0))
                .put("last", vouchers.last())
                .put("count", vouchers.count());
    }

    private static ObjectNode line(JournalLine line, @Nullable Posting posting) {
        ObjectNode json = Json.object()
                .put("number", line.number())
                .put("actual", line.actual().toString())
                .put("type", line.type().code())
                .put("class", line.transactionClass().code())
                .put("billingType", line.billingType().code())
                .put("quantity", line.quantity().toString());
        json.set("amount", Json.money(line.amount()));
        json.set("accountingAmount", Json.money(line.accountingAmount()));
        json.put("exchangeRate", line.exchangeRate().toString())
                .put("accountingDate", line.accountingDate().toString());
        if (posting != null) {
            json.put("voucher", posting.voucher());
            json.set("entries", Json.array(posting.entries(), Json::entry));
        }
        return json;
    }
}
