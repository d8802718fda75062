package dev.fattura.proforma;

import dev.fattura.ledger.Amounts;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.money.Rounding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line that is entered by hand must be, and the detail that it becomes (domain.md 1.8, 2.13). */
final class EnteredLineRules {

    private EnteredLineRules() {}

    /** @param line the contract line that it names, or null if there is none */
    static InvoiceLineDetail detail(Invoice invoice, EnteredLine entered, @Nullable ContractLine line, String pointer) {
        if (line == null) {
            throw new Refused(
                    RefusalCode.UNKNOWN_REFERENCE,
                    "Line " + entered.line() + " of contract " + invoice.contract() + " is not recorded.",
                    pointer + "/line");
        }
        if (line.billingMethod() == BillingMethod.PRODUCT) {
            throw new Refused(RefusalCode.WRONG_LINE, "Line " + line.id() + " sells a product.", pointer + "/line");
        }
        Amounts.requireCurrency(entered.price().currency(), invoice.currency(), pointer + "/price/currency");
        Amounts.requireAmount(entered.quantity(), entered.price(), pointer + "/quantity");
        Billable billable = Billable.entered(invoice.id(), line.id(), line.billingMethod(), entered.entry());
        return new InvoiceLineDetail(
                InvoiceLineDetail.Id.of(invoice.id(), billable),
                invoice.id(),
                billable,
                entered.transactionClass(),
                entered.billingType(),
                entered.quantity(),
                entered.price(),
                Rounding.amount(entered.quantity(), entered.price()),
                entered.date(),
                new Dimensions(
                        invoice.company(),
                        invoice.contract(),
                        line.id(),
                        line.project(),
                        invoice.customer(),
                        entered.unit(),
                        null,
                        entered.description()),
                List.of(),
                null);
    }
}
