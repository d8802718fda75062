package dev.fattura.proforma;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.Attempts;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Edits the header of a draft, or deletes the draft (domain.md 1.6, 1.13). */
public final class EditInvoice {

    private final Table office;
    private final ReleaseDraft releaseDraft;

    public EditInvoice(Table office) {
        this.office = office;
        this.releaseDraft = new ReleaseDraft(office);
    }

    /**
     * What is to change.
     *
     * @param invoiceDate the new one, or null to keep it
     * @param description the new one, empty for none, or null to keep it
     * @param accountingDate the new one that confirming is to take, or null to keep it
     * @param status draft or in review, or null to keep it
     */
    public record Change(
            @Nullable LocalDate invoiceDate,
            @Nullable String description,
            @Nullable LocalDate accountingDate,
            @Nullable InvoiceStatus status) {

        boolean isNothing() {
            return invoiceDate == null && description == null && accountingDate == null && status == null;
        }

        Invoice of(Invoice invoice) {
            String text = description == null ? invoice.description() : description;
            return invoice.edited(
                    invoiceDate == null ? invoice.invoiceDate() : invoiceDate,
                    text == null || text.isEmpty() ? null : text,
                    accountingDate == null ? invoice.adjustments().accountingDate() : accountingDate,
                    status == null ? invoice.status() : status);
        }
    }

    /** The draft with the change. @throws Refused if it is no draft, has changed since it was read, or has work that would be later than it */
    public Invoice edit(Invoice.Id id, long expectedVersion, Change change, Command command) {
        return Attempts.untilDone(() -> {
            Invoice invoice = Drafts.find(office, id);
            // An earlier attempt of this command has done it: the receipt is in the same commit.
            if (ReceiptItem.begun(office, command)) {
                return Optional.of(invoice);
            }
            Drafts.requireDraft(invoice, expectedVersion);
            Invoice edited = change.of(invoice);
            requireWorkBefore(invoice, edited.invoiceDate());
            return office.commit(CommandWrites.of(command, List.of(InvoiceItem.replace(edited))))
                            .done()
                    ? Optional.of(edited)
                    : Optional.empty();
        });
    }

    /** Looks through the lines, and only where the date gets earlier: that there are others meanwhile the version of the draft excludes. */
    private void requireWorkBefore(Invoice invoice, LocalDate invoiceDate) {
        if (invoiceDate.isBefore(invoice.invoiceDate())) {
            DetailPages.each(office, invoice, page -> WorkDates.requireDate(invoiceDate, page, "/invoiceDate"));
        }
    }

    /** Deletes the draft; what it billed is back in the backlog. @throws Refused if it is no draft, or has changed since it was read */
    public void delete(Invoice.Id id, long expectedVersion, Command command) {
        releaseDraft.release(Attempts.untilDone(() -> claimDeletion(id, expectedVersion, command)));
    }

    private Optional<Invoice> claimDeletion(Invoice.Id id, long expectedVersion, Command command) {
        Invoice invoice = InvoiceItem.find(office, id)
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "There is no invoice " + id + "."));
        // A repeat of the deletion of that version goes on with it; it says the same again when there is nothing left
        // to do.
        if (invoice.status() == InvoiceStatus.DELETED && invoice.version() == expectedVersion + 1) {
            return Optional.of(invoice);
        }
        Drafts.requireDraft(invoice, expectedVersion);
        Invoice deleted = invoice.deleted();
        List<Write> writes = List.of(
                InvoiceItem.replace(deleted), Write.put(WorkItem.encode(ReleaseDraft.unfinished(id)), Condition.NONE));
        return office.commit(CommandWrites.of(command, writes)).done() ? Optional.of(deleted) : Optional.empty();
    }
}
