package dev.fattura.actuals;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.SyncErrorCode;
import dev.fattura.maps.SyncFailure;
import dev.fattura.maps.TableMaps;
import dev.fattura.store.ArrivalItem;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of the actuals staging table, and for cost and unbilled sales rows the arrival in which they wait for
 * their journal. A row is written once and never changed: one that comes again is left as it is, one that comes with other values
 * contradicts what has crossed and is not written.
 */
public final class StageActuals {

    private final Table finance;
    private final TableMaps maps;

    public StageActuals(Table finance, TableMaps maps) {
        this.finance = finance;
        this.maps = maps;
    }

    /** What became of actuals: how many rows were not there before, and which could not cross, and why. */
    public record Staged(long added, Map<Actual.Id, SyncFailure> failures) {}

    /**
     * Stages actuals that come from the stream. The arrival is written again also for a row that is there, since the
     * first attempt may have ended between the two; an import drops it if the row has its journal line.
     */
    public Staged stage(List<Actual> actuals) {
        return stage(actuals, true);
    }

    /** Stages those that are not there; a row that is there is left with the entry that it has or had. */
    public Staged stageMissing(List<Actual> actuals) {
        return stage(actuals, false);
    }

    private Staged stage(List<Actual> actuals, boolean waitAgain) {
        Map<Actual.Id, SyncFailure> failures = new LinkedHashMap<>();
        List<StagedActual> arriving = rows(actuals, failures);
        Map<Key, Item> there = StagedActualItem.items(finance, arriving).stream()
                .collect(Collectors.toMap(Item::key, Function.identity()));
        List<StagedActual> added = new ArrayList<>();
        List<StagedActual> waiting = new ArrayList<>();
        for (StagedActual row : arriving) {
            Item before = there.get(StagedActualItem.key(row));
            Optional<SyncFailure> contradiction = contradiction(before, row);
            if (contradiction.isPresent()) {
                failures.put(row.actual(), contradiction.get());
                continue;
            }
            if (before == null) {
                added.add(row);
            }
            if (row.proposal() == null && (before == null || waitAgain)) {
                waiting.add(row);
            }
        }
        // The arrival first: the sweep looks for missing rows only, so a row without it would never be imported; a row
        // that an arrival names and is not there waits as missing until it is.
        finance.putAll(StagingDecider.arrivals(waiting).stream()
                .map(ArrivalItem::encode)
                .toList());
        finance.putAll(StagedActualItem.encodeAll(added));
        return new Staged(added.size(), failures);
    }

    private List<StagedActual> rows(List<Actual> actuals, Map<Actual.Id, SyncFailure> failures) {
        Map<Actual.Id, StagedActual> rows = new LinkedHashMap<>();
        for (Actual actual : actuals) {
            // The filter of the map and this: a changed filter must not let a skip-sync actual through (domain.md 2.1).
            if (actual.skipSync() || !maps.actuals().takes(actual)) {
                continue;
            }
            try {
                rows.put(actual.id(), StagedRow.of(actual, maps));
            } catch (SyncFailure failure) {
                failures.put(actual.id(), failure);
            }
        }
        return List.copyOf(rows.values());
    }

    private static Optional<SyncFailure> contradiction(@Nullable Item before, StagedActual arriving) {
        if (before == null) {
            return Optional.empty();
        }
        try {
            StagedActual there = SyncFailure.reading(
                    Crossing.ACTUALS, "staging row " + arriving.actual(), () -> StagedActualItem.decode(before));
            List<String> differences = StagingDecider.differences(there, arriving);
            return differences.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SyncFailure(
                            Crossing.ACTUALS,
                            SyncErrorCode.TARGET_CONTRADICTS,
                            "The staging row of actual " + arriving.actual() + " is there with other values of "
                                    + String.join(", ", differences) + "."));
        } catch (SyncFailure unreadable) {
            return Optional.of(unreadable);
        }
    }
}
