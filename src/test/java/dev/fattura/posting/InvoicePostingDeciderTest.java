package dev.fattura.posting;

import static dev.fattura.support.Examples.MONTH_END;
import static dev.fattura.support.Examples.gbp;
import static dev.fattura.support.Examples.usd;
import static dev.fattura.support.FinanceExamples.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.ledger.Balance;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.OnAccountInvoicing;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.Ids;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The documented invoice posting (domain.md 3.6), line by line, and its variants. */
class InvoicePostingDeciderTest {

    private static final Rate AGREED = Rate.of("1.25");

    @Test
    void invoice_takesBackTheAccrualAndEarnsTheRevenue_asDocumented() {
        List<LedgerEntry> entries = entries(
                List.of(line(
                        TransactionClass.TIME, BillingType.CHARGEABLE, "1000.00", "0.00", FinanceExamples.accrual())),
                "1000.00",
                "0.00",
                AGREED);

        assertThat(entries)
                .containsExactly(
                        entry("161300", PostingType.WIP_SALES_VALUE, "-1000.00", "-1250.00"),
                        entry("420200", PostingType.ACCRUED_REVENUE_SALES_VALUE, "1000.00", "1250.00"),
                        entry("411100", PostingType.INVOICED_REVENUE, "-1000.00", "-1250.00"),
                        entry("130100", PostingType.CUSTOMER_BALANCE, "1000.00", "1250.00"));
    }

    @Test
    void salesTax_raisesTheCustomerBalance() {
        List<LedgerEntry> entries = entries(
                List.of(line(TransactionClass.TIME, BillingType.CHARGEABLE, "1000.00", "200.00", List.of())),
                "1200.00",
                "200.00",
                AGREED);

        assertThat(entries)
                .containsExactly(
                        entry("411100", PostingType.INVOICED_REVENUE, "-1000.00", "-1250.00"),
                        entry("130100", PostingType.CUSTOMER_BALANCE, "1200.00", "1500.00"),
                        entry("222200", PostingType.SALES_TAX, "-200.00", "-250.00"));
    }

    @Test
    void accrual_isTakenBackAtItsOwnRate_whenTheInvoiceHasAnother() {
        List<LedgerEntry> entries = InvoicePostingDecider.line(
                        new ProposalLine(
                                Examples.INVOICE,
                                Examples.billedSales().id(),
                                TransactionClass.TIME,
                                BillingType.CHARGEABLE,
                                Quantity.of("4"),
                                gbp("1000.00"),
                                gbp("0.00"),
                                Rate.of("1.30"),
                                FinanceExamples.accrual(),
                                FinanceExamples.untaxed()),
                        FinanceExamples.company(),
                        "V-7")
                .entries();

        assertThat(entries)
                .extracting(LedgerEntry::accountingAmount)
                .containsExactly(usd("-1250.00"), usd("1250.00"), usd("-1300.00"));
        assertThat(entries).extracting(LedgerEntry::exchangeRate).containsExactly(AGREED, AGREED, Rate.of("1.3"));
    }

    @ParameterizedTest
    @CsvSource({
        "TIME, PROFIT_AND_LOSS, 411100", "EXPENSE, PROFIT_AND_LOSS, 411100", "MATERIAL, BALANCE, 411100",
        "FEE, BALANCE, 411100", "PRODUCT, BALANCE, 411100", "MILESTONE, PROFIT_AND_LOSS, 411200",
        "MILESTONE, BALANCE, 161400", "RETAINER, PROFIT_AND_LOSS, 250500", "RETAINER, BALANCE, 250500"
    })
    void revenue_isCredited_byClassAndOnAccountInvoicing(
            TransactionClass transactionClass, OnAccountInvoicing onAccountInvoicing, String account) {
        ProposalLine line = line(transactionClass, BillingType.CHARGEABLE, "1000.00", "0.00", List.of());

        List<LedgerEntry> entries = InvoicePostingDecider.line(line, company(onAccountInvoicing), "V-7")
                .entries();

        assertThat(entries).extracting(LedgerEntry::account).containsExactly(account);
        assertThat(entries).extracting(LedgerEntry::amount).containsExactly(gbp("-1000.00"));
    }

    @ParameterizedTest
    @EnumSource(names = {"NON_CHARGEABLE", "COMPLIMENTARY"})
    void line_hasItsValueAndNoEntries_whenNotChargeable(BillingType billingType) {
        Posting posting = InvoicePostingDecider.line(
                line(TransactionClass.TIME, billingType, "400.00", "0.00", List.of()),
                FinanceExamples.company(),
                "V-7");

        assertThat(posting.entries()).isEmpty();
        assertThat(posting.accountingAmount()).isEqualTo(usd("500.00"));
        assertThat(posting.voucher()).isEqualTo("V-7");
    }

    @Test
    void invoice_ofNothingChargeable_hasNoEntries() {
        assertThat(entries(
                        List.of(line(TransactionClass.TIME, BillingType.COMPLIMENTARY, "400.00", "0.00", List.of())),
                        "0.00",
                        "0.00",
                        AGREED))
                .isEmpty();
    }

    @Test
    void voucher_balances_byARoundingDifference() {
        // 0.03 GBP at 1.5 is 0.045 USD: each line rounds to 0.05, their sum 0.09 converts to 0.135, which is 0.14.
        Rate rate = Rate.of("1.5");
        List<ProposalLine> lines = List.of(cent("1", "0.03"), cent("2", "0.03"), cent("3", "0.03"));

        List<LedgerEntry> entries = entries(lines, "0.09", "0.00", rate);

        assertThat(entries)
                .containsExactly(
                        new LedgerEntry("411100", PostingType.INVOICED_REVENUE, gbp("-0.03"), usd("-0.05"), rate),
                        new LedgerEntry("411100", PostingType.INVOICED_REVENUE, gbp("-0.03"), usd("-0.05"), rate),
                        new LedgerEntry("411100", PostingType.INVOICED_REVENUE, gbp("-0.03"), usd("-0.05"), rate),
                        new LedgerEntry("130100", PostingType.CUSTOMER_BALANCE, gbp("0.09"), usd("0.14"), rate),
                        new LedgerEntry("618170", PostingType.ROUNDING_DIFFERENCE, gbp("0.00"), usd("0.01"), rate));
    }

