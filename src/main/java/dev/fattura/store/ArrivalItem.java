package dev.fattura.store;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Arrival;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Work;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Arrivals at the staging table, as entries of a queue of work that name their rows. */
public final class ArrivalItem {

    private static final String ROWS = "rows";

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
                .text(ROWS, arrival.rows().stream().map(Actual.Id::toString).collect(Collectors.joining(" ")))
                .build();
    }

    private static Arrival decode(Company.Id company, Item item) {
        return new Arrival(
                company,
                Stream.of(item.text(ROWS).split(" ", -1)).map(Texts::actual).toList());
    }
}
