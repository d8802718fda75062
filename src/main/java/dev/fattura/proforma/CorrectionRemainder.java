package dev.fattura.proforma;

import dev.fattura.ledger.InvoiceLineDetail.Backing;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.util.Optional;

/**
 * What a correction takes off a line (domain.md 2.15). Its amount is exactly the difference of the two amounts; quantity and price
 * say how it came about.
 */
final class CorrectionRemainder {

    private CorrectionRemainder() {}

    /** The remainder as it can be billed again: all of it after a full credit, else only where the new amount is smaller. */
    static Optional<Backing> of(Backing old, Backing corrected) {
        if (corrected.quantity().value().signum() == 0) {
            return Optional.of(old);
        }
        Money amount = old.amount().minus(corrected.amount());
        if (amount.minor() <= 0) {
            return Optional.empty();
        }
        Quantity less = old.quantity().plus(corrected.quantity().negated());
        // The amount of a split line may not be its quantity times its price, so the sign has to be looked at.
        if (old.price().equals(corrected.price()) && less.value().signum() > 0) {
            return Optional.of(new Backing(old.billingType(), less, old.price(), amount));
        }
        if (less.value().signum() == 0) {
            Price lower = new Price(
                    old.price().value().subtract(corrected.price().value()),
                    old.price().currency());
            return Optional.of(new Backing(old.billingType(), old.quantity(), lower, amount));
        }
        return Optional.of(new Backing(old.billingType(), Quantity.ONE, Price.of(amount), amount));
    }
}
