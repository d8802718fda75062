package dev.fattura.inquiry;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Invoice;
import dev.fattura.money.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What there is of a confirmed invoice at every stage of its way, and where the stages contradict each other.
 *
 * @param tallies all counts and sums, those of earlier answers among them
 * @param compared the stages whose sums are looked at
 * @param differences those of this answer, as far as they are named
 * @param next where the comparison goes on, or null when it is done
 */
record Reconciliation(
        InvoiceHeaders headers,
        Tallies tallies,
        Set<Stage> compared,
        List<Difference> differences,
        @Nullable Cursor next) {

    /** How an invoice stands. */
    enum Status implements Coded {
        /** All stages are reached and say the same. */
        CLEAN("clean"),
        /** Those that are reached say the same; others are to come. */
        OPEN("open"),
        /** Some contradict each other. */
        DIFFERENT("different"),
        /** Not all lines have been compared yet: the next answer goes on. */
        PARTIAL("partial");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    Invoice invoice() {
        return headers.invoice();
    }

    Status status() {
        if (next != null) {
            return Status.PARTIAL;
        }
        if (differenceCount() > 0) {
            return Status.DIFFERENT;
        }
        return pending().isEmpty() ? Status.CLEAN : Status.OPEN;
    }

    /** How many differences there are, on this and on earlier answers. */
    long differenceCount() {
        return tallies.get(Stage.DIFFERENCES, Measure.COUNT);
    }

    /** The stages that are still to come. */
    Set<Stage> pending() {
        Set<Stage> pending = EnumSet.copyOf(Stage.WAY);
        pending.removeAll(headers.due());
        return pending;
    }

    Money money(Stage stage, Measure measure) {
        Money of = measure.accounting()
                ? headers.zero().accountingAmount()
                : headers.zero().amount();
        return new Money(tallies.get(stage, measure), of.currency());
    }

    DualAmount dual(Stage stage) {
        return new DualAmount(money(stage, Measure.AMOUNT), money(stage, Measure.ACCOUNTING_AMOUNT));
    }
}
