package dev.fattura.store;

import dev.fattura.ledger.BulkConfirmation;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Invoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bulk confirmations of the office: a header, and an entry for each invoice in the order of the request. */
public final class BulkConfirmationItem {

    public static final String KIND = "bulkConfirmation";
    public static final String ENTRY_KIND = "bulkConfirmationEntry";
    private static final String ENTRY = "ENTRY#";

    private BulkConfirmationItem() {}

    /** One page of the entries; {@code next} is where the next page begins, or null. */
    public record Entries(List<BulkConfirmation.Entry> entries, @Nullable String next) {}

    public static Key key(BulkConfirmation.Id id) {
        return new Key(partition(id), "HEADER");
    }

    public static Optional<BulkConfirmation> find(Table table, BulkConfirmation.Id id) {
        return table.get(key(id)).map(BulkConfirmationItem::decode);
    }

    public static Entries page(Table table, BulkConfirmation.Id id, @Nullable String after, int limit) {
        Page page = table.query(partition(id), ENTRY, after, limit);
        return new Entries(
                page.items().stream().map(BulkConfirmationItem::decodeEntry).toList(), page.next());
    }

    public static Item encode(BulkConfirmation confirmation) {
        return Item.of(key(confirmation.id()), KIND)
                .text("confirmation", confirmation.id())
                .text("request", confirmation.request())
                .number(Item.VERSION, confirmation.times())
                .number("invoices", confirmation.invoices())
                .text("accountingDate", confirmation.accountingDate())
                .text("by", confirmation.by())
                .build();
    }

    /** The write of the first confirmation of a request that is told of one more, on condition that it has not been told of it. */
    public static Write oneMore(BulkConfirmation first) {
        return Write.put(encode(first), Condition.version(first.times() - 1));
    }

    public static BulkConfirmation decode(Item item) {
        Attributes values = item.read();
        String date = values.optionalText("accountingDate");
        return new BulkConfirmation(
                new BulkConfirmation.Id(UUID.fromString(values.text("confirmation"))),
                new BulkConfirmation.Id(UUID.fromString(values.text("request"))),
                values.number(Item.VERSION),
                Math.toIntExact(values.number("invoices")),
                date == null ? null : LocalDate.parse(date),
                values.optionalText("by"));
    }

    public static Item encode(BulkConfirmation.Entry entry) {
        Item.Builder item = Item.of(
                        new Key(partition(entry.confirmation()), ENTRY + String.format("%06d", entry.number())),
                        ENTRY_KIND)
                .text("confirmation", entry.confirmation())
                .number("number", entry.number())
                .text("invoice", entry.invoice())
                .text("status", entry.status().code())
                .number(Item.VERSION, entry.status().step())
                .text("failure", entry.failure())
                .text("cause", entry.cause());
        return entry.version() == null
                ? item.build()
                : item.number("expectedVersion", entry.version()).build();
    }

    /** The write of its next status, on condition that nobody has got further with it. */
    public static Write replace(BulkConfirmation.Entry changed) {
        return Write.put(encode(changed), Condition.version(changed.status().step() - 1L));
    }

    public static BulkConfirmation.Entry decodeEntry(Item item) {
        Attributes values = item.read();
        return new BulkConfirmation.Entry(
                new BulkConfirmation.Id(UUID.fromString(values.text("confirmation"))),
                Math.toIntExact(values.number("number")),
                new Invoice.Id(values.text("invoice")),
                values.has("expectedVersion") ? values.number("expectedVersion") : null,
                Coded.stored(BulkConfirmation.Status.class, values.text("status")),
                values.optionalText("failure"),
                values.optionalText("cause"));
    }

    private static String partition(BulkConfirmation.Id id) {
        return "CONFIRMATION#" + id;
    }
}
