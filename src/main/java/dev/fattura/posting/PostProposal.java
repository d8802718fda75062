package dev.fattura.posting;

import dev.fattura.ledger.Balance;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.FiscalPeriods;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.LineTotals;
import dev.fattura.ledger.NumberRange;
import dev.fattura.ledger.NumberSequence;
import dev.fattura.ledger.PeriodEntry;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.Condition;
import dev.fattura.store.FiscalPeriodsItem;
import dev.fattura.store.LongStep;
import dev.fattura.store.NumberSequenceItem;
import dev.fattura.store.PeriodLogItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.StoreBusy;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Posts one proposal: first its customer invoice number and its voucher are bound to it in one commit with its status, then its
 * postings are written, then it is posted. A crash in between is repaired by doing it again, which finds the same numbers and the
 * same version of the company, and writes the same postings.
 */
final class PostProposal {

    private static final int PAGE = 500;

    /** Each lost attempt means that another document of the company got its numbers. */
    private static final int ATTEMPTS = 50;

    private final Table finance;
    private final Clock clock;
    private final RecalculateProposal recalculation;

    PostProposal(Table finance, Clock clock) {
        this.finance = finance;
        this.clock = clock;
        this.recalculation = new RecalculateProposal(finance);
    }

    /**
     * Posts a proposal whose lines are all there.
     *
     * @param dates of the customer invoice; what a claim has set already stays
     * @param command whose receipt is begun with the claim, or null
     * @return the proposal, posted; or waiting for lines, where somebody has deleted them meanwhile
     * @throws Refused if the invoice date lies in a fiscal period that is not open, or the proposal cannot be computed for it
     */
    Proposal post(Invoice.Id id, Dates dates, @Nullable Command command) {
        Proposal proposal = claimed(id, dates, command);
        return proposal.status() == ProposalStatus.POSTING ? posted(proposal, writePostings(proposal)) : proposal;
    }

