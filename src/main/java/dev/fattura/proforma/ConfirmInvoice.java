package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.LongInvoice;
import dev.fattura.ledger.PeriodEntry;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.store.ActualItem;
import dev.fattura.store.Attempts;
import dev.fattura.store.Backlog;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.CorrectionItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Item;
import dev.fattura.store.LongInvoiceItem;
import dev.fattura.store.LongStep;
import dev.fattura.store.Packing;
import dev.fattura.store.PeriodLogItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Confirms a draft: claims it, writes billed sales actuals and the reversals of the unbilled sales behind them, and seals it with
 * their control totals (domain.md 2). What is short enough is all that in one transaction of the table.
 *
 * <p>Everything that can refuse is checked before the claim. After it there is only forward: a crash is repaired by confirming
 * again, by whoever does, and the facts are the same.
 */
public final class ConfirmInvoice {

    /** An invoice of so few lines is read as a whole. */
    private static final long SHORT = 50;

    /** As many sheets of actuals as make fewer calls of the store worth the double price of a transaction. */
    private static final int AT_ONCE = 4;

    private final Table office;

    public ConfirmInvoice(Table office) {
        this.office = office;
    }

    /**
     * The confirmed invoice.
     *
     * @param expectedVersion of the draft that the caller has read
     * @param accountingDate of everything that confirming writes; an earlier claim's own date holds where there is one
     * @throws Refused if there is no such invoice, it has changed since, or it is confirmed already by another command
     */
    public Invoice confirm(Invoice.Id id, long expectedVersion, LocalDate accountingDate, Command command) {
        return confirm(id, expectedVersion, new AccountingDates(accountingDate, accountingDate), command);
    }

    Invoice confirm(Invoice.Id id, long expectedVersion, AccountingDates dates, Command command) {
        Invoice claimed = Attempts.untilDone(() -> claim(id, expectedVersion, dates, command, List.of()));
        return claimed.status() == InvoiceStatus.CONFIRMING ? finish(claimed) : claimed;
    }

    /** As {@link #confirm}, but a long invoice is left confirming, for {@link FinishLongInvoices}. */
    Invoice begin(Invoice.Id id, long expectedVersion, AccountingDates dates, Command command) {
        Write later = Write.put(LongInvoiceItem.encode(LongInvoice.confirming(id)), Condition.NONE);
        Invoice claimed = Attempts.untilDone(() -> claim(id, expectedVersion, dates, command, List.of(later)));
        return claimed.status() == InvoiceStatus.CONFIRMING && !LongInvoice.is(claimed.lines())
                ? finish(claimed)
                : claimed;
    }

    /**
     * Goes on with a claimed confirmation to its end; the sweep calls it for those that a crash left behind.
     *
     * @param claimed an invoice that is confirming
     */
    public Invoice finish(Invoice claimed) {
        Invoice.Confirmation confirmation = claimed.confirmation();
        if (confirmation == null) {
            throw new IllegalArgumentException("Invoice " + claimed.id() + " is not being confirmed");
        }
        Invoice sealed = claimed.confirmed(writeFacts(claimed, confirmation.accountingDate()));
        List<Write> writes = sealing(sealed, claimed.version(), confirmation.accountingDate());
        writes.add(Write.delete(WorkItem.key(ReleaseDraft.unfinished(claimed.id())), Condition.NONE));
        boolean done = office.commit(writes).done();
        // Whoever else sealed it did so with the same totals of the same facts.
        return done ? sealed : InvoiceItem.find(office, claimed.id()).orElseThrow();
    }

    /**
     * What it revised can be revised again, and is known as corrected by it.
     *
     * @param version that it has in the table until then
     */
    private static List<Write> sealing(Invoice sealed, long version, LocalDate accountingDate) {
        List<Write> writes = new ArrayList<>(List.of(
                InvoiceItem.replace(sealed, version),
                PeriodLogItem.put(new PeriodEntry(
                        PeriodEntry.Kind.INVOICE,
                        sealed.company(),
                        YearMonth.from(accountingDate),
                        sealed.id().value()))));
        for (Invoice.Id original : sealed.adjustments().corrects()) {
            writes.add(RevisionLock.end(original));
            writes.add(Write.put(CorrectionItem.encode(original, sealed.id()), Condition.NONE));
        }
        return writes;
    }

