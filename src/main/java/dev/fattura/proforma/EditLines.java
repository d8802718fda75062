package dev.fattura.proforma;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Retainer;
import dev.fattura.money.Money;
import dev.fattura.store.Attempts;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.ContractItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Edits, adds and removes line details of a draft (domain.md 1.8, 1.13, 2.13). Header, claims, backlog and details change in one
 * transaction, so the draft is whole at every moment: its total is the sum of its lines.
 */
public final class EditLines {

    /** So many lines, each with at most five writes, and the header with its receipt fit in one transaction. */
    static final int AT_ONCE = 19;

    private final Table office;
    private final LinesToAdd linesToAdd;

    public EditLines(Table office) {
        this.office = office;
        this.linesToAdd = new LinesToAdd(office);
    }

    /** The draft with one line changed. @throws Refused if it is no draft, has changed since, has no such line, or the line does not take the change */
    public Invoice edit(
            Invoice.Id id, long expectedVersion, InvoiceLineDetail.Id line, LineChange change, Command command) {
        return change(id, expectedVersion, command, invoice -> {
            InvoiceLineDetail before = find(invoice, line);
            InvoiceLineDetail after = EditLineDecider.edited(before, change, "");
            List<Write> writes = new ArrayList<>();
            writes.add(InvoiceItem.replace(invoice.added(0, after.charged().minus(before.charged()))));
            writes.add(Write.put(InvoiceLineDetailItem.encode(invoice, after), Condition.NONE));
            return writes;
        });
    }

    /**
     * The draft without a line; what it billed is back in the backlog, and with the last correction of an invoice the revision of that
     * ends. @throws Refused as {@link #edit}
     */
    public Invoice remove(Invoice.Id id, long expectedVersion, InvoiceLineDetail.Id line, Command command) {
        return change(id, expectedVersion, command, invoice -> {
            InvoiceLineDetail removed = find(invoice, line);
            Invoice without = invoice.added(-1, removed.charged().negated());
            Optional<Invoice.Id> ended = EndedRevision.by(office, invoice, removed);
            List<Write> writes = new ArrayList<>();
            writes.add(InvoiceItem.replace(ended.map(without::correctingNoMore).orElse(without)));
            ended.ifPresent(original -> writes.add(RevisionLock.giveBack(original, invoice.id())));
            writes.addAll(Claims.giveBack(removed, invoice.id()));
            writes.add(Write.delete(InvoiceLineDetailItem.key(invoice, line), Condition.NONE));
            return writes;
        });
    }

    /** The draft with more lines. @throws Refused if one of them cannot be on it, or is on an invoice already */
    public Invoice add(Invoice.Id id, long expectedVersion, AddLinesRequest request, Command command) {
        return change(id, expectedVersion, command, invoice -> {
            Contract contract = contract(invoice);
            List<InvoiceLineDetail> details = new ArrayList<>(linesToAdd.details(invoice, contract, request));
            List<Write> writes = new ArrayList<>();
            details.forEach(detail -> writes.addAll(taking(invoice, detail)));
            AgreedRetainers agreed = new AgreedRetainers(office, invoice, contract);
            for (Retainer retainer : agreed.retainers(request.retainers())) {
                InvoiceLineDetail detail = agreed.detail(retainer);
                details.add(detail);
                writes.addAll(agreed.writes(retainer, detail));
            }
            writes.add(0, InvoiceItem.replace(with(invoice, details)));
            return writes;
        });
    }

    /**
     * The draft with what the backlog of its customer has up to that day and it has not yet ("Refresh Invoice Line Transactions", 1.6).
     * Each part of it is whole; a repeat goes on.
     *
     * @throws Refused as {@link #edit}, or if that day is later than the invoice
     */
    public Invoice refresh(Invoice.Id id, long expectedVersion, LocalDate upTo, Command command) {
        Invoice draft = Drafts.find(office, id);
        boolean begun = ReceiptItem.begun(office, command);
        if (!begun) {
            Drafts.requireDraft(draft, expectedVersion);
        }
        WorkDates.requireUpTo(upTo, draft.invoiceDate(), "/upTo");
        Invoice[] newest = {draft};
        new BacklogLines(office, contract(draft), draft.customer(), upTo).eachPage(id, draft.lines(), page -> {
            for (List<InvoiceLineDetail> part : LinesToAdd.parts(page)) {
                newest[0] = addOpen(newest[0], part, command);
                WorkDates.requireUpTo(upTo, newest[0].invoiceDate(), "/upTo");
            }
            return true;
        });
        return newest[0];
    }

    /** The draft with those of the lines that are still to be had. */
    private Invoice addOpen(Invoice draft, List<InvoiceLineDetail> lines, Command command) {
        return Attempts.untilDone(() -> {
            List<InvoiceLineDetail> open = Claims.open(office, lines);
            if (open.isEmpty()) {
                return Optional.of(draft);
            }
            boolean done = office.commit(CommandWrites.goingOn(office, command, adding(draft, open)))
                    .done();
            Invoice now = Drafts.find(office, draft.id());
            if (!done && now.version() != draft.version()) {
                throw new Refused(RefusalCode.INVOICE_CHANGED, "Invoice " + draft.id() + " was changed meanwhile.");
            }
            return done ? Optional.of(now) : Optional.empty();
        });
    }

    /** The writes of a change, from the draft as it is now. */
    @FunctionalInterface
    private interface Change {
        List<Write> of(Invoice draft);
    }

    private Invoice change(Invoice.Id id, long expectedVersion, Command command, Change change) {
        return Attempts.untilDone(() -> {
            Invoice invoice = Drafts.find(office, id);
            // An earlier attempt of this command has done it: the receipt is in the same transaction.
            if (ReceiptItem.begun(office, command)) {
                return Optional.of(invoice);
            }
            Drafts.requireDraft(invoice, expectedVersion);
            return office.commit(CommandWrites.of(command, change.of(invoice))).done()
                    ? Optional.of(Drafts.find(office, id))
                    : Optional.empty();
        });
    }

    private static List<Write> adding(Invoice invoice, List<InvoiceLineDetail> details) {
        List<Write> writes = new ArrayList<>(List.of(InvoiceItem.replace(with(invoice, details))));
        details.forEach(detail -> writes.addAll(taking(invoice, detail)));
        return writes;
    }

    private static Invoice with(Invoice invoice, List<InvoiceLineDetail> details) {
        Money sum =
                details.stream().map(InvoiceLineDetail::charged).reduce(Money.zero(invoice.currency()), Money::plus);
        return invoice.added(details.size(), sum);
    }

    private static List<Write> taking(Invoice invoice, InvoiceLineDetail detail) {
        List<Write> writes = new ArrayList<>(Claims.take(detail, invoice.id()));
        writes.add(Write.put(InvoiceLineDetailItem.encode(invoice, detail), Condition.NONE));
        return writes;
    }

    private InvoiceLineDetail find(Invoice invoice, InvoiceLineDetail.Id line) {
        return InvoiceLineDetailItem.find(office, invoice, line)
                .orElseThrow(() -> new Refused(
                        RefusalCode.NOT_FOUND, "Invoice " + invoice.id() + " has no line detail " + line + "."));
    }

    private Contract contract(Invoice invoice) {
        return ContractItem.find(office, invoice.contract()).orElseThrow();
    }
}
