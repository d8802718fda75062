package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.ConnectionRole;
import java.time.LocalDate;
import java.util.List;

/**
 * What cancelling an approval writes (domain.md 2.14): a reversal of every actual. It crosses where the original did, since finance
 * has posted the original or will.
 */
final class CancellationDecider {

    private CancellationDecider() {}

    static List<Actual> reversals(List<Actual> originals, LocalDate accountingDate) {
        return originals.stream()
                .map(original -> reversal(original, accountingDate))
                .toList();
    }

    private static Actual reversal(Actual original, LocalDate accountingDate) {
        return new Actual(
                Actual.Id.cancellationOf(original.id()),
                original.type(),
                original.transactionClass(),
                original.billingType(),
                AdjustmentStatus.UNADJUSTABLE,
                original.quantity().negated(),
                original.price(),
                original.amount().negated(),
                original.transactionDate(),
                accountingDate,
                original.dimensions(),
                null,
                1,
                original.skipSync(),
                List.of(new Connection(ConnectionRole.REVERSING, original.id().value(), ConnectionRole.ORIGINAL)),
                original.origins());
    }
}
