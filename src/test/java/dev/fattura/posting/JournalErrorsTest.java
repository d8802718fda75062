package dev.fattura.posting;

import static dev.fattura.support.Examples.COMPANY;
import static dev.fattura.support.Examples.usd;
import static dev.fattura.support.FinanceExamples.JOURNAL;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.FiscalPeriodStatus;
import dev.fattura.ledger.FiscalPeriods;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.NumberRange;
import dev.fattura.ledger.NumberSequence;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.ledger.Work;
import dev.fattura.money.Rate;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.FiscalPeriodsItem;
import dev.fattura.store.JournalItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.NumberSequenceItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Crashes;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * All lines of a journal are validated: the good ones are posted, the bad ones moved to a journal that names the first
 * (domain.md 3.3). Of journal USMF-IJ-000001 the cost is of January and the unbilled sales of February.
 */
class JournalErrorsTest {

    private static final Command COMMAND = new Command("key-1", "hash-1", true);
    private static final Journal.Id SECOND = new Journal.Id("USMF-IJ-000002");
    private static final Actual.Id COST = Examples.cost().id();
    private static final Actual.Id SALES = Examples.unbilledSales().id();
    private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-02");
    private static final Journal.Failure CLOSED = new Journal.Failure(
            WaitingReason.PERIOD_CLOSED,
            "No open fiscal period was found for the specified accounting date 2026-01-05: period 2026-01 of company USMF is"
                    + " closed.");

    @Test
    void badLine_isMovedToAJournalOfItsOwn_andTheGoodOneIsPosted() {
        InMemoryTable table = closed(drafted(), "2026-01");

        PostingReport report = new PostJournals(table).all();

        Journal posted = JournalItem.find(table, JOURNAL).orElseThrow();
        assertThat(posted.status()).isEqualTo(JournalStatus.POSTED);
        assertThat(posted.lines()).containsExactly(SALES);
        assertThat(posted.vouchers()).isEqualTo(new NumberRange("USMF-PV-", 1, 1));
        assertThat(posted.moved()).isEqualTo(SECOND);
        Journal failures = JournalItem.find(table, SECOND).orElseThrow();
        assertThat(failures.status()).isEqualTo(JournalStatus.ERROR);
        assertThat(failures.original()).isEqualTo(JOURNAL);
        assertThat(failures.plan())
                .containsExactly(FinanceExamples.planned(COST, Rate.ONE).failed(CLOSED));
        assertThat(report.journals()).containsExactly(posted, failures);
        assertThat(vouchers(table)).containsExactly("USMF-PV-000001");
        assertThat(queue(table))
                .containsExactly(Work.of(Work.Queue.JOURNAL, "USMF", "USMF-IJ-000002")
                        .waiting("journal-error", "1 line could not be posted. The first: " + CLOSED.cause()));
        assertThat(JournalItem.holding(table, FinanceExamples.costLine())).contains(failures);
    }

    @Test
    void journal_staysWithTheCauseOfEachLine_whenNoneCanBePosted() {
        InMemoryTable table = closed(closed(drafted(), "2026-01"), "2026-02");

        PostingReport report = new PostJournals(table).post(JOURNAL, COMMAND);

        Journal failed = JournalItem.find(table, JOURNAL).orElseThrow();
        assertThat(report.journals()).containsExactly(failed);
        assertThat(failed.status()).isEqualTo(JournalStatus.ERROR);
        assertThat(failed.original()).isNull();
        assertThat(failed.vouchers()).isNull();
        assertThat(failed.plan()).extracting(Journal.Line::actual).containsExactly(COST, SALES);
        assertThat(failed.plan().get(0).failure()).isEqualTo(CLOSED);
        assertThat(failed.plan().get(1).failure())
                .isEqualTo(new Journal.Failure(
                        WaitingReason.PERIOD_CLOSED,
                        "No open fiscal period was found for the specified accounting date 2026-02-02: period 2026-02 of"
                                + " company USMF is closed."));
        assertThat(vouchers(table)).isEmpty();
        assertThat(JournalItem.find(table, SECOND)).isEmpty();
        assertThat(new PostJournals(table).post(JOURNAL, COMMAND).journals()).containsExactly(failed);
        assertRefused(table, RefusalCode.JOURNAL_ERROR, null, () -> new PostJournals(table)
                .post(JOURNAL, new Command("key-2", "hash-2", true)));
    }

