package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Amounts;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceLineDetail.Backing;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Retainer;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line details of retainers on a draft: invoiced, applied, refunded (domain.md 1.10). */
final class RetainerLineDecider {

    /** The unit of what is sold as a whole. */
    private static final String EACH = "each";

    private RetainerLineDecider() {}

    /** Of a retainer that is to be invoiced: chargeable, as a whole, to the customer who agreed to it. */
    static InvoiceLineDetail ofRetainer(Invoice.Id invoice, Contract contract, ContractLine line, Retainer retainer) {
        Billable billable = retainer.billable();
        return new InvoiceLineDetail(
                InvoiceLineDetail.Id.of(invoice, billable),
                invoice,
                billable,
                TransactionClass.RETAINER,
                BillingType.CHARGEABLE,
                Quantity.ONE,
                Price.of(retainer.amount()),
                retainer.amount(),
                retainer.date(),
                new Dimensions(
                        contract.company(),
                        contract.id(),
                        line.id(),
                        line.project(),
                        retainer.customer(),
                        EACH,
                        null,
                        retainer.description()),
                List.of(retainer.origin()),
                null);
    }

    /**
     * Of an open balance that is applied or refunded.
     *
     * @param billable the balance as a deduction or as a refund
     * @param amount above zero and at most the balance
     */
    static InvoiceLineDetail ofBalance(Invoice.Id invoice, Billable billable, Actual open, Money amount) {
        return new InvoiceLineDetail(
                InvoiceLineDetail.Id.of(invoice, billable),
                invoice,
                billable,
                TransactionClass.RETAINER,
                BillingType.CHARGEABLE,
                Quantity.ONE.negated(),
                Price.of(amount),
                amount.negated(),
                open.transactionDate(),
                open.dimensions(),
                open.origins(),
                Backing.of(open));
    }

    /**
     * The open balances of a retainer that are paid back, in their order.
     *
     * @param wanted how much is to be paid back at most; null for all of them
     */
    static List<InvoiceLineDetail> refunds(Invoice.Id invoice, List<Actual> free, @Nullable Money wanted) {
        List<InvoiceLineDetail> refunds = new ArrayList<>();
        Money left = wanted;
        for (Actual open : free) {
            Money amount = left == null ? open.amount().negated() : atMost(open, left);
            if (amount.minor() > 0) {
                Billable billable = Billable.refund(open.id(), open.dimensions().line());
                refunds.add(ofBalance(invoice, billable, open, amount));
                left = left == null ? null : left.minus(amount);
            }
        }
        return refunds;
    }

    /**
     * A line that applies or refunds less than before; it may only be lowered.
     *
     * @param amount above zero: how much is applied or refunded from now on
     */
    static InvoiceLineDetail lowered(InvoiceLineDetail line, Money amount, String pointer) {
        Amounts.requireCurrency(amount.currency(), line.amount().currency(), pointer + "/currency");
        if (amount.minor() <= 0) {
            throw new Refused(
                    RefusalCode.NEGATIVE_VALUE,
                    "It is above zero; remove the line to apply nothing.",
                    pointer + "/amount");
        }
        if (amount.minor() > line.amount().negated().minor()) {
            throw new Refused(
                    RefusalCode.RETAINER_EXCEEDED,
                    "The line takes " + line.amount().negated() + " off and can only be lowered.",
                    pointer + "/amount");
        }
        return new InvoiceLineDetail(
                line.id(),
                line.invoice(),
                line.billable(),
                line.transactionClass(),
                line.billingType(),
                line.quantity(),
                Price.of(amount),
                amount.negated(),
                line.transactionDate(),
                line.dimensions(),
                line.origins(),
                line.backing());
    }

    /** How much of that balance can be taken where at most so much is wanted. */
    static Money atMost(Actual open, Money wanted) {
        Money balance = open.amount().negated();
        return balance.minor() < wanted.minor() ? balance : wanted;
    }
}
