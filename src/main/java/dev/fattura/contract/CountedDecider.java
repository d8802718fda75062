package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Money;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What of unbilled sales in the billing backlog the not-to-exceed limits count (domain.md 1.5, docs/decisions/contracts.md): what was
 * approved of them. What was entered on an invoice by hand, or charged above what was approved, was never counted; a correction that gives
 * it back to the backlog gives nothing to be freed.
 */
final class CountedDecider {

    private CountedDecider() {}

    /** The actual without which it cannot be said what of this one counts: what billed sales bill, or what unbilled sales stand for. */
    static Optional<Actual.Id> source(Actual actual) {
        return actual.type() == TransactionType.BILLED_SALES ? actual.unbilledSales() : actual.replaces();
    }

    /**
     * Of what a correction gives back, what is left of the counted amount once what stays billed has its share: so no more is freed than
     * was counted.
     *
     * @param unbilledSales that stand in the backlog, or stood there
     * @param facts where their sources are, up to what was approved
     */
    static Money counted(Actual unbilledSales, Map<Actual.Id, Actual> facts) {
        Money none = Money.zero(unbilledSales.amount().currency());
        if (unbilledSales.billingType() != BillingType.CHARGEABLE) {
            return none;
        }
        if (unbilledSales.invoice() == null) {
            return unbilledSales.amount();
        }
        return source(unbilledSales, facts)
                .map(corrected ->
                        billed(corrected, facts).minus(corrected.amount().minus(unbilledSales.amount())))
                .filter(left -> left.minor() > 0)
                .orElse(none);
    }

    /** Of billed sales: an invoice counts for no more than what it billed was counted with, whatever it charged. */
    private static Money billed(Actual billedSales, Map<Actual.Id, Actual> facts) {
        Money none = Money.zero(billedSales.amount().currency());
        Actual unbilledSales = source(billedSales, facts).orElse(null);
        if (unbilledSales == null || unbilledSales.billingType() != BillingType.CHARGEABLE) {
            return none;
        }
        if (!Objects.equals(billedSales.invoice(), unbilledSales.invoice())) {
            return counted(unbilledSales, facts);
        }
        // The invoice made them itself: instead of what it edits or corrects, or, if of nothing, of a line entered by
        // hand.
        return source(unbilledSales, facts)
                .map(replaced -> replaced.type() == TransactionType.BILLED_SALES
                        ? billed(replaced, facts)
                        : counted(replaced, facts))
                .map(counted -> counted.exceeds(unbilledSales.amount()) ? unbilledSales.amount() : counted)
                .orElse(none);
    }

    private static Optional<Actual> source(Actual actual, Map<Actual.Id, Actual> facts) {
        return source(actual).map(id -> Optional.ofNullable(facts.get(id))
                .orElseThrow(
                        () -> new IllegalStateException(actual.id() + " comes from " + id + ", which is not there")));
    }
}
