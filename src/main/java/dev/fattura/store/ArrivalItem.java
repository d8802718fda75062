package dev.fattura.store;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Arrival;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Placed;
import dev.fattura.ledger.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Arrivals at the staging table, as entries of a queue of work that name their rows. */
public final class ArrivalItem {

    private static final String ROWS = "rows";
    private static final String SHEET = "sheet";
    private static final String LINES = "lines";

    private ArrivalItem() {}

    /** One page of a company's arrivals; {@code next} is where the next page begins, or null. */
    public record Arrivals(List<Arrival> arrivals, @Nullable String next) {}

    public static Arrivals page(Table table, Company.Id company, @Nullable String after, int limit) {
        String partition = WorkItem.partition(Work.Queue.ARRIVED, company.value());
        Page page = table.query(partition, "", after, limit);
        return new Arrivals(
                page.items().stream().map(item -> decode(company, item)).toList(), page.next());
    }

    public static Item encode(Arrival arrival) {
        return Item.of(WorkItem.key(arrival.work()), WorkItem.KIND)
                .text("cause", arrival.rows().size() + " rows wait for the next import")
                .list(ROWS, sheets(arrival.rows()))
                .build();
    }

    private static Arrival decode(Company.Id company, Item item) {
        return new Arrival(
                company,
                item.read().list(ROWS).stream().flatMap(ArrivalItem::rows).toList());
    }

    /** The rows by their sheets, the lines of each as a text: {@code 0 1 2}. */
    private static List<Map<String, Object>> sheets(List<Actual.Id> rows) {
        Map<UUID, String> sheets = new LinkedHashMap<>();
        rows.forEach(row -> sheets.merge(
                Placed.sheetOf(row.value()),
                Integer.toString(Placed.lineOf(row.value())),
                (before, line) -> before + " " + line));
        return sheets.entrySet().stream()
                .map(sheet -> Map.<String, Object>of(SHEET, sheet.getKey().toString(), LINES, sheet.getValue()))
                .toList();
    }

    private static Stream<Actual.Id> rows(Attributes sheet) {
        UUID first = UUID.fromString(sheet.text(SHEET));
        return Stream.of(sheet.text(LINES).split(" ", -1))
                .map(line -> new Actual.Id(Placed.onSheet(first, Integer.parseInt(line))));
    }
}
