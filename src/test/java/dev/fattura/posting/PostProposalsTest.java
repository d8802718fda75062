package dev.fattura.posting;

import static dev.fattura.support.Examples.COMPANY;
import static dev.fattura.support.Examples.INVOICE;
import static dev.fattura.support.Examples.gbp;
import static dev.fattura.support.Examples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.FiscalPeriodStatus;
import dev.fattura.ledger.FiscalPeriods;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.NumberSequence;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.TermsOfPayment;
import dev.fattura.ledger.Work;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.ContractItem;
import dev.fattura.store.FiscalPeriodsItem;
import dev.fattura.store.NumberSequenceItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Crashes;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.Refusals;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostProposalsTest {

    private static final Command COMMAND = new Command("key-1", "hash-1", true);
    private static final Command OTHER = new Command("key-2", "hash-1", true);

    @Test
    void proposal_isPosted_withItsCustomerInvoice() {
        InMemoryTable table = with(FinanceExamples.openProposal());

        PostingReport report = new PostProposals(table, FinanceExamples.MIDDAY).company(COMPANY);

        assertThat(report.proposals()).containsExactly(FinanceExamples.postedProposal());
        assertThat(ProposalItem.find(table, INVOICE)).contains(FinanceExamples.postedProposal());
        assertThat(PostingItem.page(table, FinanceExamples.openProposal(), 0, null, 100)
                        .postings())
                .containsExactly(FinanceExamples.billedSalesPosting());
        assertThat(PostingItem.voucherEntries(table, INVOICE)).isEqualTo(FinanceExamples.voucherEntries());
        assertThat(queue(table, Work.Queue.PROPOSAL)).isEmpty();
        assertThat(queue(table, Work.Queue.WRITE_BACK_PROPOSAL)).containsExactly("INV-1001");
    }

    @Test
    void invoiceDate_isTheOneThatWasAskedFor() {
        InMemoryTable table = with(FinanceExamples.openProposal());

        PostingReport report = new PostProposals(table, FinanceExamples.MIDDAY)
                .post(INVOICE, new Dates(LocalDate.parse("2026-02-02"), null), COMMAND);

        assertThat(report.proposals().get(0).customerInvoice())
                .isEqualTo(new CustomerInvoice(
                        "USMF-CI-000001",
                        LocalDate.parse("2026-02-02"),
                        LocalDate.parse("2026-02-02"),
                        "USMF-PV-000003",
                        gbp("1200.00"),
                        gbp("200.00")));
    }

    /** At another date the company may have another rate and other tax; the proposal is computed anew before it is posted. */
    @Test
    void command_endsTheSame_afterACrashBeforeAnyWrite_withAnotherInvoiceDate() {
        Dates february = new Dates(LocalDate.parse("2026-02-02"), null);
        int writes = Crashes.beforeEveryWrite(
                () -> with(FinanceExamples.openProposal()),
                table -> new PostProposals(table, FinanceExamples.MIDDAY).post(INVOICE, february, COMMAND));

        // Recalculating and open again; claim, posting, posted.
        assertThat(writes).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        ", , , 2026-01-31, 2026-01-31",
        "net30, , , 2026-01-31, 2026-03-02",
        "net30, 2026-04-15, , 2026-01-31, 2026-04-15",
        "net30, 2026-04-15, 2026-01-31, 2026-01-31, 2026-04-15",
        "net30, 2026-04-15, 2026-02-02, 2026-02-02, 2026-03-04",
        ", 2026-04-15, 2026-02-02, 2026-02-02, 2026-02-02"
    })
    void dueDate_followsFromTheTerms_orFromAPersonUnlessTheInvoiceDateIsAnother(
            String terms, LocalDate setByHand, LocalDate asked, LocalDate date, LocalDate dueDate) {
        InMemoryTable table = with(due(terms, setByHand));

        Proposal posted = new PostProposals(table, FinanceExamples.MIDDAY)
                .post(INVOICE, new Dates(asked, null), COMMAND)
                .proposals()
                .get(0);

        assertThat(posted.customerInvoice().date()).isEqualTo(date);
        assertThat(posted.customerInvoice().dueDate()).isEqualTo(dueDate);
    }

    /** "Terms present: invoice date and terms; no terms: today" (domain.md 3.9); what is dated ahead is not due before its date. */
    @ParameterizedTest
    @CsvSource({
        ", 2026-01-20, 2026-01-31",
        ", 2026-01-31, 2026-01-31",
        ", 2026-02-10, 2026-02-10",
        "net0, 2026-02-10, 2026-01-31",
        "net30, 2026-02-10, 2026-03-02"
    })
    void dueDate_isTheDayOfPosting_withoutTerms(String terms, LocalDate today, LocalDate dueDate) {
        Clock clock = Clock.fixed(today.atTime(23, 59).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

        Proposal posted = new PostProposals(with(due(terms, null)), clock)
                .all()
                .proposals()
                .get(0);

        assertThat(posted.customerInvoice().date()).isEqualTo("2026-01-31");
        assertThat(posted.customerInvoice().dueDate()).isEqualTo(dueDate);
    }

    @Test
    void dueDate_ofTheClaim_stays_whenPostingGoesOnTheNextDay() {
        InMemoryTable table = with(FinanceExamples.openProposal());
        Crashes.dieBefore(table, 2, broken -> new PostProposals(broken, FinanceExamples.MIDDAY).all());

        new PostProposals(table, Clock.offset(FinanceExamples.MIDDAY, Duration.ofDays(1))).all();

        assertThat(ProposalItem.find(table, INVOICE)).contains(FinanceExamples.postedProposal());
    }

    @Test
    void dueDate_isTheOneThatWasAskedFor() {
        InMemoryTable table = with(due("net30", null));

        Proposal posted = new PostProposals(table, FinanceExamples.MIDDAY)
                .post(INVOICE, new Dates(LocalDate.parse("2026-02-02"), LocalDate.parse("2026-02-20")), COMMAND)
                .proposals()
                .get(0);

        assertThat(posted.customerInvoice().dueDate()).isEqualTo("2026-02-20");
    }

    @Test
    void dueDate_isRefused_beforeTheInvoiceDate() {
        for (Dates dates : List.of(
                new Dates(null, LocalDate.parse("2026-01-30")),
                new Dates(LocalDate.parse("2026-02-02"), LocalDate.parse("2026-02-01")))) {
            InMemoryTable table = with(FinanceExamples.openProposal());

            Refusals.assertRefused(table, RefusalCode.MEMBER_INVALID, "/dueDate", () -> new PostProposals(
                            table, FinanceExamples.MIDDAY)
                    .post(INVOICE, dates, COMMAND));
        }
    }

    @Test
    void proposal_isNotPosted_inAPeriodThatIsShut_andIsOnceItIsOpen() {
        InMemoryTable table = with(FinanceExamples.openProposal());
        FiscalPeriods shut = FiscalPeriods.allOpen(COMPANY).with(YearMonth.parse("2026-01"), FiscalPeriodStatus.CLOSED);
        table.commit(List.of(FiscalPeriodsItem.replace(shut)));

        Refusals.assertRefused(
                table, RefusalCode.PERIOD_CLOSED, "/invoiceDate", () -> new PostProposals(table, FinanceExamples.MIDDAY)
                        .post(INVOICE, Dates.AS_PROPOSED, COMMAND));
        PostingReport report = new PostProposals(table, FinanceExamples.MIDDAY).all();

        Work waiting = Work.of(Work.Queue.PROPOSAL, "USMF", "INV-1001")
                .waiting(
                        "period-closed",
                        "No open fiscal period was found for the specified accounting date 2026-01-31: period 2026-01 of"
                                + " company USMF is closed.");
        assertThat(report.waiting()).containsExactly(waiting);
        assertThat(WorkItem.find(table, waiting)).contains(waiting);

        table.commit(
                List.of(FiscalPeriodsItem.replace(shut.with(YearMonth.parse("2026-01"), FiscalPeriodStatus.OPEN))));
        assertThat(new PostProposals(table, FinanceExamples.MIDDAY).all().proposals())
                .hasSize(1);
        assertThat(queue(table, Work.Queue.PROPOSAL)).isEmpty();
    }

    @Test
    void proposal_isPosted_onAnotherDate_whereItsOwnPeriodIsShut() {
        InMemoryTable table = with(FinanceExamples.openProposal());
        table.commit(List.of(FiscalPeriodsItem.replace(
                FiscalPeriods.allOpen(COMPANY).with(YearMonth.parse("2026-01"), FiscalPeriodStatus.ON_HOLD))));

        assertThat(new PostProposals(table, FinanceExamples.MIDDAY)
                        .post(INVOICE, new Dates(LocalDate.parse("2026-02-02"), null), COMMAND)
                        .proposals())
                .hasSize(1);
    }

    /** Between reading the periods and claiming the proposal somebody closes January. */
    @Test
    void proposal_isNotPosted_whenItsPeriodIsShutMeanwhile() {
        InMemoryTable table = with(FinanceExamples.openProposal());
        table.failBefore(operation -> {
            table.failBefore(ignored -> {});
            table.commit(List.of(FiscalPeriodsItem.replace(
                    FiscalPeriods.allOpen(COMPANY).with(YearMonth.parse("2026-01"), FiscalPeriodStatus.CLOSED))));
        });

        assertThat(new PostProposals(table, FinanceExamples.MIDDAY).all().waiting())
                .extracting(Work::code)
                .containsExactly("period-closed");
        assertThat(next(table, NumberSequence.Kind.CUSTOMER_INVOICE)).isEqualTo(1);
    }

    @Test
    void failure_parksOnlyItsOwnProposal_andIsTriedAgainByTheNextRun() {
        InMemoryTable table = with(FinanceExamples.openProposal());
        Proposal broken = renamed("INV-0999")
                .importing(FinanceExamples.terms())
                .open(FinanceExamples.lineTotals(1, "1000.00", "200.00"));
        table.putAll(List.of(
                ProposalItem.encode(broken), WorkItem.encode(Work.of(Work.Queue.PROPOSAL, "USMF", "INV-0999"))));

        PostingReport report = new PostProposals(table, FinanceExamples.MIDDAY).all();

        Work parked = Work.of(Work.Queue.PROPOSAL, "USMF", "INV-0999")
                .waiting("failed", "Its posting failed: what is stored contradicts a rule that it has to meet.");
        assertThat(report.proposals()).extracting(Proposal::id).containsExactly(INVOICE);
        assertThat(report.waiting()).containsExactly(parked);
        assertThat(WorkItem.find(table, parked)).contains(parked);

        table.putAll(List.of(ProposalLineItem.encode(broken, lineOf(broken))));
        assertThat(new PostProposals(table, FinanceExamples.MIDDAY).all().proposals())
                .hasSize(1);
        assertThat(queue(table, Work.Queue.PROPOSAL)).isEmpty();
    }

    @Test
    void schedule_endsTheSame_afterACrashBeforeAnyWrite() {
        int writes = Crashes.beforeEveryWrite(
                () -> with(FinanceExamples.openProposal()),
                table -> new PostProposals(table, FinanceExamples.MIDDAY).all());

        assertThat(writes).isEqualTo(3);
    }

    /** Runs at the same time: each proposal is claimed by one of them as a whole. */
    @Test
    void runs_atTheSameTime_endAsOne() {
        int twins = Disturbed.byTwins(
                () -> with(FinanceExamples.openProposal()),
                table -> new PostProposals(table, FinanceExamples.MIDDAY).all());

        assertThat(twins).isEqualTo(3);
    }

    /** Its lines are imported while the first one is being posted: proposals are looked at when their turn comes. */
    @Test
    void proposal_thatIsOpenedDuringTheRun_isPostedByIt() {
        InMemoryTable table = with(FinanceExamples.openProposal());
        Proposal later = renamed("INV-2001");
        table.putAll(
                List.of(ProposalItem.encode(later), WorkItem.encode(Work.of(Work.Queue.PROPOSAL, "USMF", "INV-2001"))));
        table.failBefore(operation -> {
            table.failBefore(ignored -> {});
            Proposal open =
                    later.importing(FinanceExamples.terms()).open(FinanceExamples.lineTotals(1, "1000.00", "200.00"));
            table.putAll(List.of(ProposalItem.encode(open), ProposalLineItem.encode(open, lineOf(open))));
        });

        PostingReport report = new PostProposals(table, FinanceExamples.MIDDAY).all();

        assertThat(report.proposals())
                .extracting(proposal -> proposal.id().value())
                .containsExactly("INV-1001", "INV-2001");
        assertThat(queue(table, Work.Queue.PROPOSAL)).isEmpty();
    }

    @Test
    void command_endsTheSame_afterACrashBeforeAnyWrite() {
        int writes = Crashes.beforeEveryWrite(
                () -> with(FinanceExamples.openProposal()),
                table -> new PostProposals(table, FinanceExamples.MIDDAY).post(INVOICE, Dates.AS_PROPOSED, COMMAND));

        assertThat(writes).isEqualTo(3);
    }

    @Test
    void command_isAnsweredAgain_whenItWasTheOneThatPosted() {
        InMemoryTable table = with(FinanceExamples.openProposal());
        new PostProposals(table, FinanceExamples.MIDDAY).post(INVOICE, Dates.AS_PROPOSED, COMMAND);
        var posted = table.contents();

        assertThat(new PostProposals(table, FinanceExamples.MIDDAY)
                        .post(INVOICE, Dates.AS_PROPOSED, COMMAND)
                        .proposals())
                .containsExactly(FinanceExamples.postedProposal());
        assertThat(refusal(table, OTHER).code()).isEqualTo(RefusalCode.PROPOSAL_POSTED);

        assertThat(table.contents()).isEqualTo(posted);
    }

    @Test
    void proposal_isRefusedWithTheCause_whileItWaitsForItsLines() {
        InMemoryTable table = with(FinanceExamples.awaitingProposal());
        table.putAll(List.of(WorkItem.encode(Work.of(Work.Queue.PROPOSAL, "USMF", "INV-1001")
                .waiting("rows-missing", "7 of 9 billed sales rows have crossed."))));
        var before = table.contents();

        Refused refused = refusal(table, COMMAND);

        assertThat(refused.code()).isEqualTo(RefusalCode.PROPOSAL_NOT_READY);
        assertThat(refused.detail())
                .isEqualTo("Proposal INV-1001 does not have its lines yet: 7 of 9 billed sales rows have crossed.");
        assertThat(table.contents()).isEqualTo(before);
    }

    @Test
    void proposal_waitsInTheReport_whileItWaitsForItsLines() {
        InMemoryTable table = with(FinanceExamples.awaitingProposal());
        var before = table.contents();

        PostingReport report = new PostProposals(table, FinanceExamples.MIDDAY).all();

        assertThat(report.proposals()).isEmpty();
        assertThat(report.waiting()).containsExactly(Work.of(Work.Queue.PROPOSAL, "USMF", "INV-1001"));
        assertThat(table.contents()).isEqualTo(before);
    }

    /** Between looking at the proposal and claiming it somebody deletes its lines. */
    @Test
    void proposal_isNotPosted_whenItsLinesAreDeletedMeanwhile() {
        InMemoryTable asked = linesDeletedBeforeTheClaim();
        assertThat(refusal(asked, COMMAND).code()).isEqualTo(RefusalCode.PROPOSAL_NOT_READY);
        assertThat(ProposalItem.find(asked, INVOICE).orElseThrow().status()).isEqualTo(ProposalStatus.AWAITING_LINES);

        InMemoryTable scheduled = linesDeletedBeforeTheClaim();
        PostingReport report = new PostProposals(scheduled, FinanceExamples.MIDDAY).all();

        Work waiting = Work.of(Work.Queue.PROPOSAL, "USMF", "INV-1001");
        assertThat(report.proposals()).isEmpty();
        assertThat(report.waiting()).containsExactly(waiting);
        assertThat(WorkItem.find(scheduled, waiting)).contains(waiting);
        assertThat(next(scheduled, NumberSequence.Kind.CUSTOMER_INVOICE)).isEqualTo(1);
    }

    private static InMemoryTable linesDeletedBeforeTheClaim() {
        InMemoryTable table = with(FinanceExamples.openProposal());
        table.failBefore(operation -> {
            table.failBefore(ignored -> {});
            new EditProposal(table)
                    .deleteLines(INVOICE, FinanceExamples.openProposal().version(), OTHER);
        });
        return table;
    }

    @Test
    void proposal_isRefused_whenThereIsNone() {
        InMemoryTable table = new InMemoryTable();

        assertThat(refusal(table, COMMAND).code()).isEqualTo(RefusalCode.NOT_FOUND);

        assertThat(table.contents()).isEmpty();
    }

    @Test
    void proposal_staysPostingAndKeepsItsNumber_whenItsVoucherDoesNotBalance() {
        Proposal open = FinanceExamples.awaitingProposal()
                .importing(FinanceExamples.openProposal().terms())
                .open(FinanceExamples.lineTotals(1, "999.99", "200.00"));
        InMemoryTable table = with(open);

        PostingReport report = new PostProposals(table, FinanceExamples.MIDDAY).all();
        new PostProposals(table, FinanceExamples.MIDDAY).all();

        assertThat(report.waiting()).extracting(Work::code).containsExactly("failed");
        Proposal stuck = ProposalItem.find(table, INVOICE).orElseThrow();
        assertThat(stuck.status()).isEqualTo(ProposalStatus.POSTING);
        assertThat(stuck.customerInvoice().number()).isEqualTo("USMF-CI-000001");
        assertThat(next(table, NumberSequence.Kind.CUSTOMER_INVOICE)).isEqualTo(2);
    }

    @Test
    void entryOfTheQueue_isRemoved_whenItCameBackAfterPosting() {
        InMemoryTable table = with(FinanceExamples.postedProposal());

        PostingReport report = new PostProposals(table, FinanceExamples.MIDDAY).all();

        assertThat(report.proposals()).isEmpty();
        assertThat(queue(table, Work.Queue.PROPOSAL)).isEmpty();
    }

    @Test
    void posting_ofTheLine_hasTheConvertedAmount() {
        assertThat(InvoicePostingDecider.line(FinanceExamples.proposalLine(), FinanceExamples.company(), "V-1")
                        .accountingAmount())
                .isEqualTo(usd("1250.00"));
    }

    /** Between the claim and its end the company moves its accounts. */
    @Test
    void posting_endsTheSame_afterACrash_althoughTheCompanyChangedMeanwhile() {
        for (int fatal = 2; fatal <= 3; fatal++) {
            InMemoryTable table = with(FinanceExamples.openProposal());
            table.deleteAll(List.of(CompanyItem.key(COMPANY)));
            table.commit(CompanyItem.record(FinanceExamples.company()));
            Crashes.dieBefore(table, fatal, broken -> new PostProposals(broken, FinanceExamples.MIDDAY).all());
            Company usmf = FinanceExamples.company();
            Map<PostingType, String> accounts = new EnumMap<>(usmf.accounts());
            accounts.put(PostingType.INVOICED_REVENUE, "419999");
            accounts.put(PostingType.CUSTOMER_BALANCE, "139999");
            table.commit(CompanyItem.record(new Company(
                    usmf.id(),
                    2,
                    usmf.accountingCurrency(),
                    usmf.journals(),
                    usmf.onAccountInvoicing(),
                    accounts,
                    usmf.salesTaxGroups())));

            new PostProposals(table, FinanceExamples.MIDDAY).all();

            Proposal posted = ProposalItem.find(table, INVOICE).orElseThrow();
            assertThat(posted.companyVersion()).isEqualTo(1);
            assertThat(PostingItem.voucherEntries(table, INVOICE))
                    .extracting(entry -> entry.account())
                    .as("died before write %s", fatal)
                    .containsExactly("130100", "222200");
            assertThat(PostingItem.page(table, posted, 0, null, 10)
                            .postings()
                            .get(0)
                            .entries())
                    .extracting(entry -> entry.account())
                    .containsExactly("161300", "420200", "411100");
        }
    }

    private static Proposal due(String terms, LocalDate setByHand) {
        return FinanceExamples.openProposal()
                .edited(new Proposal.Heading(
                        terms == null ? null : TermsOfPayment.parse(terms).orElseThrow(), setByHand, Map.of(), null));
    }

    private static Proposal renamed(String id) {
        Proposal awaiting = FinanceExamples.awaitingProposal();
        return new Proposal(
                new Invoice.Id(id),
                awaiting.contract(),
                awaiting.company(),
                awaiting.customer(),
                awaiting.currency(),
                awaiting.status(),
                awaiting.version(),
                awaiting.invoiceDate(),
                awaiting.accountingDate(),
                awaiting.shards(),
                awaiting.controlTotals(),
                null,
                null,
                null,
                0,
                awaiting.heading());
    }

    private static ProposalLine lineOf(Proposal proposal) {
        ProposalLine line = FinanceExamples.proposalLine();
        return new ProposalLine(
                proposal.id(),
                line.actual(),
                line.transactionClass(),
                line.billingType(),
                line.quantity(),
                line.amount(),
                line.salesTax(),
                line.exchangeRate(),
                line.accrual(),
                line.taxation());
    }

    private static Refused refusal(InMemoryTable table, Command command) {
        try {
            new PostProposals(table, FinanceExamples.MIDDAY).post(INVOICE, Dates.AS_PROPOSED, command);
        } catch (Refused refused) {
            return refused;
        }
        throw new AssertionError("It was not refused");
    }

    private static long next(Table table, NumberSequence.Kind kind) {
        return NumberSequenceItem.read(table, new NumberSequence.Id(kind, "USMF"))
                .next();
    }

    private static List<String> queue(InMemoryTable table, Work.Queue queue) {
        return WorkItem.page(table, queue, "USMF", null, 100).work().stream()
                .map(Work::id)
                .toList();
    }

    private static InMemoryTable with(Proposal proposal) {
        InMemoryTable table = new InMemoryTable();
        NumberSequence vouchers =
                NumberSequenceItem.read(table, new NumberSequence.Id(NumberSequence.Kind.VOUCHER, "USMF"));
        table.commit(List.of(NumberSequenceItem.take(vouchers, vouchers.range(2))));
        table.putAll(List.of(
                CompanyItem.encode(FinanceExamples.company()),
                CompanyItem.listed(COMPANY),
                ContractItem.encode(Examples.contract()),
                ProposalItem.encode(proposal),
                ProposalLineItem.encode(proposal, FinanceExamples.proposalLine()),
                WorkItem.encode(Work.of(Work.Queue.PROPOSAL, "USMF", "INV-1001"))));
        return table;
    }
}