    @Test
    void schedule_leavesAJournalInError_andSaysWhatItWaitsFor() {
        InMemoryTable table = closed(drafted(), "2026-01");
        new PostJournals(table).all();
        var after = table.contents();

        PostingReport again = new PostJournals(table).all();

        assertThat(again.journals()).isEmpty();
        assertThat(again.waiting())
                .extracting(Work::id, Work::code)
                .containsExactly(tuple("USMF-IJ-000002", "journal-error"));
        assertThat(table.contents()).isEqualTo(after);
    }

    /** A run that failed at it wrote so onto its entry, after another one had said what its lines wait for. */
    @Test
    void entryOfAJournalInError_saysWhatItsLinesSay_whateverALateRunWroteOntoIt() {
        InMemoryTable table = closed(drafted(), "2026-01");
        new PostJournals(table).all();
        var after = table.contents();
        table.putAll(List.of(WorkItem.encode(
                Work.of(Work.Queue.JOURNAL, "USMF", "USMF-IJ-000002").waiting("failed", "Its posting failed."))));

        new PostJournals(table).all();

        assertThat(table.contents()).isEqualTo(after);
    }

    @Test
    void journalOfErrors_isPosted_onceItsCauseIsMendedAndItIsADraft() {
        InMemoryTable table = closed(drafted(), "2026-01");
        new PostJournals(table).all();
        FiscalPeriods closed = FiscalPeriodsItem.read(table, COMPANY);
        table.commit(
                List.of(FiscalPeriodsItem.replace(closed.with(YearMonth.parse("2026-01"), FiscalPeriodStatus.OPEN))));
        Journal reset = JournalItem.find(table, SECOND).orElseThrow().reset();
        table.commit(JournalItem.replaceWithPlan(reset));

        new PostJournals(table).all();

        assertThat(JournalItem.find(table, SECOND).orElseThrow().status()).isEqualTo(JournalStatus.POSTED);
        assertThat(vouchers(table)).containsExactlyInAnyOrder("USMF-PV-000001", "USMF-PV-000002");
        assertThat(PostingItem.findAll(table, List.of(COST)).get(0).accountingAmount())
                .isEqualTo(usd("480.00"));
        assertThat(queue(table)).isEmpty();
    }

    @Test
    void move_endsTheSame_afterACrashBeforeAnyWrite_andWithATwin() {
        int crashes = Crashes.beforeEveryWrite(
                () -> closed(drafted(), "2026-01"), table -> new PostJournals(table).post(JOURNAL, COMMAND));
        int twins = Disturbed.byTwins(() -> closed(drafted(), "2026-01"), table -> new PostJournals(table).all());

        // claim with the move, the log of the period, posting, posted.
        assertThat(crashes).isEqualTo(4);
        assertThat(twins).isEqualTo(4);
    }

    @Test
    void claim_seesAPeriodThatIsClosed_rightBeforeIt() {
        InMemoryTable table = drafted();
        boolean disturbed = Disturbed.disturbedAt(
                1, table, late -> new PostJournals(late).all(), closing -> closed(closing, "2026-01"));

        assertThat(disturbed).isTrue();
        assertThat(JournalItem.find(table, JOURNAL).orElseThrow().lines()).containsExactly(SALES);
        assertThat(JournalItem.find(table, SECOND).orElseThrow().lines()).containsExactly(COST);
    }

    /** Between the claim and its end the company moves its accounts and closes the period. */
    @Test
    void posting_endsTheSame_afterACrash_althoughTheCompanyChangedMeanwhile() {
        InMemoryTable calm = drafted();
        new PostJournals(calm).all();
        List<Posting> expected = PostingItem.findAll(calm, List.of(COST, SALES));
        for (int fatal = 2; fatal <= 4; fatal++) {
            InMemoryTable table = drafted();
            Crashes.dieBefore(table, fatal, broken -> new PostJournals(broken).all());
            table.commit(CompanyItem.record(moved().atVersion(2)));
            closed(table, "2026-01");

            new PostJournals(table).all();

            assertThat(PostingItem.findAll(table, List.of(COST, SALES)))
                    .as("died before write %s", fatal)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(JournalItem.find(table, JOURNAL).orElseThrow().companyVersion())
                    .isEqualTo(1);
        }
    }

