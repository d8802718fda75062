package dev.fattura.store;

import org.jspecify.annotations.Nullable;

/**
 * One conditional write of a commit.
 *
 * @param item what to put; null deletes the key
 */
public record Write(Key key, @Nullable Item item, Condition condition) {

    public static Write put(Item item, Condition condition) {
        return new Write(item.key(), item, condition);
    }

    public static Write delete(Key key, Condition condition) {
        return new Write(key, null, condition);
    }
}