    /** Ten hours of an earlier invoice are taken back; no unbilled sales stand behind them, so no accrual is touched. */
    @Test
    void creditNote_reversesRevenueTaxAndCustomerBalance() {
        List<LedgerEntry> entries = entries(
                List.of(line(TransactionClass.TIME, BillingType.CHARGEABLE, "-1000.00", "-200.00", List.of())),
                "-1200.00",
                "-200.00",
                AGREED);

        assertThat(entries)
                .containsExactly(
                        entry("411100", PostingType.INVOICED_REVENUE, "1000.00", "1250.00"),
                        entry("130100", PostingType.CUSTOMER_BALANCE, "-1200.00", "-1500.00"),
                        entry("222200", PostingType.SALES_TAX, "200.00", "250.00"));
    }

    @Test
    void creditNote_balances_byTheOppositeRoundingDifference() {
        Rate rate = Rate.of("1.5");
        List<ProposalLine> lines = List.of(cent("1", "-0.03"), cent("2", "-0.03"), cent("3", "-0.03"));

        List<LedgerEntry> entries = entries(lines, "-0.09", "0.00", rate);

        assertThat(entries.get(4))
                .isEqualTo(new LedgerEntry("618170", PostingType.ROUNDING_DIFFERENCE, gbp("0.00"), usd("-0.01"), rate));
    }

    /** Work of 4,000 against a retainer of which 4,000 are applied (domain.md 2.10): the customer owes nothing. */
    @Test
    void appliedRetainer_isTakenFromThePrepayments_andAnInvoiceOfZeroOwesNothing() {
        List<LedgerEntry> entries = entries(
                List.of(
                        line(TransactionClass.TIME, BillingType.CHARGEABLE, "4000.00", "0.00", List.of()),
                        line(TransactionClass.RETAINER, BillingType.CHARGEABLE, "-4000.00", "0.00", List.of())),
                "0.00",
                "0.00",
                AGREED);

        assertThat(entries)
                .containsExactly(
                        entry("411100", PostingType.INVOICED_REVENUE, "-4000.00", "-5000.00"),
                        entry("250500", PostingType.PREPAYMENT, "4000.00", "5000.00"));
    }

    @Test
    void invoiceOfNothingCharged_hasNoEntries() {
        assertThat(entries(
                        List.of(line(TransactionClass.TIME, BillingType.COMPLIMENTARY, "1000.00", "0.00", List.of())),
                        "0.00",
                        "0.00",
                        AGREED))
                .isEmpty();
    }

    @Test
    void voucher_isRefused_whenTheLinesAreNotWhatTheCustomerOwes() {
        List<ProposalLine> lines =
                List.of(line(TransactionClass.TIME, BillingType.CHARGEABLE, "1000.00", "0.00", List.of()));

        assertThatThrownBy(() -> entries(lines, "1000.01", "0.00", AGREED)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void voucher_isRefused_whenTheDifferenceIsMoreThanRounding() {
        // The line was converted at 1.25 and the sum at 1.26.
        List<ProposalLine> lines =
                List.of(line(TransactionClass.TIME, BillingType.CHARGEABLE, "1000.00", "0.00", List.of()));

        assertThatThrownBy(() -> entries(lines, "1000.00", "0.00", Rate.of("1.26")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<LedgerEntry> entries(List<ProposalLine> lines, String amount, String salesTax, Rate rate) {
        Company company = FinanceExamples.company();
        CustomerInvoice invoice = new CustomerInvoice("I-1", MONTH_END, MONTH_END, "V-7", gbp(amount), gbp(salesTax));
        List<LedgerEntry> entries = new ArrayList<>();
        lines.forEach(line ->
                entries.addAll(InvoicePostingDecider.line(line, company, "V-7").entries()));
        Balance balance = Balance.none(Examples.GBP, Examples.USD).plus(entries);
        entries.addAll(InvoicePostingDecider.voucher(invoice, rate, company, balance, lines.size()));
        return entries;
    }

    private static ProposalLine cent(String transaction, String amount) {
        return new ProposalLine(
                Examples.INVOICE,
                Ids.unbilledSalesOf(transaction),
                TransactionClass.TIME,
                BillingType.CHARGEABLE,
                Quantity.ONE,
                gbp(amount),
                gbp("0.00"),
                Rate.of("1.5"),
                List.of(),
                FinanceExamples.untaxed());
    }

    private static ProposalLine line(
            TransactionClass transactionClass,
            BillingType billingType,
            String amount,
            String salesTax,
            List<LedgerEntry> accrual) {
        return new ProposalLine(
                Examples.INVOICE,
                Examples.billedSales().id(),
                transactionClass,
                billingType,
                Quantity.of("4"),
                gbp(amount),
                gbp(salesTax),
                AGREED,
                accrual,
                FinanceExamples.untaxed());
    }

    private static Company company(OnAccountInvoicing onAccountInvoicing) {
        Company usmf = FinanceExamples.company();
        return new Company(
                usmf.id(),
                usmf.version(),
                usmf.accountingCurrency(),
                usmf.journals(),
                onAccountInvoicing,
                usmf.accounts(),
                usmf.salesTaxGroups());
    }
}
