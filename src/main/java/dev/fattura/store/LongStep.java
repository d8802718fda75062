package dev.fattura.store;

import dev.fattura.ledger.Balance;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Progress;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalSums;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A step that goes through all lines of an invoice, shard by shard and page by page, in an order that never changes, and sums up on the
 * way. After every thousand lines it writes down where it is and what the sums are; whoever takes the step up again, after a crash or
 * when a function had no more time, goes on from there.
 *
 * <p>Two runs of the same step may write it down in any order: each place goes with the sums of all lines before it, so going on from
 * any of them ends with the same sums. It holds for one version of the header; a step of another version begins anew.
 *
 * @param <S> what is summed up
 */
public final class LongStep<S> {

    /** One write for so many lines costs next to nothing for a line. */
    private static final int EVERY = 1_000;

    private static final String SUMS = "sums";

    private final Table table;
    private final Scope scope;
    private final Function<S, Map<String, Object>> encoding;
    private int shard;
    private @Nullable String after;
    private long done;
    private long written;
    private S sums;

    /** What a step is of. */
    private record Scope(Invoice.Id invoice, Progress.Step step, long version, long lines, int shards) {}

    private LongStep(
            Table table,
            Scope scope,
            S none,
            Function<S, Map<String, Object>> encoding,
            Function<Attributes, S> decoding) {
        this.table = table;
        this.scope = scope;
        this.encoding = encoding;
        this.sums = none;
        // A short one has nothing to find.
        if (scope.lines() > EVERY) {
            table.get(key())
                    .map(Item::read)
                    .filter(values -> values.has(SUMS) && values.number(Item.VERSION) == scope.version())
                    .ifPresent(values -> resume(values, decoding));
        }
    }

    /** Confirming, of an invoice that is confirming. */
    public static LongStep<ControlTotals> confirm(Table office, Invoice invoice) {
        return new LongStep<>(
                office,
                new Scope(invoice.id(), Progress.Step.CONFIRM, invoice.version(), invoice.lines(), invoice.shards()),
                ControlTotals.none(invoice.currency()),
                Nested::of,
                Nested::controlTotals);
    }

    /** Making the lines of a proposal that is importing. */
    public static LongStep<ProposalSums> importing(Table finance, Proposal proposal) {
        return new LongStep<>(
                finance,
                scope(
                        Progress.Step.IMPORT,
                        proposal,
                        proposal.controlTotals().billedSales().count()),
                ProposalSums.none(proposal.currency()),
                Nested::of,
                values -> Nested.proposalSums(values, proposal.currency()));
    }

    /** Posting a proposal; {@code none} is the balance of no entries. */
    public static LongStep<Balance> posting(Table finance, Proposal proposal, Balance none) {
        return new LongStep<>(
                finance, scope(Progress.Step.POST, proposal, lines(proposal)), none, Nested::of, Nested::balance);
    }

    /** Writing back what was posted of a proposal; there is nothing to sum up but its lines. */
    public static LongStep<Long> writeBack(Table finance, Proposal proposal) {
        return new LongStep<>(
                finance,
                scope(Progress.Step.WRITE_BACK, proposal, lines(proposal)),
                0L,
                written -> Map.of("lines", written),
                values -> values.number("lines"));
    }

    private static long lines(Proposal proposal) {
        return Objects.requireNonNull(proposal.lineTotals()).count();
    }

    private static Scope scope(Progress.Step step, Proposal proposal, long lines) {
        return new Scope(proposal.id(), step, proposal.version(), lines, proposal.shards());
    }

    /** Whether all pages of all shards were passed. */
    public boolean isOver() {
        return shard >= scope.shards();
    }

    /** The shard of the next page. */
    public int shard() {
        return shard;
    }

    /** After which item of the shard the next page begins; null at the start of a shard. */
    public @Nullable String after() {
        return after;
    }

    /** How many lines were passed, by this run and those before it. */
    public long done() {
        return done;
    }

    /** The sums of all lines passed. */
    public S sums() {
        return sums;
    }

    /**
     * Goes on behind a page of which everything is written.
     *
     * @param lines of the page
     * @param next where the next page of the shard begins, or null
     * @param with the sums of all lines so far, with those of the page
     */
    public void passed(int lines, @Nullable String next, S with) {
        done += lines;
        sums = with;
        after = next;
        shard += next == null ? 1 : 0;
        if (done - written >= EVERY) {
            written = done;
            table.putAll(List.of(place()));
        }
    }

    /** Forgets where a step is, so that it goes through all lines again. */
    public static void forget(Table table, Invoice.Id invoice, Progress.Step step) {
        table.deleteAll(List.of(ProgressItem.key(invoice, step)));
    }

    /** Forgets the place: the step is done, or has to begin anew. */
    public void forget() {
        if (written > 0) {
            table.deleteAll(List.of(key()));
        }
    }

    private void resume(Attributes values, Function<Attributes, S> decoding) {
        shard = Math.toIntExact(values.number("shard"));
        after = values.optionalText("after");
        done = values.number("done");
        written = done;
        sums = decoding.apply(values.map(SUMS).orElseThrow());
    }

    private Key key() {
        return ProgressItem.key(scope.invoice(), scope.step());
    }

    private Item place() {
        return ProgressItem.of(new Progress(scope.invoice(), scope.step(), done, scope.lines()))
                .number(Item.VERSION, scope.version())
                .number("shard", shard)
                .text("after", after)
                .map(SUMS, encoding.apply(sums))
                .build();
    }
}
