package dev.fattura.support;

import dev.fattura.store.Commit;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Page;
import dev.fattura.store.Table;
import dev.fattura.store.Together;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A table in memory, held to the real one by {@code TableContract}. It writes down every change in order, as the table's stream
 * would, so that a test can deliver the changes as it likes.
 */
public final class InMemoryTable implements Table {

    /** One change of one item: the image after it; deletions are not recorded, since no consumer looks at them. */
    public record Change(boolean insert, Item item) {}

    private final TreeMap<Key, Item> items = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private Consumer<String> fault = operation -> {};

    /** Called before every operation that writes, with its name; may throw to play a crash. */
    public void failBefore(Consumer<String> newFault) {
        fault = newFault;
    }

    /** Everything that is there, in the order of the keys, each fact as an item of its own. */
    public synchronized Map<Key, Item> contents() {
        return Together.apart(items);
    }

    /** Puts an item in the place of one that is there, and into its stream record as if it had been written so. */
    public synchronized void poison(Item item) {
        takeApart(item.key());
        items.put(item.key(), item);
        changes.replaceAll(
                change -> change.item().key().equals(item.key()) ? new Change(change.insert(), item) : change);
    }

    /** Takes items away as if they had never been written; of facts that share one, only those. */
    public synchronized void lose(Collection<Key> lost) {
        lost.forEach(this::takeApart);
        lost.forEach(items::remove);
    }

    /** If that fact shares an item, the facts of that item become items of their own. */
    private void takeApart(Key fact) {
        items.values().stream()
                .filter(shared -> holds(shared, fact))
                .findFirst()
                .ifPresent(this::takeApart);
    }

    private static boolean holds(Item shared, Key fact) {
        return !shared.key().equals(fact)
                && Together.apart(shared).anyMatch(item -> item.key().equals(fact));
    }

    private void takeApart(Item shared) {
        items.remove(shared.key());
        List<Change> before = List.copyOf(changes);
        changes.clear();
        for (Change change : before) {
            Stream<Item> images =
                    change.item().key().equals(shared.key()) ? Together.apart(shared) : Stream.of(change.item());
            images.forEach(item -> changes.add(new Change(change.insert(), item)));
        }
        Together.apart(shared).forEach(item -> items.put(item.key(), item));
    }

    public synchronized List<Change> changes() {
        return List.copyOf(changes);
    }

    @Override
    public synchronized Optional<Item> get(Key key) {
        return Optional.ofNullable(items.get(key));
    }

    @Override
    public synchronized List<Item> getAll(List<Key> keys) {
        return new HashSet<>(keys)
                .stream().filter(items::containsKey).map(items::get).toList();
    }

    @Override
    public synchronized Page query(String partition, String sortPrefix, String after, int limit) {
        List<Item> found = new ArrayList<>();
        for (Item item : items.tailMap(new Key(partition, sortPrefix), true).values()) {
            Key key = item.key();
            if (!key.partition().equals(partition) || !key.sort().startsWith(sortPrefix)) {
                break;
            }
            if (after == null || key.sort().compareTo(after) > 0) {
                found.add(item);
                if (found.size() == limit) {
                    // As DynamoDB does, it does not look whether anything follows.
                    return new Page(found, key.sort());
                }
            }
        }
        return new Page(found, null);
    }

    @Override
    public void putAll(List<Item> puts) {
        for (Item item : puts) {
            fault.accept("put " + item.kind());
            put(item);
        }
    }

    @Override
    public void deleteAll(List<Key> keys) {
        for (Key key : keys) {
            fault.accept("delete " + key.partition());
            delete(key);
        }
    }

    @Override
    public Commit commit(List<Write> writes) {
        fault.accept(
                "commit " + (writes.isEmpty() ? "nothing" : writes.get(0).key().partition()));
        return commitNow(writes);
    }

    private synchronized Commit commitNow(List<Write> writes) {
        HashSet<Key> seen = new HashSet<>();
        if (writes.isEmpty()
                || writes.size() > COMMIT_LIMIT
                || !writes.stream().allMatch(write -> seen.add(write.key()))) {
            throw new IllegalArgumentException("Not 1 to " + COMMIT_LIMIT + " writes of distinct keys: " + writes);
        }
        for (int index = 0; index < writes.size(); index++) {
            Item existing = items.get(writes.get(index).key());
            if (!holds(writes.get(index), existing)) {
                boolean own = writes.size() == 1
                        && existing != null
                        && existing.equals(writes.get(index).item());
                return own ? Commit.DONE : new Commit(index, existing);
            }
        }
        for (Write write : writes) {
            if (write.item() == null) {
                delete(write.key());
            } else {
                put(write.item());
            }
        }
        return Commit.DONE;
    }

    private static boolean holds(Write write, Item existing) {
        return switch (write.condition().kind()) {
            case NONE -> true;
            case ABSENT -> existing == null;
            case PRESENT -> existing != null;
            case VERSION ->
                existing != null
                        && existing.read().number(Item.VERSION)
                                == write.condition().expectedVersion();
        };
    }

    private synchronized void put(Item item) {
        Item before = items.put(item.key(), item);
        // DynamoDB writes no stream record for a put that changes nothing.
        if (!item.equals(before)) {
            changes.add(new Change(before == null, item));
        }
    }

    private synchronized void delete(Key key) {
        items.remove(key);
    }
}
