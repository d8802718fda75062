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

        public Counter(Table table, Invoice.Id invoice, Progress.Step step, long of) {
            this.table = table;
            this.progress = new Progress(invoice, step, 0, of);
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
