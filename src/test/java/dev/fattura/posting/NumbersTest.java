package dev.fattura.posting;

import static dev.fattura.support.Examples.COMPANY;
import static dev.fattura.support.Examples.CONTRACT;
import static dev.fattura.support.Examples.GBP;
import static dev.fattura.support.Examples.MONTH_END;
import static dev.fattura.support.Examples.WORKED;
import static dev.fattura.support.Examples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.ledger.Work;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.Item;
import dev.fattura.store.JournalItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Crashes;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vouchers and customer invoice numbers have no gaps and no repeats, however many post at once and whoever dies over it. */
class NumbersTest {

    private static final int JOURNALS = 30;
    private static final int PROPOSALS = 30;
    private static final int THREADS = 6;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void numbers_areOneToN_whenManyPostAtOnceAndSomeDie(long seed) throws Exception {
        InMemoryTable table = documents();
        Random random = new Random(seed);
        int deaths = 0;
        do {
            table.failBefore(operation -> {
                if (random.nextInt(20) == 0) {
                    throw new Crashes.Crash();
                }
            });
            deaths += runAtOnce(table);
            table.failBefore(operation -> {});
        } while (deaths < 40 && !posted(table));
        new PostJournals(table).all();
        new PostProposals(table, FinanceExamples.MIDDAY).all();

        assertThat(deaths).as("runs that died").isPositive();
        assertNumbers(table);
    }

