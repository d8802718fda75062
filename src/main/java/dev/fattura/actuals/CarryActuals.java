package dev.fattura.actuals;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.StagedActual;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ApprovalItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the actuals that should have crossed and have not, and carries them across: what a stream forgot after its 24 hours
 * (design.md, rule 7). It finds nothing where the stream did its work.
 */
public final class CarryActuals {

    private static final int PAGE = 100;

    private final Table office;
    private final Table finance;
    private final StageActuals stage;

    public CarryActuals(Table office, Table finance) {
        this.office = office;
        this.finance = finance;
        this.stage = new StageActuals(finance);
    }

    /** Carries what is missing of an approval's cost and unbilled sales actuals. Returns how many were missing. */
    public long approval(Approval.Id id) {
        Optional<Approval> approval = ApprovalItem.find(office, id);
        List<Actual.Id> actuals = approval.stream()
                .flatMap(found -> found.entries().stream())
                .flatMap(entry -> entry.actuals().stream())
                .toList();
        long carried = 0;
        for (int start = 0; start < actuals.size(); start += PAGE) {
            carried += carryMissing(actuals.subList(start, Math.min(actuals.size(), start + PAGE)));
        }
        return carried;
    }

    /** Carries what is missing of all crossing actuals that confirming an invoice wrote. Returns how many were missing. */
    public long invoice(Invoice invoice) {
        long carried = 0;
        for (int shard = 0; shard < invoice.shards(); shard++) {
            String after = null;
            do {
                InvoiceLineDetailItem.Details page = InvoiceLineDetailItem.page(office, invoice, shard, after, PAGE);
                carried += carryMissing(page.details().stream()
                        .flatMap(detail -> ActualPart.idsOf(detail).stream())
                        .toList());
                after = page.next();
            } while (after != null);
        }
        return carried;
    }

    private long carryMissing(List<Actual.Id> ids) {
        Map<Key, Actual> byRow = ActualItem.findAll(office, ids).stream()
                .filter(actual -> !actual.skipSync())
                .collect(Collectors.toMap(CarryActuals::rowKey, Function.identity()));
        Set<Key> staged = finance.getAll(List.copyOf(byRow.keySet())).stream()
                .map(Item::key)
                .collect(Collectors.toSet());
        List<Actual> missing = byRow.entrySet().stream()
                .filter(row -> !staged.contains(row.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        stage.stage(missing);
        return missing.size();
    }

    private static Key rowKey(Actual actual) {
        StagedActual row = StagingDecider.row(actual);
        return StagedActualItem.key(row);
    }
}
