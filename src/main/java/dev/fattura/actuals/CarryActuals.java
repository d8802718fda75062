package dev.fattura.actuals;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.SyncError;
import dev.fattura.ledger.SyncErrorCode;
import dev.fattura.maps.SyncErrors;
import dev.fattura.maps.SyncFailure;
import dev.fattura.maps.TableMaps;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ApprovalItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the actuals that should have crossed and have not, and carries them across: what a stream forgot after its 24 hours, and
 * what waited while the map was paused (design.md, rule 7). It finds nothing where the stream did its work.
 */
public final class CarryActuals {

    private static final int PAGE = 500;

    private final Table office;
    private final StageActuals stage;
    private final SyncErrors errors;

    public CarryActuals(Table office, Table finance, TableMaps maps, SyncErrors errors) {
        this.office = office;
        this.stage = new StageActuals(finance, maps);
        this.errors = errors;
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

    /**
     * Tries an actual again that could not cross, as the office has it now.
     *
     * @throws SyncFailure if it still cannot cross
     */
    public void again(SyncError.Reference record) {
        Item item = office.get(new Key(record.partition(), record.sort()))
                .orElseThrow(() -> new SyncFailure(
                        Crossing.ACTUALS, SyncErrorCode.RECORD_MISSING, "The actual is not in the office."));
        Actual actual = read(item);
        SyncFailure failure = stage.stage(List.of(actual)).failures().get(actual.id());
        if (failure != null) {
            throw failure;
        }
    }

    static Actual read(Item item) {
        return SyncFailure.reading(Crossing.ACTUALS, "actual " + item.key().partition(), () -> ActualItem.decode(item));
    }

    private long carryMissing(List<Actual.Id> ids) {
        List<Actual> readable = new ArrayList<>();
        for (Item item : ActualItem.items(office, ids)) {
            try {
                readable.add(read(item));
            } catch (SyncFailure failure) {
                errors.park(SyncError.Source.OFFICE, item.key(), failure);
            }
        }
        StageActuals.Staged staged = stage.stageMissing(readable);
        staged.failures()
                .forEach((actual, failure) -> errors.park(SyncError.Source.OFFICE, ActualItem.key(actual), failure));
        return staged.added();
    }
}
