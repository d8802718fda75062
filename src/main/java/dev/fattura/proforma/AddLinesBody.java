package dev.fattura.proforma;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.runtime.Body;
import java.util.List;

/** Reads the body of {@code POST /invoices/{invoice}/lines}. */
final class AddLinesBody {

    private static final List<TransactionClass> ENTERED =
            List.of(TransactionClass.TIME, TransactionClass.EXPENSE, TransactionClass.MATERIAL, TransactionClass.FEE);
    private static final List<BillingType> CHOSEN =
            List.of(BillingType.CHARGEABLE, BillingType.NON_CHARGEABLE, BillingType.COMPLIMENTARY);

    private AddLinesBody() {}

    static AddLinesRequest read(Body body) {
        List<DraftRequest.GivenLine> lines = body.has("lines")
                ? body.objects("lines", EditLines.AT_ONCE).stream()
                        .map(DraftBody::line)
                        .toList()
                : List.of();
        List<EnteredLine> entered = body.has("entered")
                ? body.objects("entered", EditLines.AT_ONCE).stream()
                        .map(AddLinesBody::entered)
                        .toList()
                : List.of();
        body.end();
        if (lines.isEmpty() && entered.isEmpty()) {
            throw body.invalid("lines", "or \"entered\" must be there");
        }
        if (lines.size() + entered.size() > EditLines.AT_ONCE) {
            throw new Refused(
                    RefusalCode.BODY_TOO_LARGE,
                    "At most " + EditLines.AT_ONCE + " lines are added at once.",
                    "/entered");
        }
        return new AddLinesRequest(lines, entered);
    }

    private static EnteredLine entered(Body body) {
        EnteredLine entered = new EnteredLine(
                body.id("entry"),
                body.coded("class", ENTERED),
                new ContractLine.Id(body.id("line")),
                body.quantity("quantity"),
                body.text("unit"),
                body.price("price"),
                body.coded("billingType", CHOSEN),
                body.date("date"),
                body.optionalText("description").orElse(null));
        body.end();
        return entered;
    }
}
