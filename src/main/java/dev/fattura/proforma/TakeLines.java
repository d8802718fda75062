package dev.fattura.proforma;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.store.Attempts;
import dev.fattura.store.Commit;
import dev.fattura.store.IntakeItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Packing;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts a page of lines on a draft: their details first; then their claims and their leaving the backlog in one transaction, on
 * condition that the draft still takes lines. So every claim of an invoice has its detail, and what is not claimed is in the
 * backlog, whenever it ends and however late an attempt is.
 */
final class TakeLines {

    private final Table office;

    TakeLines(Table office) {
        this.office = office;
    }

    /**
     * How a page was taken.
     *
     * @param open whether the draft still takes lines; if not, another attempt at it has gone on to count them
     * @param held those of the page that are on the invoice now
     */
    record Taken(boolean open, List<InvoiceLineDetail> held) {}

    /** Takes those that are on no other invoice, as many at once as fit in a transaction; harmless when repeated. */
    Taken take(Invoice invoice, List<InvoiceLineDetail> page) {
        List<InvoiceLineDetail> held = new ArrayList<>();
        for (List<InvoiceLineDetail> part : Packing.parts(page, Table.COMMIT_LIMIT - 1, Claims::touched)) {
            Taken taken = takeTogether(invoice, part);
            if (!taken.open()) {
                return taken;
            }
            held.addAll(taken.held());
        }
        return new Taken(true, held);
    }

    private Taken takeTogether(Invoice invoice, List<InvoiceLineDetail> page) {
        boolean[] again = {false};
        return Attempts.untilDone(() -> {
            Optional<Taken> taken = attempt(invoice, again[0] ? present(page) : page);
            again[0] = true;
            return taken;
        });
    }

    /** What was marked not ready since the page was read is left in the backlog; a correction never stands there. */
    private List<InvoiceLineDetail> present(List<InvoiceLineDetail> page) {
        Map<UUID, BacklogEntry> waiting = Claims.waiting(office, page);
        Map<UUID, Invoice.Id> holders = Claims.holders(office, page);
        return page.stream()
                .filter(detail -> {
                    UUID id = detail.billable().id();
                    BacklogEntry entry = waiting.get(id);
                    return holders.containsKey(id)
                            || (entry != null && entry.ready())
                            || Claims.backlogEntry(detail).isEmpty();
                })
                .toList();
    }

    private Optional<Taken> attempt(Invoice invoice, List<InvoiceLineDetail> page) {
        Map<UUID, Invoice.Id> holders = Claims.holders(office, page);
        List<InvoiceLineDetail> held = new ArrayList<>();
        List<Write> writes = new ArrayList<>(List.of(IntakeItem.stillOpen(invoice.id())));
        for (InvoiceLineDetail detail : page) {
            Invoice.Id holder = holders.get(detail.billable().id());
            if (holder == null) {
                writes.addAll(Claims.take(detail, invoice.id()));
            }
            if (holder == null || holder.equals(invoice.id())) {
                held.add(detail);
            }
        }
        office.putAll(held.stream()
                .map(detail -> InvoiceLineDetailItem.encode(invoice, detail))
                .toList());
        Commit commit = office.commit(writes);
        if (commit.done()) {
            return Optional.of(new Taken(true, held));
        }
        boolean closed = commit.failed() == 0;
        if (closed) {
            Claims.deleteUnheld(office, invoice, held);
        }
        return closed ? Optional.of(new Taken(false, List.of())) : Optional.empty();
    }
}
