package dev.fattura.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Disturbs an action before each of its writes in turn, and holds what it leaves in the end to an undisturbed run. */
public final class Disturbed {

    private Disturbed() {}

    /** A crash before the k-th write, and then the same action again. Returns how many writes were disturbed. */
    public static int byCrashes(Supplier<InMemoryTable> start, Consumer<InMemoryTable> action) {
        return everyWrite(start, action, action, table -> {
            throw new Crash();
        });
    }

    /** The same action by a second caller, whole, before the k-th write of the first. */
    public static int byTwins(Supplier<InMemoryTable> start, Consumer<InMemoryTable> action) {
        return everyWrite(start, action, table -> {}, action);
    }

    private static int everyWrite(
            Supplier<InMemoryTable> start,
            Consumer<InMemoryTable> action,
            Consumer<InMemoryTable> repair,
            Consumer<InMemoryTable> disturbance) {
        InMemoryTable undisturbed = start.get();
        action.accept(undisturbed);
        Map<Key, Item> expected = undisturbed.contents();
        for (int write = 1; ; write++) {
            InMemoryTable office = start.get();
            if (!disturbedAt(write, office, action, disturbance)) {
                return write - 1;
            }
            repair.accept(office);
            assertThat(office.contents()).as("disturbed before write %s", write).isEqualTo(expected);
        }
    }

    /** Whether there was a write of that number. */
    public static boolean disturbedAt(
            int write, InMemoryTable office, Consumer<InMemoryTable> action, Consumer<InMemoryTable> disturbance) {
        int[] writes = {0};
        boolean[] disturbed = {false};
        office.failBefore(operation -> {
            writes[0]++;
            if (writes[0] == write) {
                disturbed[0] = true;
                office.failBefore(ignored -> {});
                disturbance.accept(office);
            }
        });
        try {
            action.accept(office);
        } catch (Crash expected) {
            // As planned.
        }
        office.failBefore(ignored -> {});
        return disturbed[0];
    }

    /** The process is gone. */
    public static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
