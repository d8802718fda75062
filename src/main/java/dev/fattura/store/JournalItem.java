package dev.fattura.store;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.NumberRange;
import java.util.List;
import java.util.Optional;

/**
 * Integration journals of finance: a header that changes its status, and beside it its plan, which has an item of its own for every
 * version in which it changed. So the plan does not burden every change of the header, and header and plan always belong together.
 */
public final class JournalItem {

    public static final String KIND = "journal";

    private JournalItem() {}

    static String partition(Journal.Id journal) {
        return "JOURNAL#" + journal;
    }

    public static Key key(Journal.Id journal) {
        return new Key(partition(journal), "HEADER");
    }

    public static Optional<Journal> find(Table table, Journal.Id journal) {
        return table.get(key(journal)).map(header -> {
            long planVersion = header.read().number("planVersion");
            Item plan = table.get(JournalPlanItem.key(journal, planVersion)).orElseThrow();
            return decode(header, JournalPlanItem.decode(plan));
        });
    }

    /** The journal that has the line now: the one with which it was imported, or one to which it was moved since. */
    public static Optional<Journal> holding(Table table, JournalLine line) {
        Journal.Id next = line.journal();
        while (next != null) {
            Optional<Journal> journal = find(table, next);
            if (journal.isEmpty() || journal.get().lines().contains(line.actual())) {
                return journal;
            }
            next = journal.get().moved();
        }
        return Optional.empty();
    }

    /** The two first writes of a journal. */
    public static List<Write> create(Journal journal) {
        return List.of(
                Write.put(encode(journal), Condition.ABSENT),
                Write.put(JournalPlanItem.encode(journal), Condition.ABSENT));
    }

    /** The write of its next version, with the plan of the one before, on condition that the table has that one. */
    public static Write replace(Journal journal) {
        return Write.put(encode(journal), Condition.version(journal.version() - 1));
    }

    /** The writes of its next version, with a plan that changed. */
    public static List<Write> replaceWithPlan(Journal journal) {
        return List.of(replace(journal), Write.put(JournalPlanItem.encode(journal), Condition.NONE));
    }

    private static Item encode(Journal journal) {
        Item.Builder item = Item.of(key(journal.number()), KIND)
                .text("journal", journal.number())
                .text("company", journal.company())
                .number("companyVersion", journal.companyVersion())
                .text("status", journal.status().code())
                .number(Item.VERSION, journal.version())
                .text("period", journal.period())
                .number("lines", journal.plan().size())
                .number("planVersion", journal.planVersion())
                .text("original", journal.original())
                .text("moved", journal.moved());
        NumberRange vouchers = journal.vouchers();
        if (vouchers != null) {
            item.text("voucherPrefix", vouchers.prefix())
                    .number("voucherFirst", vouchers.first())
                    .number("voucherCount", vouchers.count());
        }
        return item.build();
    }

    private static Journal decode(Item header, List<Journal.Line> plan) {
        Attributes values = header.read();
        String original = values.optionalText("original");
        String moved = values.optionalText("moved");
        return new Journal(
                new Journal.Id(values.text("journal")),
                new Company.Id(values.text("company")),
                values.number("companyVersion"),
                Coded.stored(JournalStatus.class, values.text("status")),
                values.number(Item.VERSION),
                values.text("period"),
                plan,
                values.number("planVersion"),
                values.has("voucherPrefix")
                        ? new NumberRange(
                                values.text("voucherPrefix"),
                                values.number("voucherFirst"),
                                values.number("voucherCount"))
                        : null,
                original == null ? null : new Journal.Id(original),
                moved == null ? null : new Journal.Id(moved));
    }
}
