package dev.fattura.store;

import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table as the caller of a request may see it: what belongs to a company that is not his is not there, neither for a question nor for
 * a command, whichever id led to it. Every table of a side is one ({@link Office}, {@link Finance}), so no function can forget it.
 *
 * <p>Streams, schedules and queues have no caller; for them it is the table itself. An item that names no company, like a line of an
 * invoice, is reached through a header that names one.
 */
public final class OwnCompanies implements Table {

    private static final String COMPANY = "company";
    private static final String DIMENSIONS = "dimensions";

    /** The companies of the caller whose request this thread is answering; empty where there is no such limit. */
    private static final ThreadLocal<Optional<Set<String>>> OWN = ThreadLocal.withInitial(Optional::empty);

    private final Table table;

    private OwnCompanies(Table table) {
        this.table = table;
    }

    static Table of(Table table) {
        return table instanceof OwnCompanies ? table : new OwnCompanies(PackedTable.of(table));
    }

    /** Does the work for a caller of those companies; empty for one of all. */
    public static <T> T during(Optional<Set<String>> companies, Supplier<T> work) {
        Optional<Set<String>> before = OWN.get();
        OWN.set(companies);
        try {
            return work.get();
        } finally {
            if (before.isEmpty()) {
                OWN.remove();
            } else {
                OWN.set(before);
            }
        }
    }

    /** Does work of everybody, which only happens to be begun by a request; the caller must not learn from it. */
    public static <T> T ofEverybody(Supplier<T> work) {
        return during(Optional.empty(), work);
    }

    /** What that reads, where nothing may be hidden. @throws Refused if some of it belongs to a company that is not the caller's */
    static List<Item> nothingHidden(Supplier<List<Item>> read) {
        List<Item> items = ofEverybody(read);
        if (visible(items).size() < items.size()) {
            throw notThere();
        }
        return items;
    }

    /** Whether there are companies that the caller may not see. */
    public static boolean limited() {
        return OWN.get().isPresent();
    }

    @Override
    public Optional<Item> get(Key key) {
        return table.get(key).filter(OwnCompanies::visible);
    }

    @Override
    public List<Item> getAll(List<Key> keys) {
        return visible(table.getAll(keys));
    }

    @Override
    public Page query(String partition, String sortPrefix, @Nullable String after, int limit) {
        Page page = table.query(partition, sortPrefix, after, limit);
        return limited() ? new Page(visible(page.items()), page.next()) : page;
    }

    /** @throws Refused if an item belongs to another company, or would replace one that does; nothing is written then */
    @Override
    public void putAll(List<Item> items) {
        requireOwn(items);
        table.putAll(items);
    }

    /** @throws Refused if an item belongs to another company, or what is in its place does */
    @Override
    public List<Item> putNew(List<Item> items) {
        if (visible(items).size() < items.size()) {
            throw notThere();
        }
        List<Item> existing = table.putNew(items);
        if (visible(existing).size() < existing.size()) {
            throw notThere();
        }
        return existing;
    }

    @Override
    public void deleteAll(List<Key> keys) {
        table.deleteAll(keys);
    }

    /** @throws Refused as {@link #putAll}; also where a condition fails on what the caller may not see */
    @Override
    public Commit commit(List<Write> writes) {
        requireOwn(writes.stream()
                .flatMap(write -> Optional.ofNullable(write.item()).stream())
                .toList());
        Commit commit = table.commit(writes);
        if (commit.existing() != null && !visible(commit.existing())) {
            throw notThere();
        }
        return commit;
    }

    private void requireOwn(List<Item> items) {
        if (!limited()) {
            return;
        }
        if (!items.stream().allMatch(OwnCompanies::visible)) {
            throw notThere();
        }
        // A header may be written without a condition; its id comes from a person, and may be taken elsewhere.
        List<Key> headers = items.stream()
                .filter(item -> item.attributes().containsKey(COMPANY))
                .map(Item::key)
                .toList();
        if (!table.getAll(headers).stream().allMatch(OwnCompanies::visible)) {
            throw notThere();
        }
    }

    private static Refused notThere() {
        return new Refused(RefusalCode.NOT_FOUND, "There is no such record in a company of yours.");
    }

    private static List<Item> visible(List<Item> items) {
        return limited() ? items.stream().filter(OwnCompanies::visible).toList() : items;
    }

    private static boolean visible(Item item) {
        return OWN.get()
                .map(own -> company(item).map(own::contains).orElse(true))
                .orElse(true);
    }

    /** A header names its company itself, a fact in its dimensions. */
    private static Optional<String> company(Item item) {
        Attributes values = item.read();
        return values.has(COMPANY)
                ? Optional.of(values.text(COMPANY))
                : values.map(DIMENSIONS).map(dimensions -> dimensions.text(COMPANY));
    }
}
