package dev.fattura.store;

import org.jspecify.annotations.Nullable;

/**
 * How a commit ended: all writes happened, or none did because the condition of one did not hold.
 *
 * @param failed the index of the first write whose condition did not hold, or -1
 * @param existing the item that is there instead, or null when there is none
 */
public record Commit(int failed, @Nullable Item existing) {

    public static final Commit DONE = new Commit(-1, null);

    public boolean done() {
        return failed < 0;
    }
}
