package dev.fattura.proforma;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Retainer;
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
        List<AddLinesRequest.AgreedRetainer> retainers = body.has("retainers")
                ? body.objects("retainers", EditLines.AT_ONCE).stream()
                        .map(AddLinesBody::retainer)
                        .toList()
                : List.of();
        body.end();
        int all = lines.size() + entered.size() + retainers.size();
        if (all == 0) {
            throw body.invalid("lines", "or \"entered\" or \"retainers\" must be there");
        }
        if (all > EditLines.AT_ONCE) {
            throw new Refused(
                    RefusalCode.BODY_TOO_LARGE,
                    "At most " + EditLines.AT_ONCE + " lines are added at once.",
                    entered.isEmpty() ? "/retainers" : "/entered");
        }
        return new AddLinesRequest(lines, entered, retainers);
    }

    private static AddLinesRequest.AgreedRetainer retainer(Body body) {
        AddLinesRequest.AgreedRetainer retainer = new AddLinesRequest.AgreedRetainer(
                new Retainer.Id(body.id("retainer")),
                body.optional("line", body::id).map(ContractLine.Id::new).orElse(null),
                body.text("description"),
                RetainerBody.above(body, "amount"),
                body.optional("date", body::date).orElse(null));
        body.end();
        return retainer;
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
                body.optionalText("description").orElse(null),
                body.optionalText("category").orElse(null));
        body.end();
        return entered;
    }
}
