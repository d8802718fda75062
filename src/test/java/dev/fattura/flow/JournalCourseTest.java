package dev.fattura.flow;

import static dev.fattura.support.Examples.COMPANY;
import static dev.fattura.support.Examples.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.FiscalPeriodStatus;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalParameters;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.PeriodUnit;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.Work;
import dev.fattura.money.Quantity;
import dev.fattura.posting.PostJournals;
import dev.fattura.staging.EditJournal;
import dev.fattura.staging.ImportStaging;
import dev.fattura.staging.RecordFiscalPeriod;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.ContractItem;
import dev.fattura.store.Item;
import dev.fattura.store.JournalItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Crashes.Crash;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Imports, postings, deleted lines, closed periods and resets in any order, each within another one or dying before any write: in the
 * end every row is posted once, under a voucher of its own (domain.md 6, theme 4).
 */
class JournalCourseTest {

    private static final int TRANSACTIONS = 6;
    private static final int STEPS = 60;
    private static final YearMonth JANUARY = YearMonth.parse("2026-01");

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rows_arePostedOnce_whateverHappensAtOnce(int seed) {
        InMemoryTable table = staged();
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            disturb(table, random, 0);
            attempt(() -> act(table, random));
        }
        table.failBefore(operation -> {});
        settle(table);

        assertThat(lines(table)).containsExactlyInAnyOrderElementsOf(actuals());
        List<Posting> postings = PostingItem.findAll(table, actuals());
        assertThat(postings).hasSize(actuals().size());
        assertThat(postings.stream().map(Posting::voucher))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, actuals().size())
                                .mapToObj(number -> String.format("USMF-PV-%06d", number))
                                .toList());
        // Every unbilled sales is taken back, so that of all accounts only those of the costs have something left.
        assertThat(postings.stream()
                        .flatMap(posting -> posting.entries().stream())
                        .filter(entry -> entry.account().equals("161300"))
                        .map(LedgerEntry::accountingAmount)
                        .mapToLong(amount -> amount.minor())
                        .sum())
                .isZero();
        assertThat(WorkItem.page(table, Work.Queue.IMPORT, "USMF", null, 100).work())
                .isEmpty();
        assertThat(WorkItem.page(table, Work.Queue.JOURNAL, "USMF", null, 100).work())
                .isEmpty();
    }

    /** Before a write another action may happen, whole or dying itself, or this one may die. */
    private static void disturb(InMemoryTable table, Random random, int depth) {
        table.failBefore(operation -> {
            int chance = random.nextInt(12);
            if (chance == 0) {
                throw new Crash();
            }
            if (chance == 1 && depth < 2) {
                disturb(table, random, depth + 1);
                for (int more = random.nextInt(3); more >= 0; more--) {
                    attempt(() -> act(table, random));
                }
                disturb(table, random, depth);
            }
        });
    }

    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (Crash | Refused expected) {
            // It died, or it came too late.
        }
    }

    private static void act(InMemoryTable table, Random random) {
        Command command = new Command("step", "step", false);
        switch (random.nextInt(7)) {
            case 0, 1 -> new ImportStaging(table).all();
            case 2 -> new PostJournals(table).all();
            case 3 ->
                new EditJournal(table)
                        .deleteLine(
                                journal(random),
                                actuals().get(random.nextInt(actuals().size())),
                                command);
            case 4 -> new EditJournal(table).reset(journal(random), command);
            case 5 -> {
                StagedActual row = rows().get(random.nextInt(rows().size()));
                table.putAll(List.of(entry(row)));
            }
            default ->
                new RecordFiscalPeriod(table)
                        .record(
                                COMPANY,
                                JANUARY,
                                random.nextInt(3) == 0 ? FiscalPeriodStatus.CLOSED : FiscalPeriodStatus.OPEN,
                                command);
        }
    }

    /** Everything is mended, and runs until nothing is left to do. */
    private static void settle(InMemoryTable table) {
        Command command = new Command("settle", "settle", false);
        new RecordFiscalPeriod(table).record(COMPANY, JANUARY, FiscalPeriodStatus.OPEN, command);
        for (int round = 0; round < 4; round++) {
            new ImportStaging(table).all();
            for (Journal journal : journals(table)) {
                if (journal.status() == JournalStatus.ERROR) {
                    new EditJournal(table).reset(journal.number(), command);
                }
            }
            new PostJournals(table).all();
        }
    }

    private static List<Actual.Id> lines(InMemoryTable table) {
        List<Actual.Id> lines = new ArrayList<>();
        for (Journal journal : journals(table)) {
            assertThat(journal.status()).isIn(JournalStatus.POSTED, JournalStatus.CANCELED);
            lines.addAll(journal.lines());
        }
        return lines;
    }

    private static List<Journal> journals(InMemoryTable table) {
        return IntStream.rangeClosed(1, 300)
                .mapToObj(number -> JournalItem.find(table, new Journal.Id(String.format("USMF-IJ-%06d", number))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Journal.Id journal(Random random) {
        return new Journal.Id(String.format("USMF-IJ-%06d", 1 + random.nextInt(12)));
    }

    private static InMemoryTable staged() {
        InMemoryTable table = new InMemoryTable();
        table.commit(CompanyItem.record(FinanceExamples.company(new JournalParameters(
                PeriodUnit.MONTHS, 5, false, Map.of(), Map.of(), JournalParameters.DEFAULT_LINE_PROPERTIES))));
        List<Item> items = new ArrayList<>(List.of(ContractItem.encode(Examples.contract())));
        rows().forEach(row -> {
            items.add(StagedActualItem.encode(row));
            items.add(entry(row));
        });
        table.putAll(items);
        return table;
    }

    private static Item entry(StagedActual row) {
        return WorkItem.encode(Work.of(Work.Queue.IMPORT, "USMF", row.actual().toString()));
    }

    private static List<Actual.Id> actuals() {
        return rows().stream().map(StagedActual::actual).toList();
    }

    /** Of each transaction the cost, the unbilled sales and what takes them back. */
    private static List<StagedActual> rows() {
        List<StagedActual> rows = new ArrayList<>();
        for (int index = 0; index < TRANSACTIONS; index++) {
            rows.add(FinanceExamples.row(Examples.cost("T-" + index)));
            StagedActual sales = FinanceExamples.row(Examples.unbilledSales("T-" + index));
            rows.add(sales);
            rows.add(new StagedActual(
                    Ids.unbilledSalesOf("reversal of T-" + index),
                    sales.type(),
                    sales.transactionClass(),
                    sales.billingType(),
                    Quantity.of("-4"),
                    sales.price(),
                    gbp("-1000.00"),
                    sales.transactionDate(),
                    sales.accountingDate(),
                    sales.dimensions(),
                    null,
                    null,
                    sales.actual(),
                    1));
        }
        return rows;
    }
}
