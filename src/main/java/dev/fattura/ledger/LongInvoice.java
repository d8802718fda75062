package dev.fattura.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that is being drafted or confirmed and has so many lines that nobody waits for the answer: whoever asked is told that it
 * is under way, and a schedule takes it to its end.
 *
 * @param upTo of a drafting: the billing backlog up to this day is taken; null where it is confirmed
 * @param onlyOf of a drafting: the contract lines of which the backlog is taken; empty for all
 * @param since when a run took it up; null while none has. It saves work only: two runs at once do the same
 */
public record LongInvoice(
        Invoice.Id invoice, @Nullable LocalDate upTo, List<ContractLine.Id> onlyOf, @Nullable Instant since) {

    /** As many lines as are drafted or confirmed well within the 29 seconds that a caller of the HTTP API waits at most. */
    public static final long LINES_OF_A_CALL = 2_000;

    /** No function runs longer, so a run that began before is over, whatever became of it. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(15);

    public LongInvoice {
        onlyOf = List.copyOf(onlyOf);
    }

    /** Whether an invoice of that many lines is one. */
    public static boolean is(long lines) {
        return lines > LINES_OF_A_CALL;
    }

    /** An invoice that is to be drafted from the billing backlog. */
    public static LongInvoice drafting(Invoice.Id invoice, LocalDate upTo, List<ContractLine.Id> onlyOf) {
        return new LongInvoice(invoice, upTo, onlyOf, null);
    }

    /** An invoice that is to be confirmed. */
    public static LongInvoice confirming(Invoice.Id invoice) {
        return new LongInvoice(invoice, null, List.of(), null);
    }

    /** The same, taken up at that time, or given back with null. */
    public LongInvoice since(@Nullable Instant time) {
        return new LongInvoice(invoice, upTo, onlyOf, time);
    }

    /** Whether another run may be at it. */
    public boolean isTaken(Instant now) {
        return since != null && now.isBefore(since.plus(LONGEST_RUN));
    }
}
