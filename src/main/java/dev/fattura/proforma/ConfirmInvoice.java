package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
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
import dev.fattura.store.LongInvoiceItem;
import dev.fattura.store.LongStep;
import dev.fattura.store.PeriodLogItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Confirms a draft: claims it, writes billed sales actuals and the reversals of the unbilled sales behind them, and seals it with
 * their control totals (domain.md 2). What is short enough is all that in one transaction of the table.
 *
 * <p>Everything that can refuse is checked before the claim. After it there is only forward: a crash is repaired by confirming
 * again, by whoever does, and the facts are the same.
 */
public final class ConfirmInvoice {

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

    /**
     * The invoice, confirmed in one transaction that brings the answer to the command as well. Or nothing, where that cannot be or
     * somebody else was faster: then nothing has changed, and {@link #begin} confirms it.
     *
     * @param answer to be kept, of the confirmed invoice
     * @throws Refused if it is no draft that can be confirmed
     */
    Optional<Invoice> atOnce(
            Invoice.Id id,
            long expectedVersion,
            AccountingDates dates,
            Command command,
            Function<Invoice, String> answer) {
        Invoice draft = Drafts.find(office, id);
        if (draft.lines() > ConfirmedAtOnce.MOST_LINES) {
            return Optional.empty();
        }
        Claim claim = checked(draft, expectedVersion, dates, command);
        return claim.atOnce()
                .filter(confirmed -> office.commit(CommandWrites.answered(
                                command, confirming(claim, confirmed), answer.apply(confirmed.sealed())))
                        .done())
                .map(ConfirmedAtOnce::sealed);
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
        Claim claim = checked(invoice, expectedVersion, dates, command);
        Optional<ConfirmedAtOnce> atOnce = claim.atOnce();
        List<Write> writes = atOnce.map(confirmed -> confirming(claim, confirmed))
                .orElseGet(() -> claiming(claim.claimed(), ifLong));
        return office.commit(CommandWrites.of(command, writes)).done()
                ? Optional.of(atOnce.map(ConfirmedAtOnce::sealed).orElse(claim.claimed()))
                : Optional.empty();
    }

    /**
     * A claim of a draft that nothing refuses.
     *
     * @param lines all line details of a short invoice; none of a longer one
     */
    private record Claim(Invoice claimed, List<InvoiceLineDetail> lines) {

        LocalDate accountingDate() {
            return Objects.requireNonNull(claimed.confirmation()).accountingDate();
        }

        Optional<ConfirmedAtOnce> atOnce() {
            return lines.isEmpty() ? Optional.empty() : ConfirmedAtOnce.of(claimed, lines, accountingDate());
        }
    }

    private Claim checked(Invoice draft, long expectedVersion, AccountingDates dates, Command command) {
        Drafts.requireDraft(draft, expectedVersion);
        requireLines(draft);
        List<InvoiceLineDetail> lines =
                draft.lines() <= ConfirmedAtOnce.MOST_LINES ? DetailPages.all(office, draft) : List.of();
        if (lines.isEmpty()) {
            AdjustmentCheck.check(office, draft);
        } else {
            AdjustmentCheck.check(draft, lines);
        }
        return new Claim(draft.confirming(new Invoice.Confirmation(command.id(), dates.of(draft))), lines);
    }

    /** The claim and the seal are two moves of the invoice, of which the table sees only the second. */
    private static List<Write> confirming(Claim claim, ConfirmedAtOnce confirmed) {
        List<Write> writes = sealing(confirmed.sealed(), claim.claimed().version() - 1, claim.accountingDate());
        confirmed.actuals().forEach(item -> writes.add(Write.put(item, Condition.NONE)));
        writes.add(crossing(claim.claimed().id()));
        return writes;
    }

    private static List<Write> claiming(Invoice claimed, List<Write> ifLong) {
        List<Write> writes = new ArrayList<>(List.of(
                InvoiceItem.replace(claimed),
                Write.put(WorkItem.encode(ReleaseDraft.unfinished(claimed.id())), Condition.NONE),
                crossing(claimed.id())));
        if (LongInvoice.is(claimed.lines())) {
            writes.addAll(ifLong);
        }
        return writes;
    }

    private static Write crossing(Invoice.Id id) {
        return Write.put(
                WorkItem.encode(Work.of(Work.Queue.CROSSING_INVOICE, Work.OFFICE, id.value())), Condition.NONE);
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
