package dev.fattura.staging;

import static dev.fattura.support.Examples.COMPANY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.Placed;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.Work;
import dev.fattura.money.Rate;
import dev.fattura.simulation.SimulatedDynamoDb;
import dev.fattura.simulation.StoreMeter;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.ContractItem;
import dev.fattura.store.DynamoTable;
import dev.fattura.store.Finance;
import dev.fattura.store.ImportStateItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.Patience;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sheets that are full of the longest texts: the simulated store refuses what DynamoDB would, a transaction of more than 4 MB. */
class FullSheetsTest {

    /** As many as one commit of lines touches. */
    private static final int SHEETS = Table.COMMIT_LIMIT - 1;

    private final Table finance = new Finance(
                    new DynamoTable(SimulatedDynamoDb.undisturbed(StoreMeter.NONE), "finance", Patience.sleeping()))
            .table();

    /** One row of each sheet waited longer than the others: writing its line writes all the lines of its sheet. */
    @Test
    void rowsOfFullSheets_areImported_howeverLargeTheSheetsAre() {
        finance.putAll(List.of(
                CompanyItem.encode(FinanceExamples.company()),
                CompanyItem.listed(COMPANY),
                ContractItem.encode(Examples.contract())));
        List<Actual.Id> late = new ArrayList<>();
        for (int sheet = 0; sheet < SHEETS; sheet++) {
            UUID base = Placed.base("sheet", Integer.toString(sheet));
            List<StagedActual> rows = IntStream.range(0, Placed.MOST_LINES)
                    .mapToObj(line -> row(base, line))
                    .toList();
            StagedActual last = rows.get(Placed.MOST_LINES - 1);
            finance.putAll(JournalLineItem.encodeAll(rows.stream()
                    .limit(Placed.MOST_LINES - 1)
                    .map(FullSheetsTest::line)
                    .toList()));
            finance.putAll(
                    List.of(StagedActualItem.encode(last), WorkItem.encode(StagedTable.pendingWork(last.actual()))));
            late.add(last.actual());
        }

        ImportReport report = new ImportStaging(finance).all();

        assertThat(report.failed()).isEmpty();
        assertThat(report.journals()).hasSize(1).allMatch(journal -> journal.status() == JournalStatus.DRAFT);
        assertThat(JournalLineItem.findAll(finance, late)).hasSize(SHEETS);
        assertThat(ImportStateItem.read(finance, COMPANY).forming()).isNull();
        assertThat(WorkItem.page(finance, Work.Queue.IMPORT, "USMF", null, 1_000)
                        .work())
                .isEmpty();
    }

    private static StagedActual row(UUID base, int line) {
        StagedActual example = FinanceExamples.row(Examples.cost());
        Dimensions dimensions = Examples.dimensions();
        return new StagedActual(
                new Actual.Id(Placed.at(base, 1, line)),
                example.type(),
                example.transactionClass(),
                example.billingType(),
                example.quantity(),
                example.price(),
                example.amount(),
                example.transactionDate(),
                example.accountingDate(),
                new Dimensions(
                        dimensions.company(),
                        dimensions.contract(),
                        dimensions.line(),
                        dimensions.project(),
                        dimensions.customer(),
                        dimensions.unit(),
                        dimensions.resource(),
                        longest(line)),
                null,
                null,
                null,
                example.shards());
    }

    private static JournalLine line(StagedActual row) {
        return JournalPlanDecider.line(
                FinanceExamples.company(),
                new Journal.Id("USMF-IJ-000000"),
                FinanceExamples.planned(row.actual(), Rate.ONE),
                row);
    }

    /** In characters of three bytes, and none like another from its beginning on. */
    private static String longest(int number) {
        return String.valueOf((char) ('一' + number)).repeat(200);
    }
}
