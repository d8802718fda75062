package dev.fattura.store;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.NumberRange;
import dev.fattura.money.Rate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Integration journals of finance: a header that changes its status, and beside it the list of its lines, which is written
 * once and does not burden every change of the header.
 */
public final class JournalItem {

    public static final String KIND = "journal";
    private static final String LIST_KIND = "journalLineList";

    private JournalItem() {}

    public static Key key(Journal.Id journal) {
        return new Key(partition(journal), "HEADER");
    }

    private static Key listKey(Journal.Id journal) {
        return new Key(partition(journal), "LINES");
    }

    public static Optional<Journal> find(Table table, Journal.Id journal) {
        return table.get(key(journal))
                .map(header -> decode(header, plan(table.get(listKey(journal)).orElseThrow())));
    }

    /** The two first writes of a journal. */
    public static List<Write> create(Journal journal) {
        Item list = Item.of(listKey(journal.number()), LIST_KIND)
                .text("lines", Texts.of(journal.lines()))
                .text("exchangeRates", rates(journal.plan()))
                .build();
        return List.of(Write.put(encode(journal), Condition.ABSENT), Write.put(list, Condition.ABSENT));
    }

    /** The write of its next version, on condition that the table has the one before. */
    public static Write replace(Journal journal) {
        return Write.put(encode(journal), Condition.version(journal.version() - 1));
    }

    private static Item encode(Journal journal) {
        Item.Builder item = Item.of(key(journal.number()), KIND)
                .text("journal", journal.number())
                .text("company", journal.company())
                .text("status", journal.status().code())
                .number(Item.VERSION, journal.version())
                .text("period", journal.period())
                .number("lines", journal.plan().size());
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
        return new Journal(
                new Journal.Id(values.text("journal")),
                new Company.Id(values.text("company")),
                Coded.stored(JournalStatus.class, values.text("status")),
                values.number(Item.VERSION),
                values.text("period"),
                plan,
                values.has("voucherPrefix")
                        ? new NumberRange(
                                values.text("voucherPrefix"),
                                values.number("voucherFirst"),
                                values.number("voucherCount"))
                        : null);
    }

    private static String rates(List<Journal.Line> plan) {
        return plan.stream().map(line -> line.exchangeRate().toString()).collect(Collectors.joining(" "));
    }

    private static List<Journal.Line> plan(Item list) {
        List<Actual.Id> actuals = Texts.ids(list.text("lines"));
        String[] rates = list.text("exchangeRates").split(" ", -1);
        if (rates.length != actuals.size()) {
            throw new IllegalStateException(actuals.size() + " journal lines have " + rates.length + " rates");
        }
        return IntStream.range(0, rates.length)
                .mapToObj(index -> new Journal.Line(actuals.get(index), Rate.of(rates[index])))
                .toList();
    }

    private static String partition(Journal.Id journal) {
        return "JOURNAL#" + journal;
    }
}
