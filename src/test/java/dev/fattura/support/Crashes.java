package dev.fattura.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Table;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lets a piece of work die before each of its writes in turn, and asks that doing it again ends as if nothing had happened. */
public final class Crashes {

    /** The machine is gone: nothing in production catches it. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Crashes() {}

    /** Returns before how many writes it died, for the test to see that it did. */
    public static int beforeEveryWrite(Supplier<InMemoryTable> start, Consumer<Table> work) {
        InMemoryTable calm = start.get();
        AtomicInteger writes = new AtomicInteger();
        calm.failBefore(operation -> writes.incrementAndGet());
        work.accept(calm);
        Map<Key, Item> wanted = calm.contents();

        for (int fatal = 1; fatal <= writes.get(); fatal++) {
            InMemoryTable table = start.get();
            dieBefore(table, fatal, work);
            work.accept(table);
            assertThat(table.contents()).as("died before write %d", fatal).isEqualTo(wanted);
        }
        return writes.get();
    }

    /** Leaves the table as the work left it when it died before that write. */
    public static void dieBefore(InMemoryTable table, int fatal, Consumer<Table> work) {
        AtomicInteger seen = new AtomicInteger();
        table.failBefore(operation -> {
            if (seen.incrementAndGet() == fatal) {
                throw new Crash();
            }
        });
        try {
            work.accept(table);
            throw new AssertionError("There is no write " + fatal);
        } catch (Crash expected) {
            table.failBefore(operation -> {});
        }
    }
}
