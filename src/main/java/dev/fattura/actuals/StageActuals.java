package dev.fattura.actuals;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.StagedActual;
import dev.fattura.store.Item;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes rows of the actuals staging table, and for cost and unbilled sales rows the entry of the queue in which they wait for
 * their journal. A row that comes again is the same bytes at the same key; an entry that comes again after its row was imported
 * is dropped by the next import.
 */
public final class StageActuals {

    private final Table finance;

    public StageActuals(Table finance) {
        this.finance = finance;
    }

    /** Stages actuals, none of which may be skip-sync. */
    public void stage(List<Actual> actuals) {
        List<Item> rows = new ArrayList<>();
        List<Item> waiting = new ArrayList<>();
        for (Actual actual : actuals) {
            StagedActual row = StagingDecider.row(actual);
            rows.add(StagedActualItem.encode(row));
            if (row.proposal() == null) {
                waiting.add(WorkItem.encode(StagingDecider.waiting(row)));
            }
        }
        // The row first: an entry without its row would be work that cannot be done.
        finance.putAll(rows);
        finance.putAll(waiting);
    }
}
