package dev.fattura.store;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.money.Rate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The plan of an integration journal in one of its versions. */
final class JournalPlanItem {

    private static final String KIND = "journalLineList";
    private static final String PLAN = "plan";

    private JournalPlanItem() {}

    static Key key(Journal.Id journal, long planVersion) {
        return new Key(JournalItem.partition(journal), "LINES#" + planVersion);
    }

    static Item encode(Journal journal) {
        return Item.of(key(journal.number(), journal.planVersion()), KIND)
                .list(PLAN, journal.plan().stream().map(JournalPlanItem::encode).toList())
                .build();
    }

    static List<Journal.Line> decode(Item item) {
        return item.read().list(PLAN).stream().map(JournalPlanItem::decode).toList();
    }

    private static Map<String, Object> encode(Journal.Line line) {
        Map<String, Object> map = new TreeMap<>();
        map.put("actual", line.actual().toString());
        map.put("exchangeRate", line.exchangeRate().toString());
        map.put("accountingDate", line.accountingDate().toString());
        Journal.Failure failure = line.failure();
        if (failure != null) {
            map.put("code", failure.reason().code());
            map.put("cause", failure.cause());
        }
        return map;
    }

    private static Journal.Line decode(Attributes line) {
        return new Journal.Line(
                Texts.actual(line.text("actual")),
                Rate.of(line.text("exchangeRate")),
                LocalDate.parse(line.text("accountingDate")),
                line.has("code")
                        ? new Journal.Failure(Coded.stored(WaitingReason.class, line.text("code")), line.text("cause"))
                        : null);
    }
}
