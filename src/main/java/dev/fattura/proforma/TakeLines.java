package dev.fattura.proforma;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.store.Attempts;
import dev.fattura.store.Commit;
import dev.fattura.store.Condition;
import dev.fattura.store.IntakeItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Key;
import dev.fattura.store.Parts;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Puts a page of lines on a draft: their details, their claims and their leaving the backlog in one transaction, on condition that
 * the draft still takes lines. So every claim of an invoice has its detail and every detail its claim, what is not claimed is in the
 * backlog, and an attempt that is late, however late, changes nothing of a draft that was edited or deleted since.
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
        boolean open = Parts.each(page, Table.COMMIT_LIMIT - 1, detail -> touched(invoice, detail), part -> {
            Taken taken = takeTogether(invoice, part);
            held.addAll(taken.held());
            return taken.open();
        });
        return new Taken(open, open ? held : List.of());
    }

    private static Stream<Key> touched(Invoice invoice, InvoiceLineDetail detail) {
        return Stream.concat(Claims.touched(detail), Stream.of(InvoiceLineDetailItem.key(invoice, detail.id())));
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
                writes.add(Write.put(InvoiceLineDetailItem.encode(invoice, detail), Condition.NONE));
                held.add(detail);
            }
        }
        Commit commit = office.commit(writes);
        if (commit.done()) {
            return Optional.of(new Taken(true, held));
        }
        boolean closed = commit.failed() == 0;
        return closed ? Optional.of(new Taken(false, List.of())) : Optional.empty();
    }
}
