package dev.fattura.ledger;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.math.BigDecimal;

/** What values must be, wherever they stand. */
public final class Amounts {

    private Amounts() {}

    public static void requireCurrency(CurrencyCode actual, CurrencyCode contract, String pointer) {
        if (!actual.equals(contract)) {
            throw new Refused(
                    RefusalCode.WRONG_CURRENCY,
                    "The contract is in " + contract + "; this amount is in " + actual + ".",
                    pointer);
        }
    }

    /** Refuses an amount beyond what {@code msdyn_amount} can hold (domain.md 1.11), which would also overflow a sum. */
    public static void requireAmount(Quantity quantity, Price price, String pointer) {
        BigDecimal exact = quantity.value().multiply(price.value()).abs();
        if (exact.compareTo(BigDecimal.valueOf(Money.LIMIT_MAJOR)) > 0) {
            throw new Refused(
                    RefusalCode.MEMBER_INVALID, "Quantity times price is beyond " + Money.LIMIT_MAJOR + ".", pointer);
        }
    }
}
