package dev.fattura.support;

import static dev.fattura.support.Examples.COMPANY;
import static dev.fattura.support.Examples.CONTRACT;
import static dev.fattura.support.Examples.GBP;
import static dev.fattura.support.Examples.INVOICE;
import static dev.fattura.support.Examples.MONTH_END;
import static dev.fattura.support.Examples.USD;
import static dev.fattura.support.Examples.WORKED;
import static dev.fattura.support.Examples.dimensions;
import static dev.fattura.support.Examples.gbp;
import static dev.fattura.support.Examples.usd;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.ExchangeRate;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.JournalParameters;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.LineTotals;
import dev.fattura.ledger.NumberRange;
import dev.fattura.ledger.OnAccountInvoicing;
import dev.fattura.ledger.PeriodUnit;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.SalesTaxShare;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * The one example, finance side: company USMF keeps its books in USD, a GBP is worth 1.25, sales tax is 20 %. Cost and unbilled
 * sales are lines 1 and 2 of journal USMF-IJ-000001, the invoice has voucher USMF-PV-000003.
 */
public final class FinanceExamples {

    public static final Journal.Id JOURNAL = new Journal.Id("USMF-IJ-000001");

    /** The day on which the example is posted: the last of January. */
    public static final Clock MIDDAY = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

    private FinanceExamples() {}

    public static Company company() {
        return new Company(
                COMPANY,
                1,
                USD,
                JournalParameters.of(PeriodUnit.MONTHS),
                OnAccountInvoicing.PROFIT_AND_LOSS,
                Map.ofEntries(
                        Map.entry(PostingType.PAYROLL_ALLOCATION, "600300"),
                        Map.entry(PostingType.COST, "540100"),
                        Map.entry(PostingType.OFFSET, "600400"),
                        Map.entry(PostingType.WIP_SALES_VALUE, "161300"),
                        Map.entry(PostingType.ACCRUED_REVENUE_SALES_VALUE, "420200"),
                        Map.entry(PostingType.INVOICED_REVENUE, "411100"),
                        Map.entry(PostingType.INVOICED_REVENUE_ON_ACCOUNT, "411200"),
                        Map.entry(PostingType.WIP_INVOICED_ON_ACCOUNT, "161400"),
                        Map.entry(PostingType.PREPAYMENT, "250500"),
                        Map.entry(PostingType.CUSTOMER_BALANCE, "130100"),
                        Map.entry(PostingType.SALES_TAX, "222200"),
                        Map.entry(PostingType.ROUNDING_DIFFERENCE, "618170")),
                Map.of("GB-STD", Percent.of("20")));
    }

    /** The company with other journal parameters. */
    public static Company company(JournalParameters journals) {
        Company usmf = company();
        return new Company(
                usmf.id(),
                usmf.version(),
                usmf.accountingCurrency(),
                journals,
                usmf.onAccountInvoicing(),
                usmf.accounts(),
                usmf.salesTaxGroups());
    }

    public static ExchangeRate euroRate() {
        return new ExchangeRate(COMPANY, new CurrencyCode("EUR"), LocalDate.parse("2026-01-01"), Rate.of("1.10"));
    }

    /** The staging row of an actual that crosses. */
    public static StagedActual row(Actual actual) {
        boolean billed = actual.type() == TransactionType.BILLED_SALES;
        return new StagedActual(
                actual.id(),
                actual.type(),
                actual.transactionClass(),
                actual.billingType(),
                actual.quantity(),
                actual.price(),
                actual.amount(),
                actual.transactionDate(),
                actual.accountingDate(),
                actual.dimensions(),
                billed ? actual.invoice() : null,
                billed ? new Actual.Id(actual.connections().get(0).other()) : null,
                null,
                actual.shards());
    }

    /** All lines are there; nothing is posted. */
    public static Journal draftJournal() {
        return new Journal(
                JOURNAL,
                COMPANY,
                1,
                JournalStatus.DRAFT,
                2,
                "2026-01",
                List.of(
                        planned(Examples.cost().id(), Rate.ONE),
                        planned(Examples.unbilledSales().id(), Rate.of("1.25"))),
                1,
                null,
                null,
                null);
    }

    /** A line of a plan, on the day of the work. */
    public static Journal.Line planned(Actual.Id actual, Rate exchangeRate) {
        return new Journal.Line(actual, exchangeRate, WORKED, null);
    }

    public static Journal postedJournal() {
        return draftJournal().posting(new NumberRange("USMF-PV-", 1, 2), 1).posted();
    }

    public static JournalLine costLine() {
        return journalLine(Examples.cost(), Rate.ONE, usd("480.00"));
    }

