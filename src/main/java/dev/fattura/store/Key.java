package dev.fattura.store;

import java.util.Comparator;

/** The primary key of an item: partition and sort key, as text. */
public record Key(String partition, String sort) implements Comparable<Key> {

    /** The attributes that hold it, in both tables. */
    public static final String PARTITION = "pk";

    public static final String SORT = "sk";

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::partition).thenComparing(Key::sort);

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }
}
