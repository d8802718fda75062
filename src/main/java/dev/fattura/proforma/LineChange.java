package dev.fattura.proforma;

import dev.fattura.ledger.BillingType;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of an invoice line detail; null keeps what it says (domain.md 1.8).
 *
 * @param quantity the new total
 * @param amount of a retainer that is applied or refunded: how much is taken off, above zero
 * @param description empty for none
 */
public record LineChange(
        @Nullable Quantity quantity,
        @Nullable Price price,
        @Nullable BillingType billingType,
        @Nullable Money amount,
        @Nullable String description) {

    boolean isNothing() {
        return quantity == null && price == null && billingType == null && amount == null && description == null;
    }

    boolean changesValues() {
        return quantity != null || price != null || billingType != null;
    }
}