    public static JournalLine unbilledSalesLine() {
        return journalLine(Examples.unbilledSales(), Rate.of("1.25"), usd("1250.00"));
    }

    private static JournalLine journalLine(Actual actual, Rate rate, Money accountingAmount) {
        return new JournalLine(
                JOURNAL,
                actual.id(),
                actual.type(),
                TransactionClass.TIME,
                BillingType.CHARGEABLE,
                Quantity.of("4"),
                actual.amount(),
                rate,
                accountingAmount,
                WORKED,
                dimensions(),
                "Hours",
                "Chargeable",
                null);
    }

    public static Posting costPosting() {
        return new Posting(
                Examples.cost().id(),
                "USMF-PV-000001",
                usd("480.00"),
                Rate.ONE,
                Money.zero(USD),
                List.of(
                        new LedgerEntry("540100", PostingType.COST, usd("480.00"), usd("480.00"), Rate.ONE),
                        new LedgerEntry(
                                "600300", PostingType.PAYROLL_ALLOCATION, usd("-480.00"), usd("-480.00"), Rate.ONE)));
    }

    public static Posting unbilledSalesPosting() {
        return new Posting(
                Examples.unbilledSales().id(),
                "USMF-PV-000002",
                usd("1250.00"),
                Rate.of("1.25"),
                Money.zero(GBP),
                accrual());
    }

    /** What posting the unbilled sales accrued. */
    public static List<LedgerEntry> accrual() {
        return List.of(
                entry("161300", PostingType.WIP_SALES_VALUE, "1000.00", "1250.00"),
                entry("420200", PostingType.ACCRUED_REVENUE_SALES_VALUE, "-1000.00", "-1250.00"));
    }

    public static Proposal awaitingProposal() {
        return new Proposal(
                INVOICE,
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
                Proposal.Heading.NONE);
    }

    public static Proposal openProposal() {
        return awaitingProposal()
                .importing(terms())
                .open(new LineTotals(1, gbp("1000.00"), gbp("200.00"), List.of(standardTax("200.00")), Map.of()));
    }

    /** At 1.25, by the sales tax groups of the first version of the company. */
    public static Proposal.Terms terms() {
        return new Proposal.Terms(Rate.of("1.25"), 1, 0);
    }

    /** Totals of lines that nobody looks at. */
    public static LineTotals lineTotals(long count, String charged, String salesTax) {
        return new LineTotals(count, gbp(charged), gbp(salesTax), List.of(), Map.of());
    }

    /** The one code that the company's group GB-STD means. */
    public static SalesTaxShare standardTax(String salesTax) {
        return new SalesTaxShare("GB-STD", Percent.of("20"), gbp(salesTax));
    }

    /** Of a line of that group, with so much tax. */
    public static ProposalLine.Taxation taxation(String salesTax) {
        return new ProposalLine.Taxation("GB-STD", "ALL", WORKED, List.of(standardTax(salesTax)));
    }

    /** Of a line without sales tax. */
    public static ProposalLine.Taxation untaxed() {
        return new ProposalLine.Taxation(null, null, WORKED, List.of());
    }

    public static Proposal postedProposal() {
        return openProposal().posting(Examples.customerInvoice(), 1).posted();
    }

    public static ProposalLine proposalLine() {
        return new ProposalLine(
                INVOICE,
                Examples.billedSales().id(),
                TransactionClass.TIME,
                BillingType.CHARGEABLE,
                Quantity.of("4"),
                gbp("1000.00"),
                gbp("200.00"),
                Rate.of("1.25"),
                accrual(),
                taxation("200.00"));
    }

    /** The accrual is taken back, and the revenue invoiced. */
    public static Posting billedSalesPosting() {
        return new Posting(
                Examples.billedSales().id(),
                "USMF-PV-000003",
                usd("1250.00"),
                Rate.of("1.25"),
                gbp("200.00"),
                List.of(
                        entry("161300", PostingType.WIP_SALES_VALUE, "-1000.00", "-1250.00"),
                        entry("420200", PostingType.ACCRUED_REVENUE_SALES_VALUE, "1000.00", "1250.00"),
                        entry("411100", PostingType.INVOICED_REVENUE, "-1000.00", "-1250.00")));
    }

    /** The entries of the customer invoice that belong to no line. */
    public static List<LedgerEntry> voucherEntries() {
        return List.of(
                entry("130100", PostingType.CUSTOMER_BALANCE, "1200.00", "1500.00"),
                entry("222200", PostingType.SALES_TAX, "-200.00", "-250.00"));
    }

    public static LedgerEntry entry(String account, PostingType type, String gbp, String usd) {
        return new LedgerEntry(account, type, Examples.gbp(gbp), Examples.usd(usd), Rate.of("1.25"));
    }
}
