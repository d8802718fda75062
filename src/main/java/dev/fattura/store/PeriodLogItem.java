package dev.fattura.store;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.PeriodEntry;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The period log of a side: a partition for each company and month, an entry for each document of that month, never one for a
 * line. An entry is written with the document's seal or right before it, so no sealed document is missing; of an entry whose
 * document is not there, or not sealed yet, the reader takes no notice.
 */
public final class PeriodLogItem {

    public static final String KIND = "periodLog";
    private static final int PAGE = 100;

    private PeriodLogItem() {}

    /** One page of the entries of a company, month and kind; {@code next} is where the next page begins, or null. */
    public record Entries(List<PeriodEntry> entries, @Nullable String next) {}

    /** A page in the order of the ids; {@code after} is the id of the last entry that was seen, or null. */
    public static Entries page(
            Table table,
            Company.Id company,
            YearMonth month,
            PeriodEntry.Kind kind,
            @Nullable String after,
            int limit) {
        String prefix = kind.code() + "#";
        Page page = table.query(partition(company, month), prefix, after == null ? null : prefix + after, limit);
        List<PeriodEntry> entries = page.items().stream()
                .map(item ->
                        new PeriodEntry(kind, company, month, item.key().sort().substring(prefix.length())))
                .toList();
        return new Entries(entries, page.next() == null ? null : page.next().substring(prefix.length()));
    }

    /** Hands every entry of a company, month and kind to the step, page by page, in the order of the ids. */
    public static void each(
            Table table, Company.Id company, YearMonth month, PeriodEntry.Kind kind, Consumer<PeriodEntry> step) {
        String after = null;
        do {
            Entries page = page(table, company, month, kind, after, PAGE);
            page.entries().forEach(step);
            after = page.next();
        } while (after != null);
    }

    public static Item encode(PeriodEntry entry) {
        Key key =
                new Key(partition(entry.company(), entry.month()), entry.kind().code() + "#" + entry.id());
        return Item.of(key, KIND).build();
    }

    /** The write that goes into the commit that seals or posts the document. */
    public static Write put(PeriodEntry entry) {
        return Write.put(encode(entry), Condition.NONE);
    }

    private static String partition(Company.Id company, YearMonth month) {
        return "PERIOD#" + company + "#" + month;
    }
}
