package dev.fattura.proforma;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line detail that is entered on a draft by hand, with no actual behind it (domain.md 1.8, 2.13).
 *
 * @param entry the caller's id of it, once on an invoice
 * @param category the transaction category, from which finance finds its project category; null for that of the class (3.3)
 */
public record EnteredLine(
        String entry,
        TransactionClass transactionClass,
        ContractLine.Id line,
        Quantity quantity,
        String unit,
        Price price,
        BillingType billingType,
        LocalDate date,
        @Nullable String description,
        @Nullable String category) {}
