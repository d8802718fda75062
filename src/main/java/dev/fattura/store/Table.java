package dev.fattura.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one seam of the store: a table of one side. Every read is strongly consistent.
 *
 * <p>Facts go through {@link #putAll}: their ids follow from their cause, so a repeat writes the same bytes at the same key
 * and needs no condition, one write unit each. Headers go through {@link #commit}.
 */
public interface Table {

    /** Writes in one commit at most (DynamoDB's own limit). */
    int COMMIT_LIMIT = 100;

    Optional<Item> get(Key key);

    /** The items of those keys that are there, in no order; any number of keys, repeated ones once. */
    List<Item> getAll(List<Key> keys);

    /**
     * Items of a partition in the order of their sort keys.
     *
     * @param sortPrefix what their sort keys begin with; empty for all
     * @param after the sort key after which to begin, whether or not there is such an item, or null
     * @param limit items at most
     */
    Page query(String partition, String sortPrefix, @Nullable String after, int limit);

    /** Puts any number of items, one by one durable: after a crash some may be there. Only for writes that are harmless when repeated. */
    void putAll(List<Item> items);

    /**
     * Puts each of any number of items where there is nothing, one by one durable, one write unit each: after a crash some may be there.
     *
     * @param items that have items of their own, with different keys
     * @return what was there in the place of an item, in no order; empty where each of them is there now, put by whoever
     */
    List<Item> putNew(List<Item> items);

    /** Deletes any number of keys, one by one; a key that is not there is no error. */
    void deleteAll(List<Key> keys);

    /**
     * All writes or none, in one transaction (a single one as a conditional put, at half the price).
     *
     * @throws IllegalArgumentException if a key occurs twice or there are more than {@link #COMMIT_LIMIT}
     * @throws CommitTooLarge if it is more than a transaction may have, with all that shares sheets with it; nothing is written
     * @throws StoreBusy if the store refuses for longer than is sensible to wait
     */
    Commit commit(List<Write> writes);
}