    /** Between reading a sequence and taking from it somebody else always has taken from it. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void numbers_areOneToN_whenCommitsAreOvertaken(long seed) {
        InMemoryTable table = documents();
        Random random = new Random(seed);
        AtomicInteger depth = new AtomicInteger();
        table.failBefore(operation -> {
            if (operation.startsWith("commit") && depth.get() < 3 && random.nextInt(3) > 0) {
                depth.incrementAndGet();
                if (random.nextBoolean()) {
                    new PostJournal(table)
                            .post(journal(random.nextInt(JOURNALS)).number(), null);
                } else {
                    new PostProposal(table, FinanceExamples.MIDDAY)
                            .post(proposal(random.nextInt(PROPOSALS)).id(), Dates.AS_PROPOSED, null);
                }
                depth.decrementAndGet();
            }
        });

        new PostJournals(table).all();
        new PostProposals(table, FinanceExamples.MIDDAY).all();

        assertNumbers(table);
    }

    private static void assertNumbers(InMemoryTable table) {
        assertThat(posted(table)).isTrue();
        int lines = IntStream.range(0, JOURNALS).map(NumbersTest::linesOf).sum();
        assertThat(vouchersOfDocuments(table))
                .containsExactlyInAnyOrderElementsOf(numbers("USMF-PV-", lines + PROPOSALS));
        assertThat(kept(table, "posting", "voucher")).containsExactlyInAnyOrderElementsOf(vouchersOfDocuments(table));
        assertThat(proposals(table).stream().map(each -> each.customerInvoice().number()))
                .containsExactlyInAnyOrderElementsOf(numbers("USMF-CI-", PROPOSALS));
    }

    /** Returns how many of the runs died. */
    private static int runAtOnce(InMemoryTable table) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> runs = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                boolean journals = thread % 2 == 0;
                runs.add(() -> survives(table, journals) ? 0 : 1);
            }
            int deaths = 0;
            for (Future<Integer> run : pool.invokeAll(runs)) {
                deaths += run.get();
            }
            return deaths;
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean survives(InMemoryTable table, boolean journals) {
        try {
            PostingReport report =
                    journals ? new PostJournals(table).all() : new PostProposals(table, FinanceExamples.MIDDAY).all();
            assertThat(report.waiting()).isEmpty();
            return true;
        } catch (Crashes.Crash dead) {
            return false;
        }
    }

    private static List<String> numbers(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> prefix + String.format("%06d", number))
                .toList();
    }

    private static List<String> vouchersOfDocuments(InMemoryTable table) {
        List<String> vouchers = new ArrayList<>();
        for (int index = 0; index < JOURNALS; index++) {
            var range = JournalItem.find(table, journal(index).number())
                    .orElseThrow()
                    .vouchers();
            for (long voucher = 0; voucher < range.count(); voucher++) {
                vouchers.add(range.number(voucher));
            }
        }
        proposals(table).forEach(each -> vouchers.add(each.customerInvoice().voucher()));
        return vouchers;
    }

    private static List<String> kept(InMemoryTable table, String kind, String attribute) {
        return table.contents().values().stream()
                .filter(item -> item.kind().equals(kind))
                .map(item -> item.text(attribute))
                .toList();
    }

    private static List<Proposal> proposals(InMemoryTable table) {
        return IntStream.range(0, PROPOSALS)
                .mapToObj(
                        index -> ProposalItem.find(table, proposal(index).id()).orElseThrow())
                .toList();
    }

    private static boolean posted(InMemoryTable table) {
        return proposals(table).stream().allMatch(each -> each.status() == ProposalStatus.POSTED)
                && IntStream.range(0, JOURNALS)
                        .allMatch(
                                index -> JournalItem.find(table, journal(index).number())
                                                .orElseThrow()
                                                .status()
                                        == JournalStatus.POSTED);
    }

    private static InMemoryTable documents() {
        InMemoryTable table = new InMemoryTable();
        List<Item> items = new ArrayList<>();
        items.add(CompanyItem.encode(FinanceExamples.company()));
        items.add(CompanyItem.listed(COMPANY));
        for (int index = 0; index < JOURNALS; index++) {
            Journal journal = journal(index);
            table.commit(JournalItem.create(journal));
            journal.lines().forEach(actual -> items.add(JournalLineItem.encode(line(journal, actual))));
            items.add(WorkItem.encode(
                    Work.of(Work.Queue.JOURNAL, "USMF", journal.number().value())));
        }
        for (int index = 0; index < PROPOSALS; index++) {
            Proposal proposal = proposal(index);
            items.add(ProposalItem.encode(proposal));
            items.add(ProposalLineItem.encode(proposal, line(proposal)));
            items.add(WorkItem.encode(
                    Work.of(Work.Queue.PROPOSAL, "USMF", proposal.id().value())));
        }
        table.putAll(items);
        return table;
    }

    private static int linesOf(int journal) {
        return 1 + journal % 4;
    }

    private static Journal journal(int index) {
        List<Journal.Line> plan = IntStream.range(0, linesOf(index))
                .mapToObj(line -> FinanceExamples.planned(Ids.costOf("T-" + index + "-" + line), Rate.ONE))
                .toList();
        return new Journal(
                new Journal.Id("USMF-IJ-" + index),
                COMPANY,
                1,
                JournalStatus.DRAFT,
                2,
                "2026-01",
                plan,
                1,
                null,
                null,
                null);
    }

    private static JournalLine line(Journal journal, Actual.Id actual) {
        return new JournalLine(
                journal.number(),
                actual,
                TransactionType.COST,
                TransactionClass.TIME,
                BillingType.CHARGEABLE,
                Quantity.ONE,
                usd("120.00"),
                Rate.ONE,
                usd("120.00"),
                WORKED,
                Examples.dimensions(),
                "Hours",
                "Chargeable",
                null);
    }

    private static Proposal proposal(int index) {
        return new Proposal(
                        new Invoice.Id("INV-" + index),
                        CONTRACT,
                        COMPANY,
                        "US-027",
                        GBP,
                        ProposalStatus.AWAITING_LINES,
                        1,
                        MONTH_END,
                        MONTH_END,
                        1,
                        Examples.controlTotals(),
                        null,
                        null,
                        null,
                        0,
                        Proposal.Heading.NONE)
                .importing(FinanceExamples.terms())
                .open(FinanceExamples.lineTotals(1, "1000.00", "200.00"));
    }

    private static ProposalLine line(Proposal proposal) {
        ProposalLine line = FinanceExamples.proposalLine();
        return new ProposalLine(
                proposal.id(),
                Ids.unbilledSalesOf(proposal.id().value()),
                line.transactionClass(),
                line.billingType(),
                line.quantity(),
                line.amount(),
                line.salesTax(),
                line.exchangeRate(),
                line.accrual(),
                line.taxation());
    }
}
