package dev.fattura.store;

import dev.fattura.ledger.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deeds, on the side of their header and in the same commit as the version that they are about, each an item of its own: so a header
 * keeps its size however often it is changed, and a line has none. Those of the books lie beside their company, or their table map.
 */
public final class DeedItem {

    public static final String KIND = "deed";
    private static final Set<String> HEADERS = Set.of(InvoiceItem.KIND, ProposalItem.KIND, JournalItem.KIND);
    private static final int PAGE = 100;

    private DeedItem() {}

    /** The deeds of a header, from its first version on. */
    public static List<Deed> of(Table table, Key header) {
        List<Deed> deeds = new ArrayList<>();
        String after = null;
        do {
            Page page = table.query(partition(header), "", after, PAGE);
            page.items().forEach(item -> deeds.add(decode(item)));
            after = page.next();
        } while (after != null);
        return deeds;
    }

    /** The writes of what a caller does with those writes. */
    static List<Write> of(List<Write> writes, String by) {
        return writes.stream()
                .filter(write -> isNewVersion(write.item(), write.condition()))
                .map(write -> Write.put(encode(write.item(), by), Condition.NONE))
                .toList();
    }

    /**
     * The write of a deed of the books.
     *
     * @param about the company or the table map beside which it is found
     */
    static Write put(Key about, Deed deed) {
        String sort = deed.record() + "#" + ordered(deed.version()) + "#" + deed.id();
        return Write.put(encode(new Key(partition(about), sort), deed), Condition.NONE);
    }

    private static boolean isNewVersion(@Nullable Item item, Condition condition) {
        return item != null
                && HEADERS.contains(item.kind())
                && (condition.kind() == Condition.Kind.ABSENT
                        || (condition.kind() == Condition.Kind.VERSION
                                && condition.expectedVersion() < item.read().number(Item.VERSION)));
    }

    private static Item encode(@Nullable Item header, String by) {
        if (header == null) {
            throw new IllegalArgumentException("A deed is about a header");
        }
        long version = header.read().number(Item.VERSION);
        return encode(
                new Key(partition(header.key()), ordered(version)),
                new Deed(header.kind(), header.text(header.kind()), version, header.text("status"), by));
    }

    private static Item encode(Key key, Deed deed) {
        return Item.of(key, KIND)
                .text("record", deed.record())
                .text("id", deed.id())
                .number(Item.VERSION, deed.version())
                .text("status", deed.status())
                .text("by", deed.by())
                .build();
    }

    /** Sorts as the number does. */
    private static String ordered(long version) {
        return String.format(Locale.ROOT, "%010d", version);
    }

    private static Deed decode(Item item) {
        return new Deed(
                item.text("record"),
                item.text("id"),
                item.read().number(Item.VERSION),
                item.text("status"),
                item.text("by"));
    }

    private static String partition(Key header) {
        return "DEED#" + header.partition();
    }
}