    private Proposal claimed(Invoice.Id id, Dates dates, @Nullable Command command) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Proposal proposal =
                    recalculation.finish(ProposalItem.find(finance, id).orElseThrow());
            if (proposal.status() == ProposalStatus.RECALCULATING) {
                // Somebody has changed it again since.
                continue;
            }
            if (proposal.status() != ProposalStatus.OPEN) {
                return proposal;
            }
            FiscalPeriods periods = FiscalPeriodsItem.read(finance, proposal.company());
            LocalDate invoiceDate = dates.invoiceDate(proposal);
            requireOpen(periods, invoiceDate);
            if (!invoiceDate.equals(proposal.invoiceDate())) {
                Dates.requireDue(dates.dueDate(), invoiceDate);
                finance.commit(List.of(ProposalItem.replace(
                        proposal.recalculating(invoiceDate, recalculation.terms(proposal, invoiceDate)))));
                continue;
            }
            Optional<Proposal> claimed = claim(proposal, dates, periods, command);
            if (claimed.isPresent()) {
                return claimed.get();
            }
        }
        throw new StoreBusy(
                "Other documents of the company are being posted",
                new IllegalStateException("Proposal " + id + " was overtaken " + ATTEMPTS + " times"));
    }

    /** The invoice date is the accounting date of the entries; it stands on the customer's paper, so it is never moved. */
    private static void requireOpen(FiscalPeriods periods, LocalDate invoiceDate) {
        if (!periods.isOpen(invoiceDate)) {
            throw new Refused(RefusalCode.PERIOD_CLOSED, periods.cause(invoiceDate), "/invoiceDate");
        }
    }

    private Optional<Proposal> claim(Proposal proposal, Dates dates, FiscalPeriods periods, @Nullable Command command) {
        Dates.requireDue(dates.dueDate(), proposal.invoiceDate());
        NumberSequence invoices = sequence(NumberSequence.Kind.CUSTOMER_INVOICE, proposal);
        NumberSequence vouchers = sequence(NumberSequence.Kind.VOUCHER, proposal);
        NumberRange number = invoices.range(1);
        NumberRange voucher = vouchers.range(1);
        LineTotals totals = Objects.requireNonNull(proposal.lineTotals());
        Company company = CompanyItem.find(finance, proposal.company()).orElseThrow();
        Proposal posting = proposal.posting(
                new CustomerInvoice(
                        number.last(),
                        proposal.invoiceDate(),
                        dates.dueDate(proposal, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                        voucher.last(),
                        totals.charged().plus(totals.salesTax()),
                        totals.salesTax()),
                company.version());
        List<Write> writes = new ArrayList<>();
        writes.add(ProposalItem.replace(posting));
        writes.add(NumberSequenceItem.take(invoices, number));
        writes.add(NumberSequenceItem.take(vouchers, voucher));
        writes.add(FiscalPeriodsItem.unchanged(periods));
        List<Write> all = command == null ? writes : CommandWrites.of(command, writes);
        return finance.commit(all).done() ? Optional.of(posting) : Optional.empty();
    }

    private NumberSequence sequence(NumberSequence.Kind kind, Proposal proposal) {
        return NumberSequenceItem.read(
                finance, new NumberSequence.Id(kind, proposal.company().value()));
    }

    /** Returns the entries of the voucher as a whole, with which it balances. */
    private List<LedgerEntry> writePostings(Proposal proposal) {
        Company company = CompanyItem.find(finance, proposal.company(), proposal.companyVersion())
                .orElseThrow();
        CustomerInvoice invoice = Objects.requireNonNull(proposal.customerInvoice());
        LongStep<Balance> step =
                LongStep.posting(finance, proposal, Balance.none(proposal.currency(), company.accountingCurrency()));
        while (!step.isOver()) {
            ProposalLineItem.Lines page = ProposalLineItem.page(finance, proposal, step.shard(), step.after(), PAGE);
            List<Posting> postings = page.lines().stream()
                    .map(line -> InvoicePostingDecider.line(line, company, invoice.voucher()))
                    .toList();
            finance.putAll(postings.stream()
                    .map(posting -> PostingItem.encode(proposal, posting))
                    .toList());
            Balance lines = step.sums();
            for (Posting posting : postings) {
                lines = lines.plus(posting.entries());
            }
            step.passed(postings.size(), page.next(), lines);
        }
        step.forget();
        if (step.done() != Objects.requireNonNull(proposal.lineTotals()).count()) {
            throw new IllegalStateException("Proposal " + proposal.id() + " has lines that are not there");
        }
        Proposal.Terms terms = Objects.requireNonNull(proposal.terms());
        return InvoicePostingDecider.voucher(invoice, terms.exchangeRate(), company, step.sums(), step.done());
    }

    private Proposal posted(Proposal posting, List<LedgerEntry> entries) {
        Proposal posted = posting.posted();
        String owner = posting.company().value();
        String id = posting.id().value();
        CustomerInvoice invoice = Objects.requireNonNull(posting.customerInvoice());
        PeriodEntry logged =
                new PeriodEntry(PeriodEntry.Kind.PROPOSAL, posting.company(), YearMonth.from(invoice.date()), id);
        boolean done = finance.commit(List.of(
                        ProposalItem.replace(posted),
                        Write.put(PostingItem.encodeVoucher(posting.id(), invoice.voucher(), entries), Condition.NONE),
                        PeriodLogItem.put(logged),
                        Write.put(WorkItem.encode(Work.of(Work.Queue.WRITE_BACK_PROPOSAL, owner, id)), Condition.NONE),
                        Write.delete(WorkItem.key(Work.of(Work.Queue.PROPOSAL, owner, id)), Condition.NONE)))
                .done();
        if (done
                || ProposalItem.find(finance, posting.id())
                        .filter(posted::equals)
                        .isPresent()) {
            return posted;
        }
        throw new IllegalStateException("Proposal " + id + " changed while it was posted");
    }
}
