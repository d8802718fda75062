package dev.fattura.staging;

import static dev.fattura.support.Examples.COMPANY;
import static dev.fattura.support.Examples.GBP;
import static dev.fattura.support.Examples.gbp;
import static dev.fattura.support.Examples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.ExchangeRate;
import dev.fattura.ledger.FiscalPeriodStatus;
import dev.fattura.ledger.FiscalPeriods;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.JournalParameters;
import dev.fattura.ledger.PeriodUnit;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.Work;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.ExchangeRateItem;
import dev.fattura.store.FiscalPeriodsItem;
import dev.fattura.store.JournalItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.support.Crashes;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Import from staging makes of a row, and what a row waits for (domain.md 3.3, 4.6). */
class RowReadinessTest {

    private static final Actual.Id ORIGINAL = Examples.unbilledSales().id();

    @Test
    void row_waits_whenItsBillingTypeHasNoLineProperty() {
        JournalParameters unmapped = new JournalParameters(
                PeriodUnit.MONTHS, 200, false, Map.of(), Map.of(), Map.of(BillingType.NON_CHARGEABLE, "NonCharge"));
        StagedTable staged = cost(unmapped);

        assertWaits(
                staged,
                Examples.cost().id(),
                "line-property-missing",
                "Line property Chargeable doesn't exist: company USMF maps no line property to that billing type.");

        staged.company(FinanceExamples.company().atVersion(2));
        assertThat(new ImportStaging(staged.table).all().journals()).hasSize(1);
        assertThat(staged.queue(Work.Queue.IMPORT)).isEmpty();
    }

    /** A rate that somebody mistyped must not be pinned to a journal that nobody can form. */
    @Test
    void row_waits_whenNoBooksCanHoldItsAmount_andTheOthersAreImported() {
        StagedTable staged = new StagedTable()
                .company(FinanceExamples.company())
                .contract(unagreed())
                .pending(FinanceExamples.row(Examples.cost()))
                .pending(FinanceExamples.row(Examples.unbilledSales()));
        ExchangeRate mistyped = pound("2026-01-01", "999999999999999999");
        staged.table.putAll(List.of(ExchangeRateItem.encode(mistyped)));

        ImportReport report = new ImportStaging(staged.table).all();

        assertThat(report.journals().get(0).lines())
                .containsExactly(Examples.cost().id());
        assertThat(staged.queue(Work.Queue.IMPORT))
                .containsExactly(StagedTable.pendingWork(ORIGINAL)
                        .waiting(
                                "amount-too-large",
                                "At the exchange rate 999999999999999999 its amount is more than the books can hold."));

        staged.table.putAll(List.of(ExchangeRateItem.encode(pound("2026-01-02", "1.25"))));
        assertThat(new ImportStaging(staged.table).all().journals()).hasSize(1);
    }

    @Test
    void row_waits_whenItsPeriodIsClosed_andGoesOnOnceItIsOpen() {
        StagedTable staged = cost(JournalParameters.of(PeriodUnit.MONTHS));
        FiscalPeriods closed = close(staged.table, FiscalPeriods.allOpen(COMPANY), "2026-01");

        assertWaits(
                staged,
                Examples.cost().id(),
                "period-closed",
                "No open fiscal period was found for the specified accounting date 2026-01-05: period 2026-01 of company"
                        + " USMF is closed.");

        staged.table.commit(
                List.of(FiscalPeriodsItem.replace(closed.with(YearMonth.parse("2026-01"), FiscalPeriodStatus.OPEN))));
        assertThat(new ImportStaging(staged.table).all().journals()).hasSize(1);
        assertThat(line(staged.table, Examples.cost().id()).accountingDate()).isEqualTo(Examples.WORKED);
    }

