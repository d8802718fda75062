package dev.fattura.store;

import dev.fattura.ledger.Work;
import dev.fattura.watch.LogContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Queues of pending work: a partition for each queue and owner, an entry for each thing that waits. */
public final class WorkItem {

    public static final String KIND = "work";
    private static final int PAGE = 100;

    private WorkItem() {}

    /** One page of a queue; {@code next} is where the next page begins, or null. */
    public record Entries(List<Work> work, @Nullable String next) {}

    public static Key key(Work work) {
        return new Key(partition(work.queue(), work.owner()), work.id());
    }

    public static Entries page(Table table, Work.Queue queue, String owner, @Nullable String after, int limit) {
        Page page = table.query(partition(queue, owner), "", after, limit);
        return new Entries(
                page.items().stream().map(item -> decode(queue, owner, item)).toList(), page.next());
    }

    /** The entry with the reason why it still waits; the argument says which entry. */
    public static Optional<Work> find(Table table, Work work) {
        return table.get(key(work)).map(item -> decode(work.queue(), work.owner(), item));
    }

    /** Hands every entry of a queue to the step, page by page; the step may delete the entry that it is given. */
    public static void each(Table table, Work.Queue queue, String owner, Consumer<Work> step) {
        String after = null;
        do {
            Entries page = page(table, queue, owner, after, PAGE);
            page.work().forEach(work -> LogContext.within(ids(work), () -> step.accept(work)));
            after = page.next();
        } while (after != null);
    }

    /** What is logged of an entry names it; entries of the other queues stand for no document of one name. */
    private static Map<String, String> ids(Work work) {
        Map<String, String> ids = new HashMap<>();
        switch (work.queue()) {
            case UNFINISHED_INVOICE, LONG_INVOICE, CROSSING_INVOICE -> ids.put("invoice", work.id());
            case CROSSING_CONTRACT -> ids.put("contract", work.id());
            case BULK_CONFIRMATION -> ids.put("confirmation", work.id());
            case IMPORT -> ids.put("actual", work.id());
            case JOURNAL, WRITE_BACK_JOURNAL -> ids.put("journal", work.id());
            case PROPOSAL, WRITE_BACK_PROPOSAL -> ids.put("proposal", work.id());
            case INVOICE_SCHEDULE, CROSSING_APPROVAL, ARRIVED -> {
                // Contracts of a day, and pages of actuals.
            }
        }
        if (!work.owner().equals(Work.OFFICE)) {
            ids.put("company", work.owner());
        }
        return ids;
    }

    public static Item encode(Work work) {
        return Item.of(key(work), KIND)
                .text("code", work.code())
                .text("cause", work.cause())
                .build();
    }

    private static Work decode(Work.Queue queue, String owner, Item item) {
        Attributes values = item.read();
        return new Work(queue, owner, item.key().sort(), values.optionalText("code"), values.optionalText("cause"));
    }

    static String partition(Work.Queue queue, String owner) {
        return "WORK#" + queue.code() + "#" + owner;
    }
}