    @Test
    void journal_isPostedByTheCompanyAsItIsWhenItIsClaimed() {
        InMemoryTable table = drafted();
        table.commit(CompanyItem.record(moved().atVersion(2)));

        new PostJournals(table).all();

        assertThat(PostingItem.findAll(table, List.of(COST))
                        .get(0)
                        .entries()
                        .get(0)
                        .account())
                .isEqualTo("549999");
        assertThat(JournalItem.find(table, JOURNAL).orElseThrow().companyVersion())
                .isEqualTo(2);
    }

    @Test
    void journal_waits_asLongAsWhatItReversesMayStillBePosted() {
        InMemoryTable table = drafted();
        JournalLine reversal = reversing(table);

        assertRefused(table, RefusalCode.ORIGINAL_UNPOSTED, null, () -> new PostJournals(table).post(SECOND, COMMAND));

        // In the order of their numbers the schedule posts the original first.
        PostingReport report = new PostJournals(table).all();
        assertThat(report.journals())
                .extracting(Journal::number, Journal::status)
                .containsExactly(tuple(JOURNAL, JournalStatus.POSTED), tuple(SECOND, JournalStatus.POSTED));
        assertThat(PostingItem.findAll(table, List.of(SALES, reversal.actual())))
                .extracting(Posting::accountingAmount)
                .containsExactlyInAnyOrder(usd("1250.00"), usd("-1250.00"));
    }

    @Test
    void reversal_failsWithItsOriginal_andIsPostedAfterIt() {
        InMemoryTable table = closed(drafted(), "2026-02");
        JournalLine reversal = reversing(table);

        new PostJournals(table).all();

        Journal third =
                JournalItem.find(table, new Journal.Id("USMF-IJ-000003")).orElseThrow();
        assertThat(third.original()).isEqualTo(JOURNAL);
        assertThat(third.lines()).containsExactly(SALES);
        Journal second = JournalItem.find(table, SECOND).orElseThrow();
        assertThat(second.status()).isEqualTo(JournalStatus.ERROR);
        assertThat(second.plan().get(0).failure().reason()).isEqualTo(WaitingReason.ORIGINAL_UNPOSTED);

        table.commit(List.of(FiscalPeriodsItem.replace(
                FiscalPeriodsItem.read(table, COMPANY).with(YearMonth.parse("2026-02"), FiscalPeriodStatus.OPEN))));
        table.commit(JournalItem.replaceWithPlan(third.reset()));
        table.commit(JournalItem.replaceWithPlan(second.reset()));
        new PostJournals(table).all();
        // The journal of the reversal comes first, and waits for the one of its original.
        new PostJournals(table).all();
        assertThat(PostingItem.findAll(table, List.of(SALES, reversal.actual())))
                .extracting(Posting::accountingAmount)
                .containsExactlyInAnyOrder(usd("1250.00"), usd("-1250.00"));
        assertThat(queue(table)).isEmpty();
    }

    /** A run sees what is there when it comes to it, not when it began. */
    @Test
    void schedule_postsAJournalThatIsFormedWhileItRuns() {
        InMemoryTable table = drafted();
        boolean formed = Disturbed.disturbedAt(2, table, run -> new PostJournals(run).all(), forming -> {
            Journal draft = FinanceExamples.draftJournal();
            forming.commit(JournalItem.create(new Journal(
                    new Journal.Id("USMF-IJ-000009"),
                    draft.company(),
                    1,
                    JournalStatus.DRAFT,
                    2,
                    draft.period(),
                    List.of(FinanceExamples.planned(Ids.costOf("TE-9"), Rate.ONE)),
                    1,
                    null,
                    null,
                    null)));
            JournalLine line = FinanceExamples.costLine();
            forming.putAll(List.of(
                    JournalLineItem.encode(new JournalLine(
                            new Journal.Id("USMF-IJ-000009"),
                            Ids.costOf("TE-9"),
                            line.type(),
                            line.transactionClass(),
                            line.billingType(),
                            line.quantity(),
                            line.amount(),
                            line.exchangeRate(),
                            line.accountingAmount(),
                            line.accountingDate(),
                            line.dimensions(),
                            line.category(),
                            line.lineProperty(),
                            null)),
                    WorkItem.encode(Work.of(Work.Queue.JOURNAL, "USMF", "USMF-IJ-000009"))));
        });
        new PostJournals(table).all();

        assertThat(formed).isTrue();
        assertThat(JournalItem.find(table, new Journal.Id("USMF-IJ-000009"))
                        .orElseThrow()
                        .status())
                .isEqualTo(JournalStatus.POSTED);
    }