    @Test
    void row_isMovedToTheNextOpenPeriod_whenTheCompanySaysSo_atTheRateOfThatDay() {
        JournalParameters moving = new JournalParameters(
                PeriodUnit.MONTHS, 200, true, Map.of(), Map.of(), JournalParameters.DEFAULT_LINE_PROPERTIES);
        StagedTable staged = new StagedTable()
                .company(FinanceExamples.company(moving))
                .contract(unagreed())
                .pending(FinanceExamples.row(Examples.unbilledSales()));
        staged.table.putAll(List.of(
                ExchangeRateItem.encode(pound("2026-01-01", "1.25")),
                ExchangeRateItem.encode(pound("2026-03-01", "1.30"))));
        FiscalPeriods january = close(staged.table, FiscalPeriods.allOpen(COMPANY), "2026-01");
        close(staged.table, january, "2026-02");

        ImportReport report = new ImportStaging(staged.table).all();

        // The actual keeps its own date, and its journal the period of the work.
        assertThat(report.journals().get(0).period()).isEqualTo("2026-01");
        JournalLine line = line(staged.table, ORIGINAL);
        assertThat(line.accountingDate()).isEqualTo(LocalDate.parse("2026-03-01"));
        assertThat(line.exchangeRate()).isEqualTo(Rate.of("1.30"));
        assertThat(line.accountingAmount()).isEqualTo(usd("1300.00"));
    }

    @Test
    void line_hasItsCategory_lineProperty_andFinancialDimensions() {
        JournalParameters parameters = new JournalParameters(
                PeriodUnit.MONTHS,
                200,
                false,
                Map.of(),
                Map.of("Design", "Drawing"),
                Map.of(BillingType.CHARGEABLE, "Bill"));
        StagedActual row = FinanceExamples.row(Examples.cost());
        Dimensions plain = row.dimensions();
        StagedTable staged = new StagedTable()
                .company(FinanceExamples.company(parameters))
                .contract(Examples.contract())
                .pending(with(
                        row,
                        new Dimensions(
                                plain.company(),
                                plain.contract(),
                                plain.line(),
                                plain.project(),
                                plain.customer(),
                                plain.unit(),
                                plain.resource(),
                                plain.description(),
                                "Design",
                                Map.of("Department", "022"))));

        new ImportStaging(staged.table).all();

        JournalLine line = line(staged.table, row.actual());
        assertThat(line.category()).isEqualTo("Drawing");
        assertThat(line.lineProperty()).isEqualTo("Bill");
        assertThat(line.dimensions().financialDimensions()).containsExactly(Map.entry("Department", "022"));
    }

    /** 1,000 GBP imported at 1.25 and taken back at the end of the month, when a pound is worth 1.30. */
    @Test
    void reversal_isImportedAtTheRateOfItsOriginal_inTheSameRun() {
        StagedTable staged = reversed().pending(FinanceExamples.row(Examples.unbilledSales()));

        ImportReport report = new ImportStaging(staged.table).all();

        assertThat(report.waiting()).isEmpty();
        assertThat(report.journals())
                .extracting(journal -> journal.plan().size())
                .containsExactly(1, 1);
        assertThat(line(staged.table, ORIGINAL).accountingAmount()).isEqualTo(usd("1250.00"));
        JournalLine reversal = line(staged.table, reversal().actual());
        assertThat(reversal.reverses()).isEqualTo(ORIGINAL);
        assertThat(reversal.accountingDate()).isEqualTo(Examples.MONTH_END);
        assertThat(reversal.exchangeRate()).isEqualTo(Rate.of("1.25"));
        assertThat(reversal.accountingAmount()).isEqualTo(usd("-1250.00"));
    }

    @Test
    void reversal_waits_whenItsOriginalIsOnNoJournal() {
        StagedTable staged = reversed();

        assertWaits(
                staged,
                reversal().actual(),
                "original-not-imported",
                "The unbilled sales " + ORIGINAL + " that it reverses are on no journal yet.");
    }

