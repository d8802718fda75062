package dev.fattura.proforma;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.LongInvoice;
import dev.fattura.ledger.Progress;
import dev.fattura.ledger.Refused;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.LongInvoiceItem;
import dev.fattura.store.LongStep;
import dev.fattura.store.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes long invoices to the end of their drafting or confirming. What one run has no time for, or loses in a crash, the next one goes
 * on with; one that fails does not hold up the others.
 */
public final class FinishLongInvoices {

    private static final Logger LOG = Logger.getLogger(FinishLongInvoices.class);

    private final Table office;
    private final DraftInvoice draft;
    private final ConfirmInvoice confirm;

    public FinishLongInvoices(Table office) {
        this.office = office;
        this.draft = new DraftInvoice(office);
        this.confirm = new ConfirmInvoice(office);
    }

    /**
     * What a run has taken to its end.
     *
     * @param confirmed how many of the invoices were confirmed
     */
    public record Finished(int invoices, int confirmed) {}

    public Finished run(Instant now) {
        List<Invoice> finished = new ArrayList<>();
        LongInvoiceItem.each(office, entry -> {
            if (!entry.isTaken(now)) {
                finished(entry, now).ifPresent(finished::add);
            }
        });
        long confirmed = finished.stream()
                .filter(before -> before.status() == InvoiceStatus.CONFIRMING)
                .count();
        return new Finished(finished.size(), (int) confirmed);
    }

    /** The invoice as it was before; empty if there is none, or it is not finished. */
    private Optional<Invoice> finished(LongInvoice entry, Instant now) {
        if (!replaced(entry.since(now))) {
            return Optional.empty();
        }
        try {
            Optional<Invoice> begun = InvoiceItem.find(office, entry.invoice());
            begun.ifPresent(invoice -> finish(invoice, entry));
            LongStep.forget(office, entry.invoice(), Progress.Step.DRAFT);
            LongInvoiceItem.end(office, entry);
            return begun;
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Invoice %s could not be finished", entry.invoice());
            replaced(entry.since(null));
            return Optional.empty();
        }
    }

    /** Not where another run has ended it. */
    private boolean replaced(LongInvoice entry) {
        return office.commit(List.of(LongInvoiceItem.replace(entry))).done();
    }

    private void finish(Invoice invoice, LongInvoice entry) {
        switch (invoice.status()) {
            case DRAFTING -> finishDraft(invoice, entry);
            case CONFIRMING -> confirm.finish(invoice);
            case DRAFT, IN_REVIEW, CONFIRMED, POSTED, DELETED -> {
                // Somebody else has finished it.
            }
        }
    }

    /** Where other invoices have taken all of the backlog meanwhile there is no draft, as if it had been asked for after them. */
    private void finishDraft(Invoice invoice, LongInvoice entry) {
        try {
            draft.finish(invoice, entry);
        } catch (Refused refused) {
            LOG.infof("Invoice %s is not drafted: %s", invoice.id(), refused.detail());
        }
    }
}
