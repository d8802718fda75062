package dev.fattura.staging;

import static dev.fattura.support.Examples.COMPANY;
import static dev.fattura.support.Examples.INVOICE;
import static dev.fattura.support.FinanceExamples.JOURNAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ExchangeRate;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.JournalParameters;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.Work;
import dev.fattura.money.Rate;
import dev.fattura.store.Commit;
import dev.fattura.store.ExchangeRateItem;
import dev.fattura.store.ImportStateItem;
import dev.fattura.store.Item;
import dev.fattura.store.JournalItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.Key;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import dev.fattura.support.Crashes;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.HandedOn;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class ImportStagingTest {

    private static final Actual.Id COST = Examples.cost().id();
    private static final Actual.Id UNBILLED_SALES = Examples.unbilledSales().id();

    @Test
    void rows_becomeJournalLines_andTheProposalWaitsForTheirPosting() {
        StagedTable staged = StagedTable.example();

        ImportReport report = new ImportStaging(staged.table).company(COMPANY);

        assertThat(report.journals()).containsExactly(FinanceExamples.draftJournal());
        assertThat(JournalItem.find(staged.table, JOURNAL)).contains(FinanceExamples.draftJournal());
        assertThat(JournalLineItem.findAll(
                        staged.table, FinanceExamples.draftJournal().lines()))
                .containsExactlyInAnyOrder(FinanceExamples.costLine(), FinanceExamples.unbilledSalesLine());
        assertThat(staged.queue(Work.Queue.IMPORT)).isEmpty();
        assertThat(staged.queue(Work.Queue.JOURNAL)).extracting(Work::id).containsExactly("USMF-IJ-000001");
        Work waiting = StagedTable.proposalWork()
                .waiting(
                        "unbilled-sales-unposted",
                        "The unbilled sales behind 1 of 1 billed sales rows are not posted: post the journals.");
        assertThat(report.waiting()).containsExactly(waiting);
        assertThat(staged.queue(Work.Queue.PROPOSAL)).containsExactly(waiting);
    }

    @Test
    void proposal_getsItsLines_onceTheJournalIsPosted() {
        StagedTable staged = StagedTable.example().posted();

        ImportReport report = new ImportStaging(staged.table).proposal(INVOICE);

        assertThat(report.proposals()).containsExactly(FinanceExamples.openProposal());
        assertThat(ProposalItem.find(staged.table, INVOICE)).contains(FinanceExamples.openProposal());
        assertThat(ProposalLineItem.page(staged.table, FinanceExamples.openProposal(), 0, null, 100)
                        .lines())
                .containsExactly(FinanceExamples.proposalLine());
    }

    @Test
    void import_addsNothing_whenRunAgain() {
        StagedTable staged = StagedTable.example().posted();
        new ImportStaging(staged.table).all();
        Map<Key, Item> imported = staged.table.contents();

        ImportReport again = new ImportStaging(staged.table).all();

        assertThat(again.journals()).isEmpty();
        assertThat(again.proposals()).isEmpty();
        assertThat(again.waiting()).isEmpty();
        assertThat(staged.table.contents()).isEqualTo(imported);
    }

    @Test
    void import_endsTheSame_afterACrashBeforeAnyWrite() {
        int writes = Crashes.beforeEveryWrite(
                () -> StagedTable.example().posted().table, table -> new ImportStaging(table).all());

        // begin, 2 lines, done, their entries dropped; claim, line, open.
        assertThat(writes).isEqualTo(7);
    }

    @Test
    void arrival_becomesJournalLines_andIsGone() {
        StagedTable staged = arrived();

        new ImportStaging(staged.table).all();

        assertThat(staged.arrivals()).isEmpty();
        assertThat(staged.queue(Work.Queue.IMPORT)).isEmpty();
        assertThat(JournalLineItem.findAll(staged.table, List.of(COST, UNBILLED_SALES)))
                .hasSize(2);
    }

    @Test
    void arrival_endsTheSame_afterACrashBeforeAnyWrite_andWithATwin() {
        int crashes = Crashes.beforeEveryWrite(() -> arrived().table, table -> new ImportStaging(table).all());
        int twins = Disturbed.byTwins(() -> arrived().table, table -> new ImportStaging(table).all());

        // begin, 2 lines, done, the arrival dropped; claim, line, open.
        assertThat(crashes).isEqualTo(7);
        assertThat(twins).isGreaterThan(3);
    }

    @Test
    void arrival_thatNamesRowsOfAnotherOne_doublesNothing() {
        StagedTable staged = arrived().arrival(UNBILLED_SALES);

        new ImportStaging(staged.table).all();

        assertThat(staged.arrivals()).isEmpty();
        assertThat(staged.queue(Work.Queue.JOURNAL)).hasSize(1);
    }

    @Test
    void rowsOfAnArrival_thatCannotBeImported_waitEachByItself_withTheCause() {
        StagedTable staged = new StagedTable()
                .company(FinanceExamples.company())
                .billed(FinanceExamples.row(Examples.cost()))
                .billed(FinanceExamples.row(Examples.unbilledSales()))
                .arrival(COST, UNBILLED_SALES);

        new ImportStaging(staged.table).all();

        assertThat(staged.arrivals()).isEmpty();
        assertThat(staged.queue(Work.Queue.IMPORT))
                .extracting(Work::id)
                .containsExactlyInAnyOrder(COST.toString(), UNBILLED_SALES.toString());
        assertThat(staged.queue(Work.Queue.IMPORT)).extracting(Work::code).containsOnly("contract-missing");
    }

    @Test
    void rowOfAnArrival_thatIsNotThere_waitsAsMissing() {
        StagedTable staged =
                new StagedTable().company(FinanceExamples.company()).arrival(COST);

        new ImportStaging(staged.table).all();

        assertThat(staged.arrivals()).isEmpty();
        assertThat(staged.queue(Work.Queue.IMPORT)).extracting(Work::code).containsExactly("row-missing");
    }

    private static StagedTable arrived() {
        return new StagedTable()
                .company(FinanceExamples.company())
                .contract(Examples.contract())
                .billed(FinanceExamples.row(Examples.cost()))
                .billed(FinanceExamples.row(Examples.unbilledSales()))
                .arrival(COST, UNBILLED_SALES)
                .billed(FinanceExamples.row(Examples.billedSales()))
                .proposal(FinanceExamples.awaitingProposal())
                .posted();
    }

    @Test
    void import_endsTheSame_withATwinBeforeAnyWrite() {
        int writes =
                Disturbed.byTwins(() -> StagedTable.example().posted().table, table -> new ImportStaging(table).all());

        assertThat(writes).isGreaterThan(3);
    }

    @Test
    void line_keepsItsRate_whenAnotherIsRecordedAfterACrash() {
        StagedTable staged = inEuro();
        staged.table.putAll(List.of(ExchangeRateItem.encode(FinanceExamples.euroRate())));
        Crashes.dieBefore(staged.table, 2, table -> new ImportStaging(table).all());
        staged.table.putAll(List.of(ExchangeRateItem.encode(new ExchangeRate(
                COMPANY, FinanceExamples.euroRate().from(), LocalDate.parse("2026-01-05"), Rate.of("1.99")))));

        new ImportStaging(staged.table).all();

        assertThat(JournalLineItem.findAll(
                        staged.table, List.of(Examples.unbilledSales().id())))
                .extracting(JournalLine::exchangeRate, line -> line.accountingAmount()
                        .toString())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Rate.of("1.10"), "1100.00 USD"));
    }

    @Test
    void row_waits_withoutAnExchangeRate_andGoesOnOnceThereIsOne() {
        StagedTable staged = inEuro();
        Work waiting = StagedTable.pendingWork(Examples.unbilledSales().id())
                .waiting(
                        "exchange-rate-missing",
                        "There is no exchange rate from EUR to USD for company USMF on 2026-01-05.");

        ImportReport first = new ImportStaging(staged.table).all();

        assertThat(first.journals()).isEmpty();
        assertThat(first.waiting()).containsExactly(waiting);
        assertThat(staged.queue(Work.Queue.IMPORT)).containsExactly(waiting);

        staged.table.putAll(List.of(ExchangeRateItem.encode(FinanceExamples.euroRate())));
        assertThat(new ImportStaging(staged.table).all().journals()).hasSize(1);
        assertThat(staged.queue(Work.Queue.IMPORT)).isEmpty();
    }

    @Test
    void row_waits_untilItsContractHasCrossed() {
        StagedTable staged =
                new StagedTable().company(FinanceExamples.company()).pending(FinanceExamples.row(Examples.cost()));

        ImportReport report = new ImportStaging(staged.table).all();

        assertThat(report.waiting())
                .containsExactly(StagedTable.pendingWork(Examples.cost().id())
                        .waiting("contract-missing", "Contract ORD-1001 has not crossed to finance."));
        assertThat(report.journals()).isEmpty();
    }

    @Test
    void report_showsTheFirstThousandThatWait_andCountsAll() {
        StagedTable staged = new StagedTable().company(FinanceExamples.company());
        IntStream.range(0, 1_150).forEach(index -> staged.pending(FinanceExamples.row(Examples.cost("T-" + index))));

        ImportReport report = new ImportStaging(staged.table).all();

        assertThat(report.waiting()).hasSize(1_000).extracting(Work::code).containsOnly("contract-missing");
        assertThat(report.waitingCount()).isEqualTo(1_150);
    }

    @Test
    void entry_waits_whenItsRowIsNotThere() {
        StagedTable staged = StagedTable.example();
        staged.table.deleteAll(List.of(StagedActualItem.key(Examples.cost().id())));

        ImportReport report = new ImportStaging(staged.table).company(COMPANY);

        assertThat(report.waiting()).extracting(Work::code).contains("row-missing");
        assertThat(report.journals().get(0).lines())
                .containsExactly(Examples.unbilledSales().id());
    }

    @Test
    void entry_isDropped_whenALateRecordPutItAgain() {
        StagedTable staged = StagedTable.example().posted();
        new ImportStaging(staged.table).all();
        Map<Key, Item> imported = staged.table.contents();
        staged.pending(FinanceExamples.row(Examples.cost()));

        ImportReport report = new ImportStaging(staged.table).all();

        assertThat(report.journals()).isEmpty();
        assertThat(staged.table.contents()).isEqualTo(imported);
    }

    @Test
    void rows_areOnOneJournalEach_whenAnotherImportOvertakesThisOne() {
        StagedTable staged = new StagedTable().company(limited(3)).contract(Examples.contract());
        List<Actual.Id> actuals = new ArrayList<>();
        IntStream.range(0, 10).forEach(index -> {
            actuals.add(Ids.costOf("T-" + index));
            staged.pending(FinanceExamples.row(Examples.cost("T-" + index)));
        });
        // The other one runs after this one has read what is pending, before it numbers its journal.
        OvertakenTable overtaken =
                new OvertakenTable(staged.table, "SEQUENCE#journal#USMF", () -> new ImportStaging(staged.table).all());

        ImportReport report = new ImportStaging(overtaken).all();

        assertThat(report.journals()).isEmpty();
        List<Actual.Id> onJournals = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            onJournals.addAll(JournalItem.find(staged.table, new Journal.Id("USMF-IJ-00000" + number))
                    .orElseThrow()
                    .lines());
        }
        assertThat(onJournals).containsExactlyInAnyOrderElementsOf(actuals);
        assertThat(JournalItem.find(staged.table, new Journal.Id("USMF-IJ-000005")))
                .isEmpty();
        assertThat(ImportStateItem.read(staged.table, COMPANY).forming()).isNull();
    }

    @Test
    void rows_areAllImported_whenThereAreMoreThanOneWindow() {
        StagedTable staged = new StagedTable().company(limited(400)).contract(Examples.contract());
        int rows = PendingRows.WINDOW + 150;
        IntStream.range(0, rows).forEach(index -> staged.pending(FinanceExamples.row(Examples.cost("T-" + index))));

        ImportReport report = new ImportStaging(staged.table).all();

        assertThat(report.journals().stream()
                        .mapToInt(journal -> journal.plan().size())
                        .sum())
                .isEqualTo(rows);
        assertThat(report.journals()).hasSize(6).allMatch(journal -> journal.status() == JournalStatus.DRAFT);
        assertThat(staged.queue(Work.Queue.IMPORT)).isEmpty();
    }

    /** What the store refuses for good of one journal holds up neither the proposals of its company nor another company. */
    @Test
    void journalThatCannotBeFinished_waitsWithItsCause_andHoldsUpNothingElse() {
        Company other = other();
        StagedTable staged = StagedTable.example().posted().company(other);
        StagedActual ofOther = FinanceExamples.row(Examples.cost("TE-9"));
        staged.table.putAll(List.of(
                StagedActualItem.encode(ofOther),
                WorkItem.encode(Work.of(
                        Work.Queue.IMPORT, other.id().value(), ofOther.actual().toString()))));

        ImportReport report = new ImportStaging(refusingLinesOf(staged.table, JOURNAL)).all();

        Work parked = Work.of(Work.Queue.JOURNAL, "USMF", JOURNAL.value())
                .waiting("failed", "Its import failed: an unexpected DynamoDbException.");
        assertThat(report.failed()).containsExactly(COMPANY);
        assertThat(report.waiting()).containsExactly(parked);
        assertThat(staged.queue(Work.Queue.JOURNAL)).containsExactly(parked);
        assertThat(report.proposals()).containsExactly(FinanceExamples.openProposal());
        assertThat(report.journals()).extracting(Journal::company).containsExactly(other.id());

        new ImportStaging(staged.table).all();

        assertThat(staged.queue(Work.Queue.JOURNAL))
                .containsExactly(Work.of(Work.Queue.JOURNAL, "USMF", JOURNAL.value()));
    }

    private static Company other() {
        Company usmf = FinanceExamples.company();
        return new Company(
                new Company.Id("USPM"),
                usmf.version(),
                usmf.accountingCurrency(),
                usmf.journals(),
                usmf.onAccountInvoicing(),
                usmf.accounts(),
                usmf.salesTaxGroups());
    }

    private static Table refusingLinesOf(Table table, Journal.Id journal) {
        return new HandedOn(table) {
            @Override
            public Commit commit(List<Write> writes) {
                if (writes.stream().anyMatch(this::isLine)) {
                    throw DynamoDbException.builder()
                            .message("refused")
                            .statusCode(400)
                            .build();
                }
                return super.commit(writes);
            }

            private boolean isLine(Write write) {
                Item item = write.item();
                return item != null
                        && item.kind().equals(JournalLineItem.KIND)
                        && item.text("journal").equals(journal.value());
            }
        };
    }

    @Test
    void proposal_waits_untilAllItsRowsHaveCrossed() {
        StagedTable staged = StagedTable.example().posted();
        staged.table.deleteAll(
                List.of(StagedActualItem.key(INVOICE, 1, Examples.billedSales().id())));

        assertProposalWaits(staged, "rows-missing", "0 of 1 billed sales rows have crossed.");
    }

    @Test
    void proposal_waits_whenItsRowsAreNotThoseThatWereSealed() {
        StagedTable staged = StagedTable.example().posted();
        staged.billed(FinanceExamples.row(Examples.billedSales(Examples.detail("TE-2"), "TE-2")));

        assertProposalWaits(
                staged,
                "rows-mismatched",
                "2 billed sales rows have crossed and do not match the 1 that the proforma invoice was sealed with.");
    }

    @Test
    void proposal_waits_whenItsSalesTaxGroupIsUnknown() {
        Contract contract = Examples.contract();
        StagedTable staged = StagedTable.example()
                .posted()
                .contract(new Contract(
                        contract.id(),
                        contract.company(),
                        contract.name(),
                        contract.customer(),
                        contract.currency(),
                        contract.fixedExchangeRate(),
                        "FR-STD"));

        assertProposalWaits(staged, "sales-tax-group-unknown", "Company USMF has no sales tax group FR-STD.");
    }

    @Test
    void proposal_waits_withoutAnExchangeRate() {
        StagedTable staged = StagedTable.example().posted().contract(unagreed());

        assertProposalWaits(
                staged,
                "exchange-rate-missing",
                "There is no exchange rate from GBP to USD for company USMF on 2026-01-31.");
    }

    @Test
    void import_isRefused_forWhatIsNotThere() {
        InMemoryTable table = new InMemoryTable();

        refused(() -> new ImportStaging(table).company(new Company.Id("FRRT")), "/company");
        refused(() -> new ImportStaging(table).proposal(new Invoice.Id("INV-9")), "/proposal");

        assertThat(table.contents()).isEmpty();
    }

    private static void assertProposalWaits(StagedTable staged, String code, String cause) {
        Work waiting = StagedTable.proposalWork().waiting(code, cause);

        ImportReport report = new ImportStaging(staged.table).proposal(INVOICE);

        assertThat(report.waiting()).containsExactly(waiting);
        assertThat(WorkItem.find(staged.table, StagedTable.proposalWork())).contains(waiting);
        Proposal proposal = ProposalItem.find(staged.table, INVOICE).orElseThrow();
        assertThat(proposal.status()).isEqualTo(ProposalStatus.AWAITING_LINES);
        assertThat(ProposalLineItem.page(staged.table, proposal, 0, null, 100).lines())
                .isEmpty();
    }

    private static void refused(Runnable work, String pointer) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(RefusalCode.UNKNOWN_REFERENCE);
            assertThat(refused.pointer()).isEqualTo(pointer);
        });
    }

    /** One unbilled sales row of 1,000 EUR on the GBP contract. */
    private static StagedTable inEuro() {
        var row = FinanceExamples.row(Examples.unbilledSales());
        return new StagedTable()
                .company(FinanceExamples.company())
                .contract(Examples.contract())
                .pending(new dev.fattura.ledger.StagedActual(
                        row.actual(),
                        row.type(),
                        row.transactionClass(),
                        row.billingType(),
                        row.quantity(),
                        row.price(),
                        new dev.fattura.money.Money(
                                100000, FinanceExamples.euroRate().from()),
                        row.transactionDate(),
                        row.accountingDate(),
                        row.dimensions(),
                        null,
                        null,
                        null,
                        1));
    }

    private static Contract unagreed() {
        Contract contract = Examples.contract();
        return new Contract(
                contract.id(),
                contract.company(),
                contract.name(),
                contract.customer(),
                contract.currency(),
                null,
                contract.salesTaxGroup());
    }

    private static Company limited(int journalLineLimit) {
        JournalParameters usmf = FinanceExamples.company().journals();
        return FinanceExamples.company(new JournalParameters(
                usmf.periodUnit(),
                journalLineLimit,
                false,
                usmf.categoryDefaults(),
                usmf.categories(),
                usmf.lineProperties()));
    }
}