    private static JournalLine reversing(InMemoryTable table) {
        JournalLine reversal = JournalRulesTest.reversal("-1000.00", "1.25", "-1250.00");
        Journal draft = FinanceExamples.draftJournal();
        table.commit(JournalItem.create(new Journal(
                SECOND,
                draft.company(),
                1,
                JournalStatus.DRAFT,
                2,
                draft.period(),
                List.of(FinanceExamples.planned(reversal.actual(), Rate.of("1.25"))),
                1,
                null,
                null,
                null)));
        table.putAll(List.of(
                JournalLineItem.encode(reversal),
                WorkItem.encode(Work.of(Work.Queue.JOURNAL, "USMF", SECOND.value()))));
        var numbers = new NumberSequence.Id(NumberSequence.Kind.JOURNAL, "USMF");
        var sequence = NumberSequenceItem.read(table, numbers);
        table.commit(List.of(NumberSequenceItem.take(sequence, sequence.range(1))));
        return reversal;
    }

    private static InMemoryTable drafted() {
        InMemoryTable table = new InMemoryTable();
        table.commit(CompanyItem.record(FinanceExamples.company()));
        Journal draft = FinanceExamples.draftJournal();
        table.commit(JournalItem.create(draft));
        JournalLine sales = FinanceExamples.unbilledSalesLine();
        table.putAll(List.of(
                JournalLineItem.encode(FinanceExamples.costLine()),
                JournalLineItem.encode(new JournalLine(
                        JOURNAL,
                        SALES,
                        sales.type(),
                        sales.transactionClass(),
                        sales.billingType(),
                        sales.quantity(),
                        sales.amount(),
                        sales.exchangeRate(),
                        sales.accountingAmount(),
                        FEBRUARY,
                        sales.dimensions(),
                        sales.category(),
                        sales.lineProperty(),
                        null)),
                WorkItem.encode(Work.of(Work.Queue.JOURNAL, "USMF", JOURNAL.value()))));
        var numbers = new NumberSequence.Id(NumberSequence.Kind.JOURNAL, "USMF");
        var sequence = NumberSequenceItem.read(table, numbers);
        table.commit(List.of(NumberSequenceItem.take(sequence, sequence.range(1))));
        return table;
    }

    private static InMemoryTable closed(InMemoryTable table, String period) {
        table.commit(List.of(FiscalPeriodsItem.replace(
                FiscalPeriodsItem.read(table, COMPANY).with(YearMonth.parse(period), FiscalPeriodStatus.CLOSED))));
        return table;
    }

    /** The company with another account for costs. */
    private static Company moved() {
        Company usmf = FinanceExamples.company();
        Map<PostingType, String> accounts = new EnumMap<>(usmf.accounts());
        accounts.put(PostingType.COST, "549999");
        return new Company(
                usmf.id(),
                1,
                usmf.accountingCurrency(),
                usmf.journals(),
                usmf.onAccountInvoicing(),
                accounts,
                usmf.salesTaxGroups());
    }

    private static List<String> vouchers(InMemoryTable table) {
        return table.contents().values().stream()
                .filter(item -> item.kind().equals(PostingItem.KIND))
                .map(item -> item.text("voucher"))
                .toList();
    }

    private static List<Work> queue(InMemoryTable table) {
        return WorkItem.page(table, Work.Queue.JOURNAL, "USMF", null, 100).work();
    }
}
