package dev.fattura.print;

import static dev.fattura.support.Examples.GBP;
import static dev.fattura.support.Examples.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.support.FinanceExamples;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupingDeciderTest {

    private static final List<PrintedLine> LINES = List.of(
            line("10", "2026-01-31", TransactionClass.MILESTONE, BillingType.CHARGEABLE, "5000.00", "1000.00"),
            line("2", "2026-01-09", TransactionClass.EXPENSE, BillingType.CHARGEABLE, "300.00", "60.00"),
            line("2", "2026-01-05", TransactionClass.TIME, BillingType.CHARGEABLE, "1000.00", "200.00"),
            line("2", "2026-01-06", TransactionClass.TIME, BillingType.NON_CHARGEABLE, "400.00", "0.00"));

    @Test
    void detail_listsEveryLineByDate_underItsContractLine_inTheOrderOfTheirNumbers() {
        PrintedInvoice invoice = grouped(Layout.DETAIL);

        assertThat(invoice.sections())
                .extracting(PrintedInvoice.Section::heading)
                .containsExactly("Contract line 2", "Contract line 10");
        assertThat(invoice.sections().get(0).lines())
                .extracting(line -> line.date().toString())
                .containsExactly("2026-01-05", "2026-01-06", "2026-01-09");
    }

    @Test
    void linesOfADay_standByClass_thenByWhatTheyAreAbout_thenByAmount() {
        GroupingDecider grouping = new GroupingDecider(FinanceExamples.postedProposal(), Layout.DETAIL);
        grouping.add(about("Survey", TransactionClass.TIME, "2.00"));
        grouping.add(about("Survey", TransactionClass.TIME, "1.00"));
        grouping.add(about(null, TransactionClass.TIME, "9.00"));
        grouping.add(about("Barrels", TransactionClass.TIME, "8.00"));
        grouping.add(about("Anything", TransactionClass.EXPENSE, "3.00"));

        assertThat(grouping.invoice().sections().get(0).lines())
                .extracting(line -> line.description() + " " + line.amount())
                .containsExactly(
                        "null 9.00 GBP", "Barrels 8.00 GBP", "Survey 1.00 GBP", "Survey 2.00 GBP", "Anything 3.00 GBP");
    }

    @Test
    void summary_sumsUpEveryContractLine_andListsNone() {
        assertThat(grouped(Layout.SUMMARY).sections())
                .containsExactly(
                        new PrintedInvoice.Section("Contract line 2", List.of(), 3, gbp("1300.00"), gbp("260.00")),
                        new PrintedInvoice.Section("Contract line 10", List.of(), 1, gbp("5000.00"), gbp("1000.00")));
    }

    @Test
    void summaryByCategory_sumsUpEveryClass() {
        assertThat(grouped(Layout.SUMMARY_BY_CATEGORY).sections())
                .containsExactly(
                        new PrintedInvoice.Section("Time", List.of(), 2, gbp("1000.00"), gbp("200.00")),
                        new PrintedInvoice.Section("Expense", List.of(), 1, gbp("300.00"), gbp("60.00")),
                        new PrintedInvoice.Section("Milestone", List.of(), 1, gbp("5000.00"), gbp("1000.00")));
    }

    @Test
    void totals_areTheSameInEveryLayout_andLeaveOutWhatIsNotCharged() {
        for (Layout layout : Layout.values()) {
            PrintedInvoice invoice = grouped(layout);
            assertThat(invoice.net()).as(layout.code()).isEqualTo(gbp("6300.00"));
            assertThat(invoice.salesTax()).as(layout.code()).isEqualTo(gbp("1260.00"));
            assertThat(invoice.total()).as(layout.code()).isEqualTo(gbp("7560.00"));
        }
    }

    @Test
    void invoiceWithoutLines_hasNoSections_andIsZero() {
        PrintedInvoice empty = new GroupingDecider(FinanceExamples.postedProposal(), Layout.DETAIL).invoice();
        assertThat(empty.sections()).isEmpty();
        assertThat(empty.total()).isEqualTo(gbp("0.00"));
    }

    @Test
    void title_saysWhatTheDocumentIs() {
        assertThat(grouped(Layout.DETAIL).title()).isEqualTo("Customer invoice");
        assertThat(new GroupingDecider(FinanceExamples.openProposal(), Layout.DETAIL)
                        .invoice()
                        .title())
                .isEqualTo("Pro forma invoice");
        GroupingDecider credit = new GroupingDecider(FinanceExamples.postedProposal(), Layout.DETAIL);
        credit.add(line("2", "2026-01-05", TransactionClass.TIME, BillingType.CHARGEABLE, "-1600.00", "-320.00"));
        assertThat(credit.invoice().title()).isEqualTo("Credit note");
    }

    private static PrintedInvoice grouped(Layout layout) {
        GroupingDecider grouping = new GroupingDecider(FinanceExamples.postedProposal(), layout);
        LINES.forEach(grouping::add);
        return grouping.invoice();
    }

    private static PrintedLine line(
            String contractLine,
            String date,
            TransactionClass transactionClass,
            BillingType billingType,
            String amount,
            String salesTax) {
        return line(contractLine, date, transactionClass, billingType, "Cellar survey", amount, salesTax);
    }

    private static PrintedLine about(@Nullable String description, TransactionClass transactionClass, String amount) {
        return line("2", "2026-01-05", transactionClass, BillingType.CHARGEABLE, description, amount, "0.00");
    }

    private static PrintedLine line(
            String contractLine,
            String date,
            TransactionClass transactionClass,
            BillingType billingType,
            @Nullable String description,
            String amount,
            String salesTax) {
        return new PrintedLine(
                LocalDate.parse(date),
                new ContractLine.Id(contractLine),
                transactionClass,
                billingType,
                description,
                "Bob",
                Quantity.of("4"),
                "hour",
                Price.of("250", GBP),
                gbp(amount),
                gbp(salesTax));
    }
}
