package dev.fattura.actuals;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.TransactionType;
import dev.fattura.ledger.Work;

/** How an actual of the office becomes a row of the actuals staging table (domain.md 3.1, 4.5). */
final class StagingDecider {

    private StagingDecider() {}

    /** The row. @throws IllegalArgumentException for a skip-sync actual, which never crosses (domain.md 2.1) */
    static StagedActual row(Actual actual) {
        if (actual.skipSync()) {
            throw new IllegalArgumentException("Actual " + actual.id() + " is skip-sync and does not cross");
        }
        return new StagedActual(
                actual.id(),
                actual.type(),
                actual.transactionClass(),
                actual.billingType(),
                actual.quantity(),
                actual.price(),
                actual.amount(),
                actual.transactionDate(),
                actual.accountingDate(),
                actual.dimensions(),
                actual.type() == TransactionType.BILLED_SALES ? actual.invoice() : null,
                actual.unbilledSales().orElse(null),
                actual.type() == TransactionType.UNBILLED_SALES
                        ? actual.reverses().orElse(null)
                        : null,
                actual.shards());
    }

    /** The entry of the queue in which a cost or unbilled sales row waits for its journal; a billed one waits with its proposal. */
    static Work waiting(StagedActual row) {
        return Work.of(
                Work.Queue.IMPORT,
                row.dimensions().company().value(),
                row.actual().toString());
    }
}
