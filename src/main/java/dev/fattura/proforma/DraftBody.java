package dev.fattura.proforma;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.runtime.Body;
import java.time.LocalDate;
import java.util.List;

/** Reads the body of {@code POST /invoices}. */
final class DraftBody {

    /** So many that they are checked and held in memory at once; more come from the backlog. */
    private static final int MOST_LINES = 1000;

    /** The invoice proposal gets the same number, and has no room for more (domain.md 1.6). */
    private static final int LONGEST_NUMBER = 20;

    private DraftBody() {}

    static DraftRequest read(Body body) {
        Contract.Id contract = new Contract.Id(body.id("contract"));
        LocalDate invoiceDate = body.date("invoiceDate");
        Invoice.Id invoice =
                body.optional("invoice", name -> number(body, name)).orElse(null);
        String customer = body.optionalText("customer").orElse(null);
        LocalDate upTo = body.optionalObject("fromBacklog").map(DraftBody::upTo).orElse(null);
        if (upTo != null && body.has("lines")) {
            throw body.invalid("lines", "must not be there together with \"fromBacklog\"");
        }
        List<DraftRequest.GivenLine> lines = upTo != null
                ? List.of()
                : body.objects("lines", MOST_LINES).stream()
                        .map(DraftBody::line)
                        .toList();
        body.end();
        return new DraftRequest(invoice, contract, invoiceDate, upTo, lines, customer, List.of());
    }

    static Invoice.Id number(Body body, String name) {
        String number = body.id(name);
        if (number.length() > LONGEST_NUMBER) {
            throw body.invalid(name, "must not be longer than " + LONGEST_NUMBER + " characters");
        }
        return new Invoice.Id(number);
    }

    private static LocalDate upTo(Body body) {
        LocalDate upTo = body.date("upTo");
        body.end();
        return upTo;
    }

    static DraftRequest.GivenLine line(Body body) {
        boolean ofActual = body.has("unbilledSales");
        boolean ofRetainer = !ofActual && body.has("retainer");
        boolean ofLine = !ofActual && !ofRetainer;
        boolean ofProduct = ofLine && body.has("product");
        DraftRequest.GivenLine line = new DraftRequest.GivenLine(
                ofActual ? body.uuid("unbilledSales") : null,
                ofLine ? body.id("line") : null,
                ofLine && !ofProduct ? body.id("milestone") : null,
                ofProduct ? body.id("product") : null,
                body.optional("quantity", body::quantityFromZero).orElse(null),
                body.optional("price", body::price).orElse(null),
                body.optional("billingType", name -> body.coded(name, BillingType.class))
                        .orElse(null),
                ofRetainer ? body.id("retainer") : null);
        body.end();
        return line;
    }
}
