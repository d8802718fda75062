package dev.fattura.proforma;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Work;
import dev.fattura.store.Attempts;
import dev.fattura.store.IntakeItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Parts;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends an invoice that is not to be: what it billed goes back to the billing backlog, and its number stays taken (domain.md
 * 1.13). The sweep calls it for drafts that a crash left behind.
 */
public final class ReleaseDraft {

    private final Table office;

    public ReleaseDraft(Table office) {
        this.office = office;
    }

    /**
     * Gives up a drafting that nobody goes on with. Returns false if it has changed since it was read: then somebody did.
     *
     * @param drafting as it was read
     */
    public boolean abandon(Invoice drafting) {
        if (drafting.status() != InvoiceStatus.DRAFTING) {
            throw new IllegalArgumentException("Invoice " + drafting.id() + " is not being drafted");
        }
        Invoice deleted = drafting.deleted();
        boolean claimed = office.commit(List.of(InvoiceItem.replace(deleted), IntakeItem.close(drafting.id())))
                .done();
        if (claimed) {
            release(deleted);
        }
        return claimed;
    }

    /** Releases what a deleted invoice still holds; going on after a crash is the same call again. */
    public void release(Invoice deleted) {
        if (deleted.status() != InvoiceStatus.DELETED) {
            throw new IllegalArgumentException("Invoice " + deleted.id() + " is not deleted");
        }
        DetailPages.each(office, deleted, page -> releasePage(deleted, page));
        deleted.adjustments().corrects().forEach(original -> RevisionLock.release(office, original, deleted.id()));
        office.deleteAll(List.of(WorkItem.key(unfinished(deleted.id()))));
    }

    /** The entry of the queue in which an invoice stands while it is drafted, deleted or confirmed. */
    static Work unfinished(Invoice.Id invoice) {
        return Work.of(Work.Queue.UNFINISHED_INVOICE, Work.OFFICE, invoice.value());
    }

    private void releasePage(Invoice deleted, List<InvoiceLineDetail> page) {
        Parts.each(page, Table.COMMIT_LIMIT, Claims::touched, part -> {
            Attempts.untilDone(() -> endClaims(deleted, part));
            return true;
        });
        office.deleteAll(page.stream()
                .map(detail -> InvoiceLineDetailItem.key(deleted, detail.id()))
                .toList());
    }

    /** Ends the claims and puts the entries back in one transaction: at no moment is a billable in neither place. */
    private Optional<List<InvoiceLineDetail>> endClaims(Invoice deleted, List<InvoiceLineDetail> page) {
        List<InvoiceLineDetail> held = Claims.held(office, deleted, page);
        List<Write> writes = new ArrayList<>();
        for (InvoiceLineDetail detail : held) {
            writes.addAll(Claims.giveBack(detail, deleted.id()));
        }
        return held.isEmpty() || office.commit(writes).done() ? Optional.of(held) : Optional.empty();
    }
}