    private Optional<Invoice> claim(
            Invoice.Id id, long expectedVersion, AccountingDates dates, Command command, List<Write> ifLong) {
        Invoice invoice = Drafts.find(office, id);
        if (invoice.status() == InvoiceStatus.CONFIRMING || confirmedBy(invoice, command)) {
            return Optional.of(invoice);
        }
        Drafts.requireDraft(invoice, expectedVersion);
        requireLines(invoice);
        AdjustmentCheck.check(office, invoice);
        LocalDate accountingDate = dates.of(invoice);
        Invoice claimed = invoice.confirming(new Invoice.Confirmation(command.id(), accountingDate));
        Optional<Sealing> atOnce = atOnce(claimed, invoice.version(), accountingDate);
        List<Write> writes = atOnce.map(Sealing::writes).orElseGet(() -> claiming(claimed, ifLong));
        Work crossing = Work.of(Work.Queue.CROSSING_INVOICE, Work.OFFICE, id.value());
        writes.add(Write.put(WorkItem.encode(crossing), Condition.NONE));
        return office.commit(CommandWrites.of(command, writes)).done()
                ? Optional.of(atOnce.map(Sealing::sealed).orElse(claimed))
                : Optional.empty();
    }

    private static List<Write> claiming(Invoice claimed, List<Write> ifLong) {
        List<Write> writes = new ArrayList<>(List.of(
                InvoiceItem.replace(claimed),
                Write.put(WorkItem.encode(ReleaseDraft.unfinished(claimed.id())), Condition.NONE)));
        if (LongInvoice.is(claimed.lines())) {
            writes.addAll(ifLong);
        }
        return writes;
    }

    /** What claims, confirms and seals an invoice in one transaction. */
    private record Sealing(Invoice sealed, List<Write> writes) {}

    /**
     * A short invoice, which a person waits for, is confirmed in one call of the store. Not so where its actuals are on too many sheets, or
     * where it leaves something to the backlog.
     *
     * @param version that it has in the table until then
     */
    private Optional<Sealing> atOnce(Invoice claimed, long version, LocalDate accountingDate) {
        if (claimed.lines() > SHORT) {
            return Optional.empty();
        }
        List<ConfirmDecider.Facts> facts = new ArrayList<>();
        DetailPages.each(office, claimed, page -> facts.addAll(LineFacts.of(claimed, page, accountingDate)));
        List<Item> items = ActualItem.encodeAll(
                facts.stream().flatMap(line -> line.actuals().stream()).toList());
        boolean alone = facts.stream()
                .allMatch(line -> line.toBacklog().isEmpty() && line.released().isEmpty());
        if (!alone
                || Packing.parts(items, AT_ONCE, item -> Stream.of(item.key())).size() > 1) {
            return Optional.empty();
        }
        ControlTotals totals = ControlTotals.none(claimed.currency());
        for (ConfirmDecider.Facts line : facts) {
            totals = line.addedTo(totals);
        }
        Invoice sealed = claimed.confirmed(totals);
        List<Write> writes = sealing(sealed, version, accountingDate);
        items.forEach(item -> writes.add(Write.put(item, Condition.NONE)));
        return Optional.of(new Sealing(sealed, writes));
    }

    static void requireLines(Invoice draft) {
        if (draft.lines() == 0) {
            throw new Refused(RefusalCode.NOTHING_TO_INVOICE, "Invoice " + draft.id() + " has no lines.");
        }
    }

    private static boolean confirmedBy(Invoice invoice, Command command) {
        return invoice.confirmation() != null
                && invoice.confirmation().command().equals(command.id());
    }

    /** Writes the facts page by page and returns what they sum to. */
    private ControlTotals writeFacts(Invoice claimed, LocalDate accountingDate) {
        LongStep<ControlTotals> step = LongStep.confirm(office, claimed);
        while (!step.isOver()) {
            InvoiceLineDetailItem.Details page =
                    InvoiceLineDetailItem.page(office, claimed, step.shard(), step.after(), DetailPages.PAGE);
            List<ConfirmDecider.Facts> facts = LineFacts.of(claimed, page.details(), accountingDate);
            write(facts);
            ControlTotals totals = step.sums();
            for (ConfirmDecider.Facts line : facts) {
                totals = line.addedTo(totals);
            }
            step.passed(page.details().size(), page.next(), totals);
        }
        step.forget();
        return step.sums();
    }

    private void write(List<ConfirmDecider.Facts> facts) {
        List<Actual> actuals = new ArrayList<>();
        List<BacklogEntry> toBacklog = new ArrayList<>();
        for (ConfirmDecider.Facts line : facts) {
            actuals.addAll(line.actuals());
            toBacklog.addAll(line.toBacklog());
        }
        office.putAll(ActualItem.encodeAll(actuals));
        Backlog.addMissing(office, toBacklog);
        facts.forEach(line -> line.released().forEach(this::release));
    }

    /** Where the earlier invoice holds it no more, this was done before, and another may have billed it since. */
    private void release(ConfirmDecider.Released released) {
        office.commit(List.of(
                ClaimItem.release(released.entry().billable(), released.holder()),
                Write.put(BacklogItem.encode(released.entry()), Condition.NONE)));
    }
}
