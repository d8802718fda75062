package dev.fattura.posting;

import static dev.fattura.support.Examples.gbp;
import static dev.fattura.support.Examples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.FiscalPeriodStatus;
import dev.fattura.ledger.FiscalPeriods;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.JournalParameters;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.PeriodUnit;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.money.Money;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.Ids;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was right when a line was imported may be wrong when it is posted. */
class JournalRulesTest {

    private static final Company USMF = FinanceExamples.company();
    private static final FiscalPeriods OPEN = FiscalPeriods.allOpen(Examples.COMPANY);
    private static final Actual.Id ORIGINAL = Examples.unbilledSales().id();

    @Test
    void line_canBePosted_asLongAsNothingChanged() {
        assertThat(JournalRules.failure(FinanceExamples.costLine(), USMF, OPEN, null))
                .isEmpty();
        assertThat(JournalRules.failure(FinanceExamples.unbilledSalesLine(), USMF, OPEN, null))
                .isEmpty();
    }

    @Test
    void line_fails_whenItsPeriodWasClosed() {
        FiscalPeriods closed =
                new FiscalPeriods(Examples.COMPANY, 1, Map.of(YearMonth.parse("2026-01"), FiscalPeriodStatus.CLOSED));

        assertFails(
                JournalRules.failure(FinanceExamples.costLine(), USMF, closed, null),
                WaitingReason.PERIOD_CLOSED,
                "No open fiscal period was found for the specified accounting date 2026-01-05: period 2026-01 of company"
                        + " USMF is closed.");
    }

    @Test
    void line_fails_whenItsLinePropertyWasRemoved() {
        Company changed = FinanceExamples.company(new JournalParameters(
                PeriodUnit.MONTHS, 200, false, Map.of(), Map.of(), Map.of(BillingType.CHARGEABLE, "Bill")));

        assertFails(
                JournalRules.failure(FinanceExamples.costLine(), changed, OPEN, null),
                WaitingReason.LINE_PROPERTY_MISSING,
                "Line property Chargeable doesn't exist: company USMF maps no billing type to it any more.");
    }

    @Test
    void line_fails_whenItsCategoryWasRemoved() {
        Company changed = FinanceExamples.company(new JournalParameters(
                PeriodUnit.MONTHS,
                200,
                false,
                Map.of(TransactionClass.TIME, "Labour"),
                Map.of(),
                JournalParameters.DEFAULT_LINE_PROPERTIES));

        assertFails(
                JournalRules.failure(FinanceExamples.costLine(), changed, OPEN, null),
                WaitingReason.CATEGORY_MISSING,
                "Project category Hours doesn't exist in company USMF any more.");
    }

    @Test
    void line_fails_whenItsAccountIsMissing() {
        Map<PostingType, String> accounts = new EnumMap<>(USMF.accounts());
        accounts.remove(PostingType.PAYROLL_ALLOCATION);
        Company changed = new Company(
                USMF.id(),
                2,
                USMF.accountingCurrency(),
                USMF.journals(),
                USMF.onAccountInvoicing(),
                accounts,
                USMF.salesTaxGroups());

        assertFails(
                JournalRules.failure(FinanceExamples.costLine(), changed, OPEN, null),
                WaitingReason.ACCOUNT_MISSING,
                "Company USMF has no main account for posting type payrollAllocation.");
        assertThat(JournalRules.failure(FinanceExamples.unbilledSalesLine(), changed, OPEN, null))
                .isEmpty();
    }

    @Test
    void reversal_fails_whenItsOriginalCannotBePosted() {
        assertFails(
                JournalRules.failure(reversal("-1000.00", "1.25", "-1250.00"), USMF, OPEN, null),
                WaitingReason.ORIGINAL_UNPOSTED,
                "The unbilled sales " + ORIGINAL + " that it reverses cannot be posted themselves.");
    }

    @Test
    void reversal_fails_whenItsOriginalWasImportedAnewAtAnotherRate() {
        assertFails(
                JournalRules.failure(
                        reversal("-1000.00", "1.30", "-1300.00"), USMF, OPEN, FinanceExamples.unbilledSalesPosting()),
                WaitingReason.ORIGINAL_CHANGED,
                "It was imported at 1.3, and the unbilled sales " + ORIGINAL
                        + " that it reverses were posted at 1.25.");
    }

    /** The company has moved its WIP and accrued revenue to other accounts since. */
    @Test
    void reversal_takesBackTheVeryEntries_ofWhatItReverses() {
        Map<PostingType, String> accounts = new EnumMap<>(USMF.accounts());
        accounts.put(PostingType.WIP_SALES_VALUE, "169999");
        accounts.put(PostingType.ACCRUED_REVENUE_SALES_VALUE, "429999");
        Company changed = new Company(
                USMF.id(),
                2,
                USMF.accountingCurrency(),
                USMF.journals(),
                USMF.onAccountInvoicing(),
                accounts,
                USMF.salesTaxGroups());
        JournalLine reversal = reversal("-1000.00", "1.25", "-1250.00");

        assertThat(JournalRules.failure(reversal, changed, OPEN, FinanceExamples.unbilledSalesPosting()))
                .isEmpty();
        Posting posting = JournalPostingDecider.post(reversal, changed, "V-9", FinanceExamples.unbilledSalesPosting());

        assertThat(posting)
                .isEqualTo(new Posting(
                        reversal.actual(),
                        "V-9",
                        usd("-1250.00"),
                        Rate.of("1.25"),
                        gbp("0.00"),
                        List.of(
                                new LedgerEntry(
                                        "161300",
                                        PostingType.WIP_SALES_VALUE,
                                        gbp("-1000.00"),
                                        usd("-1250.00"),
                                        Rate.of("1.25")),
                                new LedgerEntry(
                                        "420200",
                                        PostingType.ACCRUED_REVENUE_SALES_VALUE,
                                        gbp("1000.00"),
                                        usd("1250.00"),
                                        Rate.of("1.25")))));
    }

    /** A part of the whole has entries of its own, at the rate of the whole. */
    @Test
    void partialReversal_isPosted_atTheRateOfTheWhole() {
        JournalLine part = reversal("-400.00", "1.25", "-500.00");

        assertThat(JournalRules.failure(part, USMF, OPEN, FinanceExamples.unbilledSalesPosting()))
                .isEmpty();
        assertThat(JournalPostingDecider.post(part, USMF, "V-9", FinanceExamples.unbilledSalesPosting())
                        .entries())
                .extracting(LedgerEntry::account, LedgerEntry::accountingAmount)
                .containsExactly(tuple("161300", usd("-500.00")), tuple("420200", usd("500.00")));
    }

    static JournalLine reversal(String amount, String rate, String accountingAmount) {
        JournalLine line = FinanceExamples.unbilledSalesLine();
        Money taken = gbp(amount);
        return new JournalLine(
                line.journal(),
                Ids.unbilledSalesOf("reversal of TE-1"),
                line.type(),
                line.transactionClass(),
                line.billingType(),
                Quantity.of("-4"),
                taken,
                Rate.of(rate),
                usd(accountingAmount),
                Examples.MONTH_END,
                line.dimensions(),
                line.category(),
                line.lineProperty(),
                ORIGINAL);
    }

    private static void assertFails(Optional<Journal.Failure> failure, WaitingReason reason, String cause) {
        assertThat(failure).contains(new Journal.Failure(reason, cause));
    }
}