    @Test
    void import_endsTheSame_afterACrash_althoughTheCompanyChangedMeanwhile() {
        InMemoryTable calm = cost(JournalParameters.of(PeriodUnit.MONTHS)).table;
        new ImportStaging(calm).all();
        JournalLine expected = line(calm, Examples.cost().id());
        InMemoryTable table = new InMemoryTable();
        table.commit(CompanyItem.record(FinanceExamples.company()));
        cost(JournalParameters.of(PeriodUnit.MONTHS)).table.contents().values().stream()
                .filter(item -> !item.kind().startsWith("company"))
                .forEach(item -> table.putAll(List.of(item)));
        Crashes.dieBefore(table, 2, broken -> new ImportStaging(broken).all());
        table.commit(CompanyItem.record(FinanceExamples.company(new JournalParameters(
                        PeriodUnit.ALL,
                        1,
                        true,
                        Map.of(TransactionClass.TIME, "Labour"),
                        Map.of(),
                        Map.of(BillingType.CHARGEABLE, "Bill")))
                .atVersion(2)));

        new ImportStaging(table).all();

        assertThat(line(table, Examples.cost().id())).isEqualTo(expected);
        assertThat(JournalItem.find(table, FinanceExamples.JOURNAL)
                        .orElseThrow()
                        .companyVersion())
                .isEqualTo(1);
    }

    private static void assertWaits(StagedTable staged, Actual.Id actual, String code, String cause) {
        Work waiting = StagedTable.pendingWork(actual).waiting(code, cause);

        ImportReport report = new ImportStaging(staged.table).all();

        assertThat(report.journals()).isEmpty();
        assertThat(report.waiting()).containsExactly(waiting);
        assertThat(staged.queue(Work.Queue.IMPORT)).containsExactly(waiting);
        var waits = staged.table.contents();
        new ImportStaging(staged.table).all();
        assertThat(staged.table.contents()).isEqualTo(waits);
    }

    private static StagedTable cost(JournalParameters parameters) {
        return new StagedTable()
                .company(FinanceExamples.company(parameters))
                .contract(Examples.contract())
                .pending(FinanceExamples.row(Examples.cost()));
    }

    private static StagedTable reversed() {
        StagedTable staged = new StagedTable()
                .company(FinanceExamples.company())
                .contract(unagreed())
                .pending(reversal());
        staged.table.putAll(List.of(
                ExchangeRateItem.encode(pound("2026-01-01", "1.25")),
                ExchangeRateItem.encode(pound("2026-01-20", "1.30"))));
        return staged;
    }

    private static StagedActual reversal() {
        StagedActual row = FinanceExamples.row(Examples.unbilledSales());
        return new StagedActual(
                Ids.unbilledSalesOf("reversal of TE-1"),
                row.type(),
                row.transactionClass(),
                row.billingType(),
                Quantity.of("-4"),
                row.price(),
                gbp("-1000.00"),
                row.transactionDate(),
                Examples.MONTH_END,
                row.dimensions(),
                null,
                null,
                ORIGINAL,
                1);
    }

    private static StagedActual with(StagedActual row, Dimensions dimensions) {
        return new StagedActual(
                row.actual(),
                row.type(),
                row.transactionClass(),
                row.billingType(),
                row.quantity(),
                row.price(),
                row.amount(),
                row.transactionDate(),
                row.accountingDate(),
                dimensions,
                null,
                null,
                null,
                1);
    }

    private static FiscalPeriods close(InMemoryTable table, FiscalPeriods before, String period) {
        FiscalPeriods closed = before.with(YearMonth.parse(period), FiscalPeriodStatus.CLOSED);
        table.commit(List.of(FiscalPeriodsItem.replace(closed)));
        return closed;
    }

    private static ExchangeRate pound(String validFrom, String rate) {
        return new ExchangeRate(COMPANY, GBP, LocalDate.parse(validFrom), Rate.of(rate));
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

    private static JournalLine line(InMemoryTable table, Actual.Id actual) {
        return JournalLineItem.findAll(table, List.of(actual)).get(0);
    }
}
