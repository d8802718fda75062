package dev.fattura.store;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.money.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The plan of an integration journal in one of its versions: columns of short texts, since there may be 400 lines. */
final class JournalPlanItem {

    private static final String KIND = "journalLineList";

    private JournalPlanItem() {}

    static Key key(Journal.Id journal, long planVersion) {
        return new Key(JournalItem.partition(journal), "LINES#" + planVersion);
    }

    static Item encode(Journal journal) {
        return Item.of(key(journal.number(), journal.planVersion()), KIND)
                .text("lines", Texts.of(journal.lines()))
                .text("exchangeRates", joined(journal.plan().stream().map(Journal.Line::exchangeRate)))
                .text("accountingDates", joined(journal.plan().stream().map(Journal.Line::accountingDate)))
                .list("failures", failures(journal.plan()))
                .build();
    }

    static List<Journal.Line> decode(Item item) {
        List<Actual.Id> actuals = Texts.ids(item.text("lines"));
        String[] rates = item.text("exchangeRates").split(" ", -1);
        String[] dates = item.text("accountingDates").split(" ", -1);
        if (!actuals.isEmpty() && (rates.length != actuals.size() || dates.length != actuals.size())) {
            throw new IllegalStateException(
                    actuals.size() + " journal lines have " + rates.length + " rates and " + dates.length + " dates");
        }
        Map<Long, Journal.Failure> failures = new HashMap<>();
        for (Attributes failure : item.read().list("failures")) {
            failures.put(
                    failure.number("line"),
                    new Journal.Failure(
                            Coded.stored(WaitingReason.class, failure.text("code")), failure.text("cause")));
        }
        List<Journal.Line> plan = new ArrayList<>(actuals.size());
        for (int index = 0; index < actuals.size(); index++) {
            plan.add(new Journal.Line(
                    actuals.get(index),
                    Rate.of(rates[index]),
                    LocalDate.parse(dates[index]),
                    failures.get(index + 1L)));
        }
        return plan;
    }

    private static List<Map<String, Object>> failures(List<Journal.Line> plan) {
        List<Map<String, Object>> failures = new ArrayList<>();
        long number = 0;
        for (Journal.Line line : plan) {
            number++;
            Journal.Failure failure = line.failure();
            if (failure != null) {
                Map<String, Object> map = new TreeMap<>();
                map.put("line", number);
                map.put("code", failure.reason().code());
                map.put("cause", failure.cause());
                failures.add(map);
            }
        }
        return failures;
    }

    private static String joined(Stream<?> values) {
        return values.map(Object::toString).collect(Collectors.joining(" "));
    }
}
