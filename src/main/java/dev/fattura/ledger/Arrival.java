package dev.fattura.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cost and unbilled sales rows that have arrived at the staging table together and wait for an import to look at them (domain.md 3.2).
 * One entry stands for all of them, because entries of their own would cost more than the rows.
 *
 * @param rows the actuals of the rows, at most {@link #MOST}
 */
public record Arrival(Company.Id company, List<Actual.Id> rows) {

    public static final int MOST = 400;

    public Arrival {
        rows = List.copyOf(rows);
    }

    /** Rows of one company as arrivals, so that none is too large; the same rows, in whatever order they came, are the same arrivals. */
    public static List<Arrival> of(Company.Id company, List<Actual.Id> arrived) {
        List<Actual.Id> rows = arrived.stream()
                .sorted(Comparator.comparing(Actual.Id::toString))
                .toList();
        List<Arrival> arrivals = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += MOST) {
            arrivals.add(new Arrival(company, rows.subList(from, Math.min(from + MOST, rows.size()))));
        }
        return arrivals;
    }

    /** Its entry in the queue. */
    public Work work() {
        String ids = rows.stream().map(Actual.Id::toString).collect(Collectors.joining(" "));
        return Work.of(
                Work.Queue.ARRIVED,
                company.value(),
                Identifiers.derived("arrival", ids).toString());
    }
}
