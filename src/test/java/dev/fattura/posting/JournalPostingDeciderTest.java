package dev.fattura.posting;

import static dev.fattura.support.Examples.gbp;
import static dev.fattura.support.Examples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Rate;
import dev.fattura.support.FinanceExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The documented journal posting (domain.md 3.6), line by line, and its variants. */
class JournalPostingDeciderTest {

    @Test
    void costOfTime_debitsCostAndCreditsPayroll_asDocumented() {
        Posting posting = post(FinanceExamples.costLine());

        assertThat(posting.entries())
                .containsExactlyInAnyOrder(
                        new LedgerEntry(
                                "600300", PostingType.PAYROLL_ALLOCATION, usd("-480.00"), usd("-480.00"), Rate.of("1")),
                        new LedgerEntry("540100", PostingType.COST, usd("480.00"), usd("480.00"), Rate.of("1")));
        assertThat(posting.accountingAmount()).isEqualTo(usd("480.00"));
        assertThat(posting.salesTax()).isEqualTo(usd("0.00"));
        assertThat(posting.voucher()).isEqualTo("V-7");
    }

    @Test
    void unbilledSales_accrueRevenue_asDocumented() {
        Posting posting = post(FinanceExamples.unbilledSalesLine());

        assertThat(posting.entries())
                .containsExactlyInAnyOrder(
                        new LedgerEntry(
                                "161300", PostingType.WIP_SALES_VALUE, gbp("1000.00"), usd("1250.00"), Rate.of("1.25")),
                        new LedgerEntry(
                                "420200",
                                PostingType.ACCRUED_REVENUE_SALES_VALUE,
                                gbp("-1000.00"),
                                usd("-1250.00"),
                                Rate.of("1.25")));
        assertThat(posting.accountingAmount()).isEqualTo(usd("1250.00"));
        assertThat(posting.exchangeRate()).isEqualTo(Rate.of("1.25"));
        assertThat(posting.salesTax()).isEqualTo(gbp("0.00"));
    }

    @ParameterizedTest
    @CsvSource({"TIME, 600300", "EXPENSE, 600400", "MATERIAL, 600400"})
    void cost_isCredited_byItsClass(TransactionClass transactionClass, String account) {
        JournalLine cost =
                with(FinanceExamples.costLine(), TransactionType.COST, transactionClass, BillingType.CHARGEABLE);

        assertThat(post(cost).entries()).extracting(LedgerEntry::account).containsExactly("540100", account);
    }

    @ParameterizedTest
    @EnumSource(names = {"NON_CHARGEABLE", "COMPLIMENTARY"})
    void unbilledSales_haveAVoucherAndNoEntries_whenNotChargeable(BillingType billingType) {
        JournalLine line = with(
                FinanceExamples.unbilledSalesLine(),
                TransactionType.UNBILLED_SALES,
                TransactionClass.TIME,
                billingType);

        Posting posting = post(line);

        assertThat(posting.entries()).isEmpty();
        assertThat(posting.voucher()).isEqualTo("V-7");
        assertThat(posting.accountingAmount()).isEqualTo(usd("1250.00"));
    }

    @Test
    void cost_isPosted_whateverTheBillingType() {
        JournalLine cost = with(
                FinanceExamples.costLine(), TransactionType.COST, TransactionClass.TIME, BillingType.NON_CHARGEABLE);

        assertThat(post(cost).entries()).hasSize(2);
    }

    @Test
    void billedSales_areNoJournalLine() {
        JournalLine line = with(
                FinanceExamples.costLine(),
                TransactionType.BILLED_SALES,
                TransactionClass.TIME,
                BillingType.CHARGEABLE);

        assertThatThrownBy(() -> post(line)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Posting post(JournalLine line) {
        return JournalPostingDecider.post(line, FinanceExamples.company(), "V-7", null);
    }

    private static JournalLine with(
            JournalLine line, TransactionType type, TransactionClass transactionClass, BillingType billingType) {
        return new JournalLine(
                line.journal(),
                line.actual(),
                type,
                transactionClass,
                billingType,
                line.quantity(),
                line.amount(),
                line.exchangeRate(),
                line.accountingAmount(),
                line.accountingDate(),
                line.dimensions(),
                line.category(),
                line.lineProperty(),
                null);
    }
}
