package dev.fattura.ledger;

import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the actuals staging table ({@code ProjCDSActualsImport}, domain.md 3.1): an actual as finance received it.
 *
 * @param type unbilled sales is called Sales on that side; the word of the office is kept (docs/decisions.md)
 * @param proposal of billed sales: the invoice proposal that it belongs to, which has the proforma's number
 * @param unbilledSales of billed sales: the unbilled sales actual it bills, from the transaction relationships
 * @param reverses of cost and unbilled sales that take back others (an edited line, domain.md 2.3; a cancelled approval, 2.14): those
 *     others; they are posted at the same rate, so that nothing is left of them
 * @param shards over how many partitions the rows of that proposal are spread
 */
public record StagedActual(
        Actual.Id actual,
        TransactionType type,
        TransactionClass transactionClass,
        BillingType billingType,
        Quantity quantity,
        Price price,
        Money amount,
        LocalDate transactionDate,
        LocalDate accountingDate,
        Dimensions dimensions,
        Invoice.@Nullable Id proposal,
        Actual.@Nullable Id unbilledSales,
        Actual.@Nullable Id reverses,
        int shards) {}
