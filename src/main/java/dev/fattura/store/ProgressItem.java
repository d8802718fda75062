package dev.fattura.store;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Progress;
import java.util.List;
import java.util.Optional;

/**
 * How far the long steps of an invoice are, for whoever watches, and for whoever takes one up again ({@link LongStep}). Each side keeps
 * those of its own steps, and small invoices, which nobody has time to watch, have none.
 */
public final class ProgressItem {

    public static final String KIND = "progress";

    /** One write for so many lines costs next to nothing for a line. */
    private static final int EVERY = 1_000;

    private ProgressItem() {}

    static Key key(Invoice.Id invoice, Progress.Step step) {
        return new Key("PROGRESS#" + invoice, step.code());
    }

    public static Optional<Progress> find(Table table, Invoice.Id invoice, Progress.Step step) {
        return table.get(key(invoice, step))
                .map(item -> new Progress(
                        invoice, step, item.read().number("done"), item.read().number("of")));
    }

    /** The write that tells that a step is about to begin. */
    public static Write begin(Invoice.Id invoice, Progress.Step step, long of) {
        return Write.put(of(new Progress(invoice, step, 0, of)).build(), Condition.NONE);
    }

    static Item.Builder of(Progress progress) {
        return Item.of(key(progress.invoice(), progress.step()), KIND)
                .number("done", progress.done())
                .number("of", progress.of());
    }

    /** Counts the lines of a step that finds by itself what is left, and writes the count down after every thousand. */
    public static final class Counter {

        private final Table table;
        private Progress progress;
        private long written;

        /** Goes on from what an earlier run has counted. */
        public Counter(Table table, Invoice.Id invoice, Progress.Step step) {
            this.table = table;
            this.progress = find(table, invoice, step).orElseGet(() -> new Progress(invoice, step, 0, 0));
            this.written = progress.done();
        }

        public long done() {
            return progress.done();
        }

        public void add(int lines) {
            progress = new Progress(progress.invoice(), progress.step(), progress.done() + lines, progress.of());
            if (progress.done() - written >= EVERY) {
                written = progress.done();
                table.putAll(List.of(of(progress).build()));
            }
        }
    }
}
