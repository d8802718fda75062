package dev.fattura.proforma;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Invoice;
import dev.fattura.runtime.Body;
import java.time.LocalDate;
import java.util.List;

/** Reads the body of {@code POST /invoices/{invoice}/revise}. */
final class ReviseBody {

    /** So many that they are checked and held in memory at once; all of an invoice are taken without naming them. */
    static final int MOST_LINES = 1000;

    private ReviseBody() {}

    static ReviseRequest read(Invoice.Id original, Body body) {
        Invoice.Id addTo = body.optional("addTo", body::id).map(Invoice.Id::new).orElse(null);
        if (addTo != null && (body.has("invoice") || body.has("invoiceDate"))) {
            throw body.invalid("addTo", "must not be there together with \"invoice\" or \"invoiceDate\"");
        }
        Invoice.Id invoice =
                body.optional("invoice", name -> DraftBody.number(body, name)).orElse(null);
        LocalDate invoiceDate = addTo == null ? body.date("invoiceDate") : null;
        List<ReviseRequest.Chosen> lines = body.has("lines")
                ? body.objects("lines", MOST_LINES).stream()
                        .map(ReviseBody::chosen)
                        .toList()
                : List.of();
        body.end();
        return new ReviseRequest(original, invoice, invoiceDate, addTo, lines);
    }

    private static ReviseRequest.Chosen chosen(Body body) {
        ReviseRequest.Chosen chosen = new ReviseRequest.Chosen(
                body.uuid("billedSales"),
                body.optional("quantity", body::quantityFromZero).orElse(null),
                body.optional("price", body::price).orElse(null),
                body.optional("billingType", name -> body.coded(name, BillingType.class))
                        .orElse(null));
        body.end();
        return chosen;
    }
}
