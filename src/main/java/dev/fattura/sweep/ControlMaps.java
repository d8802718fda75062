package dev.fattura.sweep;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Deed;
import dev.fattura.ledger.MapStatuses;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.Attempts;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.MapStatusItem;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Pauses and resumes table maps and runs them again for past months (domain.md 4.1). While a map is paused its changes wait in
 * their queues, for as long as it takes; nothing is lost and nobody is blocked.
 */
final class ControlMaps {

    private final Table finance;
    private final CatchUp catchUp;
    private final RunPeriod periods;

    ControlMaps(Table finance, CatchUp catchUp, RunPeriod periods) {
        this.finance = finance;
        this.catchUp = catchUp;
        this.periods = periods;
    }

    /**
     * What was carried.
     *
     * @param documents how many of the period there are to look at; 0 where no period was asked for
     * @param complete whether everything that waits was looked at; if not, the sweep goes on
     */
    record CaughtUp(long documents, SweepReport report, boolean complete) {}

    /** The months to run again, and the company, or null for all that finance knows. */
    record Period(YearMonth from, YearMonth to, Company.@Nullable Id company) {}

    /** From now on nothing of the map is carried. One that is paused stays paused since when it was. */
    void pause(Crossing crossing, Instant now, Command command) {
        change(crossing, true, command, statuses -> statuses.pausing(crossing, now));
    }

    /** The map runs again, and what waits is carried. */
    CaughtUp resume(Crossing crossing, Command command) {
        change(crossing, false, command, statuses -> statuses.resuming(crossing));
        return caughtUp(crossing, 0);
    }

    /**
     * Carries every document of past months again.
     *
     * @throws Refused if the map is paused
     */
    CaughtUp run(Crossing crossing, Period period) {
        if (!MapStatusItem.read(finance).carries(crossing)) {
            throw new Refused(RefusalCode.MAP_PAUSED, "The table map " + crossing.code() + " is paused.");
        }
        Company.Id named = period.company();
        List<Company.Id> companies = named == null ? CompanyItem.all(finance) : List.of(named);
        return caughtUp(crossing, periods.enqueue(crossing, companies, period.from(), period.to()));
    }

    private CaughtUp caughtUp(Crossing crossing, long documents) {
        SweepReport report = new SweepReport();
        boolean runs = MapStatusItem.read(finance).carries(crossing);
        return new CaughtUp(documents, report, runs && catchUp.run(crossing, report));
    }

    private void change(Crossing crossing, boolean paused, Command command, UnaryOperator<MapStatuses> next) {
        Attempts.untilDone(() -> {
            MapStatuses statuses = MapStatusItem.read(finance);
            // An earlier attempt of this command has changed it, and somebody else may have since.
            if (statuses.paused().containsKey(crossing) == paused || ReceiptItem.begun(finance, command)) {
                return Optional.of(statuses);
            }
            MapStatuses changed = next.apply(statuses);
            List<Write> writes = CommandWrites.of(
                    command,
                    List.of(MapStatusItem.replace(changed)),
                    MapStatusItem.key(crossing),
                    by -> new Deed("tableMap", crossing.code(), changed.version(), paused ? "paused" : "running", by));
            return finance.commit(writes).done() ? Optional.of(changed) : Optional.empty();
        });
    }
}
