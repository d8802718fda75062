package dev.fattura.proforma;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.runtime.ActualJson;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.InvoiceJson;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Office;
import io.quarkus.funqy.Funq;
import java.time.Clock;

/** {@code GET /invoices/{invoice}/preview}: what confirming would create. */
public class PreviewInvoiceFunction {

    private static final int MOST = 100;

    private final PreviewInvoice previewInvoice;
    private final Clock clock;

    public PreviewInvoiceFunction(Office office, Clock clock) {
        this.previewInvoice = new PreviewInvoice(office.table());
        this.clock = clock;
    }

    @Funq("preview-invoice")
    public HttpReply previewInvoice(Invocation invocation) {
        return Http.answer(invocation, request -> {
            Invoice.Id id = new Invoice.Id(request.pathId("invoice"));
            PreviewCursor from = PreviewCursor.parse(request.query("cursor").orElse(null));
            return Reply.ok(json(previewInvoice.of(id, AccountingDates.of(null, clock), from, limit(request))));
        });
    }

    private static int limit(Request request) {
        String text = request.query("limit").orElse(Integer.toString(MOST));
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MOST) {
            throw new Refused(RefusalCode.MEMBER_INVALID, "The limit must be a whole number from 1 to " + MOST + ".");
        }
        return Integer.parseInt(text);
    }

    private static ObjectNode json(PreviewInvoice.Preview preview) {
        ObjectNode json = Json.object()
                .put("invoice", preview.invoice().id().value())
                .put("version", preview.invoice().version())
                .put("accountingDate", preview.accountingDate().toString());
        json.set("controlTotals", InvoiceJson.controlTotals(preview.totals()));
        json.set("actuals", Json.array(preview.actuals(), ActualJson::of));
        return preview.next() == null ? json : json.put("next", preview.next().text());
    }
}
