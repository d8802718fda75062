package dev.fattura.support;

import dev.fattura.store.Commit;
import dev.fattura.store.Condition;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.PackedTable;
import dev.fattura.store.Packing;
import dev.fattura.store.Page;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A table in memory, held to the real one by {@code TableContract}. It writes down every change in order, as the table's stream
 * would, so that a test can deliver the changes as it likes.
 */
public final class InMemoryTable implements Table {

    /** One change of one item: the image after it; deletions are not recorded, since no consumer looks at them. */
    public record Change(boolean insert, Item item) {}

    private final Table packed = PackedTable.of(new Stored());
    private final TreeMap<Key, Item> items = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private Consumer<String> fault = operation -> {};
    private Runnable turn = () -> {};
    private boolean versionsCount = true;

    /** What it was like at some time. */
    record Snapshot(Map<Key, Item> items, List<Change> changes) {}

    /** Called before every operation, in the thread that asks for it. */
    void beforeEach(Runnable newTurn) {
        turn = newTurn;
    }

    /** From now on whatever version is there is taken for the expected one: a defect, for a test that is to find it. */
    void ignoreVersions() {
        versionsCount = false;
    }

    synchronized Snapshot snapshot() {
        return new Snapshot(new TreeMap<>(items), List.copyOf(changes));
    }

    synchronized void restore(Snapshot snapshot) {
        items.clear();
        items.putAll(snapshot.items());
        changes.clear();
        changes.addAll(snapshot.changes());
    }

    /** Called before every operation that writes, with its name; may throw to play a crash. */
    public void failBefore(Consumer<String> newFault) {
        fault = newFault;
    }

    /** Everything that is there, in the order of the keys, each fact as an item of its own. */
    public synchronized Map<Key, Item> contents() {
        return Packing.apart(items);
    }

    /** Puts an item in the place of one that is there, and into its stream record as if it had been written so. */
    public synchronized void poison(Item item) {
        unseen(List.of(item.key()), () -> packed.putAll(List.of(item)));
    }

    /** Takes items away as if they had never been written. */
    public synchronized void lose(Collection<Key> lost) {
        unseen(lost, () -> packed.deleteAll(List.copyOf(lost)));
    }

    /** Changes what is stored without a record of it; the records of earlier changes show what is there now. */
    private void unseen(Collection<Key> keys, Runnable change) {
        Consumer<String> faults = fault;
        List<Change> before = List.copyOf(changes);
        fault = operation -> {};
        change.run();
        fault = faults;
        Set<Key> touched = keys.stream().map(Packing::stored).collect(Collectors.toSet());
        changes.clear();
        for (Change earlier : before) {
            Key key = earlier.item().key();
            Item now = touched.contains(key) ? items.get(key) : earlier.item();
            if (now != null) {
                changes.add(new Change(earlier.insert(), now));
            }
        }
    }

    public synchronized List<Change> changes() {
        return List.copyOf(changes);
    }

    @Override
    public Optional<Item> get(Key key) {
        turn.run();
        return packed.get(key);
    }

    @Override
    public List<Item> getAll(List<Key> keys) {
        turn.run();
        return packed.getAll(keys);
    }

    @Override
    public Page query(String partition, String sortPrefix, String after, int limit) {
        turn.run();
        return packed.query(partition, sortPrefix, after, limit);
    }

    @Override
    public void putAll(List<Item> puts) {
        turn.run();
        packed.putAll(puts);
    }

    @Override
    public List<Item> putNew(List<Item> puts) {
        turn.run();
        return packed.putNew(puts);
    }

    @Override
    public void deleteAll(List<Key> keys) {
        turn.run();
        packed.deleteAll(keys);
    }

    @Override
    public Commit commit(List<Write> writes) {
        turn.run();
        return packed.commit(writes);
    }

    /** What is stored, as it is stored. */
    private final class Stored implements Table {

        @Override
        public Optional<Item> get(Key key) {
            synchronized (InMemoryTable.this) {
                return Optional.ofNullable(items.get(key));
            }
        }

        @Override
        public List<Item> getAll(List<Key> keys) {
            synchronized (InMemoryTable.this) {
                return new HashSet<>(keys)
                        .stream().filter(items::containsKey).map(items::get).toList();
            }
        }

        @Override
        public Page query(String partition, String sortPrefix, String after, int limit) {
            synchronized (InMemoryTable.this) {
                return page(partition, sortPrefix, after, limit);
            }
        }

        @Override
        public void putAll(List<Item> puts) {
            for (Item item : puts) {
                fault.accept("put " + item.kind());
                put(item);
            }
        }

        @Override
        public List<Item> putNew(List<Item> puts) {
            if (puts.stream().map(Item::key).distinct().count() < puts.size()) {
                throw new IllegalArgumentException("A key twice: " + puts);
            }
            List<Item> existing = new ArrayList<>();
            for (Item item : puts) {
                Item there = commit(List.of(Write.put(item, Condition.ABSENT))).existing();
                if (there != null) {
                    existing.add(there);
                }
            }
            return existing;
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
            fault.accept(name(writes));
            return commitNow(writes);
        }
    }

    private Page page(String partition, String sortPrefix, String after, int limit) {
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

    /** A single put is a put, whatever its condition. */
    private static String name(List<Write> writes) {
        Item item = writes.size() == 1 ? writes.get(0).item() : null;
        return item == null
                ? "commit "
                        + (writes.isEmpty() ? "nothing" : writes.get(0).key().partition())
                : "put " + item.kind();
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

    private boolean holds(Write write, Item existing) {
        return switch (write.condition().kind()) {
            case NONE -> true;
            case ABSENT -> existing == null;
            case PRESENT -> existing != null;
            case VERSION ->
                existing != null
                        && existing.read().has(Item.VERSION)
                        && (!versionsCount
                                || existing.read().number(Item.VERSION)
                                        == write.condition().expectedVersion());
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
