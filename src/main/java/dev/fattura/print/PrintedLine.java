package dev.fattura.print;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line as the customer reads it.
 *
 * @param amount at its value, whether it is charged or not
 * @param salesTax zero on what is not charged
 */
record PrintedLine(
        LocalDate date,
        ContractLine.Id contractLine,
        TransactionClass transactionClass,
        BillingType billingType,
        @Nullable String description,
        @Nullable String resource,
        Quantity quantity,
        String unit,
        Price price,
        Money amount,
        Money salesTax) {

    /** What the customer pays for it, without tax. */
    Money charged() {
        return billingType == BillingType.CHARGEABLE ? amount : Money.zero(amount.currency());
    }
}
