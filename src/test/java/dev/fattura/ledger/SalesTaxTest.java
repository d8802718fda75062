package dev.fattura.ledger;

import static dev.fattura.support.Examples.COMPANY;
import static dev.fattura.support.Examples.GBP;
import static dev.fattura.support.Examples.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.money.Percent;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes of two rates, groups and item groups (domain.md 3.5); every figure is worked out by hand. */
class SalesTaxTest {

    private static final LocalDate JANUARY = LocalDate.parse("2026-01-31");
    private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-01");

    /** "Search: project blank, contract EU-STD, customer DOM gives EU-STD; SERV; 20 % of 1,200 is 240." */
    @Test
    void illustrationOfTheDocuments_gives240() {
        SalesTax setUp = setUp(SalesTaxGroupMethod.SEARCH, Map.of(), TaxDate.INVOICE_DATE, TaxRounding.LINE);
        Contract contract = contract("EU-STD", "DOM");

        String group = setUp.group(contract, "US-027", Examples.PROJECT);
        ProposalLine line = new InvoiceTax(setUp, GBP)
                .next(line("1200.00", group, setUp.itemGroup(TransactionClass.TIME, "Hours"), JANUARY), JANUARY);

        assertThat(group).isEqualTo("EU-STD");
        assertThat(line.taxation().shares())
                .containsExactly(new SalesTaxShare("EU20", Percent.of("20"), gbp("240.00")));
        assertThat(line.salesTax()).isEqualTo(gbp("240.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "PROJECT,  DOM, EU-STD, NONE, DOM",
        "PROJECT,  , EU-STD, NONE, ",
        "CONTRACT, DOM, EU-STD, NONE, EU-STD",
        "CONTRACT, DOM, , NONE, ",
        "CUSTOMER, DOM, EU-STD, NONE, NONE",
        "CUSTOMER, DOM, EU-STD, , ",
        "SEARCH,   DOM, EU-STD, NONE, DOM",
        "SEARCH,   , EU-STD, NONE, EU-STD",
        "SEARCH,   , , NONE, NONE",
        "SEARCH,   , , , "
    })
    void group_comesFromWhereTheMethodSays(
            SalesTaxGroupMethod method, String ofProject, String ofContract, String ofCustomer, String expected) {
        SalesTax setUp = setUp(
                method,
                ofProject == null ? Map.of() : Map.of(Examples.PROJECT.value(), ofProject),
                TaxDate.INVOICE_DATE,
                TaxRounding.LINE);

        assertThat(setUp.group(contract(ofContract, ofCustomer), "US-027", Examples.PROJECT))
                .isEqualTo(expected);
    }

    @Test
    void group_ofAProject_isNotThatOfALineWithoutOne() {
        SalesTax setUp = setUp(
                SalesTaxGroupMethod.PROJECT,
                Map.of(Examples.PROJECT.value(), "DOM"),
                TaxDate.INVOICE_DATE,
                TaxRounding.LINE);

        assertThat(setUp.group(contract(null, null), "US-027", null)).isNull();
    }

    /** Time, expense and fee have the group of their project category; a class may say what holds for the others. */
    @ParameterizedTest
    @CsvSource({
        "TIME,      Hours,      SERV",
        "TIME,      Travel,     GOODS",
        "EXPENSE,   Expense,    ",
        "EXPENSE,   Travel,     GOODS",
        "MATERIAL,  Item,       GOODS",
        "FEE,       Fees,       ",
        "MILESTONE, On-account, "
    })
    void itemGroup_comesFromTheProjectCategory_elseFromTheClass(
            TransactionClass transactionClass, String category, String expected) {
        SalesTax setUp = setUp(SalesTaxGroupMethod.CONTRACT, Map.of(), TaxDate.INVOICE_DATE, TaxRounding.LINE);

        assertThat(setUp.itemGroup(transactionClass, category)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "EU-STD, SERV, EU20",
        "EU-STD, GOODS, 'EU20,LEVY'",
        "DOM, SERV, ",
        "DOM, GOODS, LEVY",
        "EU-STD, , ",
        ", SERV, ",
        "NONE, SERV, "
    })
    void codes_areThoseThatBothGroupsHave(String group, String itemGroup, String codes) {
        SalesTax setUp = setUp(SalesTaxGroupMethod.CONTRACT, Map.of(), TaxDate.INVOICE_DATE, TaxRounding.LINE);

        assertThat(setUp.common(group, itemGroup))
                .containsExactlyElementsOf(codes == null ? List.of() : List.of(codes.split(",")));
    }

    @ParameterizedTest
    @CsvSource({
        "EU20, 1999-12-31, ",
        "EU20, 2000-01-01, 20",
        "EU20, 2026-01-31, 20",
        "EU20, 2026-02-01, 21",
        "LEVY, 2025-12-31, ",
        "LEVY, 2026-01-01, 0.5",
        "XX, 2026-01-01, "
    })
    void rate_isTheOneThatIsValid(String code, LocalDate date, String percent) {
        SalesTax setUp = setUp(SalesTaxGroupMethod.CONTRACT, Map.of(), TaxDate.INVOICE_DATE, TaxRounding.LINE);

        assertThat(setUp.percent(code, date).map(Percent::toString).orElse(null))
                .isEqualTo(percent);
    }

    /** Worked in January at 20 %, invoiced in February at 21 %. */
    @ParameterizedTest
    @CsvSource({"INVOICE_DATE, 21, 210.00", "PROJECT_DATE, 20, 200.00"})
    void taxDate_decidesWhichRateHolds(TaxDate taxDate, String percent, String salesTax) {
        SalesTax setUp = setUp(SalesTaxGroupMethod.CONTRACT, Map.of(), taxDate, TaxRounding.LINE);

        ProposalLine line = new InvoiceTax(setUp, GBP).next(line("1000.00", "EU-STD", "SERV", JANUARY), FEBRUARY);

        assertThat(line.taxation().shares())
                .containsExactly(new SalesTaxShare("EU20", Percent.of(percent), gbp(salesTax)));
    }

    @ParameterizedTest
    @CsvSource({
        "EU-STD, SERV, 2026-01-31, , ",
        ", SERV, 1990-01-01, , ",
        "FR-STD, SERV, 2026-01-31, sales-tax-group-unknown, Company USMF has no sales tax group FR-STD.",
        "EU-STD, TOYS, 2026-01-31, sales-tax-group-unknown, Company USMF has no item sales tax group TOYS.",
        "EU-STD, SERV, 1990-01-01, sales-tax-code-rate-missing, Sales tax code EU20 of company USMF has no rate that is valid on 1990-01-01."
    })
    void gap_saysWhatIsMissing(String group, String itemGroup, LocalDate date, String code, String cause) {
        SalesTax setUp = setUp(SalesTaxGroupMethod.CONTRACT, Map.of(), TaxDate.INVOICE_DATE, TaxRounding.LINE);

        var gap = setUp.gap(group, itemGroup, date);

        assertThat(gap.map(found -> found.reason().code()).orElse(null)).isEqualTo(code);
        assertThat(gap.map(SalesTax.Gap::cause).orElse(null)).isEqualTo(cause);
    }

    @Test
    void severalCodes_areEachRoundedOnALine() {
        SalesTax setUp = setUp(SalesTaxGroupMethod.CONTRACT, Map.of(), TaxDate.INVOICE_DATE, TaxRounding.LINE);

        ProposalLine line = new InvoiceTax(setUp, GBP).next(line("33.33", "EU-STD", "GOODS", JANUARY), JANUARY);

        // 20 % are 6.666, half a per cent is 0.16665.
        assertThat(line.taxation().shares())
                .containsExactly(
                        new SalesTaxShare("EU20", Percent.of("20"), gbp("6.67")),
                        new SalesTaxShare("LEVY", Percent.of("0.5"), gbp("0.17")));
        assertThat(line.salesTax()).isEqualTo(gbp("6.84"));
    }

    @ParameterizedTest
    @CsvSource({"NON_CHARGEABLE", "COMPLIMENTARY", "NOT_AVAILABLE"})
    void whatIsNotCharged_bearsNoTax(BillingType billingType) {
        SalesTax setUp = setUp(SalesTaxGroupMethod.CONTRACT, Map.of(), TaxDate.INVOICE_DATE, TaxRounding.LINE);

        ProposalLine line =
                new InvoiceTax(setUp, GBP).next(line("1000.00", billingType, "EU-STD", "SERV", JANUARY), JANUARY);

        assertThat(line.salesTax()).isEqualTo(gbp("0.00"));
        assertThat(line.taxation().shares()).isEmpty();
    }

    /** Three lines of 0.02 at 20 % are 0.004 each: none of them alone, but 0.012 together. */
    @Test
    void sharesOfTheInvoice_sumToTheTaxThatIsRoundedOnce() {
        assertThat(taxes(TaxRounding.INVOICE, "0.02", "0.02", "0.02")).containsExactly("0.00", "0.01", "0.00");
        assertThat(taxes(TaxRounding.LINE, "0.02", "0.02", "0.02")).containsExactly("0.00", "0.00", "0.00");
    }

    /** What is taken back is rounded like what was charged, with the sign turned. */
    @Test
    void sharesOfACreditNote_areTheSharesOfTheInvoice_withTheirSignsTurned() {
        assertThat(taxes(TaxRounding.INVOICE, "-0.02", "-0.02", "-0.02")).containsExactly("0.00", "-0.01", "0.00");
        assertThat(taxes(TaxRounding.INVOICE, "0.13", "-0.13", "0.02")).containsExactly("0.03", "-0.03", "0.00");
    }

    @Test
    void company_thatOnlyNamesPercentages_taxesWhateverIsInvoicedSinceEver() {
        SalesTax setUp = SalesTax.of(FinanceExamples.company());

        assertThat(setUp.version()).isZero();
        for (TransactionClass transactionClass : TransactionClass.values()) {
            assertThat(setUp.common("GB-STD", setUp.itemGroup(transactionClass, "Hours")))
                    .containsExactly("GB-STD");
        }
        assertThat(setUp.percent("GB-STD", LocalDate.parse("1900-01-01"))).contains(Percent.of("20"));
        assertThat(setUp.group(contract("GB-STD", "NONE"), "US-027", Examples.PROJECT))
                .isEqualTo("GB-STD");
    }

    private static List<String> taxes(TaxRounding rounding, String... amounts) {
        InvoiceTax tax =
                new InvoiceTax(setUp(SalesTaxGroupMethod.CONTRACT, Map.of(), TaxDate.INVOICE_DATE, rounding), GBP);
        return List.of(amounts).stream()
                .map(amount -> tax.next(line(amount, "EU-STD", "SERV", JANUARY), JANUARY))
                .map(line -> line.salesTax().decimalText())
                .toList();
    }

    private static SalesTax setUp(
            SalesTaxGroupMethod method, Map<String, String> projects, TaxDate taxDate, TaxRounding rounding) {
        return new SalesTax(
                COMPANY,
                1,
                Map.of(
                        "EU20",
                        List.of(
                                new SalesTax.DatedRate(LocalDate.parse("2000-01-01"), Percent.of("20")),
                                new SalesTax.DatedRate(FEBRUARY, Percent.of("21"))),
                        "LEVY",
                        List.of(new SalesTax.DatedRate(LocalDate.parse("2026-01-01"), Percent.of("0.5")))),
                Map.of("EU-STD", Set.of("EU20", "LEVY"), "DOM", Set.of("LEVY"), "NONE", Set.of()),
                Map.of("SERV", Set.of("EU20"), "GOODS", Set.of("LEVY", "EU20")),
                method,
                Map.of(TransactionClass.TIME, "SERV", TransactionClass.MATERIAL, "GOODS"),
                Map.of("Travel", "GOODS"),
                projects,
                taxDate,
                rounding);
    }

    private static Contract contract(String group, String ofCustomer) {
        Contract contract = Examples.contract();
        return new Contract(
                contract.id(),
                contract.company(),
                contract.name(),
                contract.customer(),
                contract.currency(),
                null,
                group,
                List.of(new ContractCustomer("US-027", Percent.of("100"), true, null, ofCustomer)));
    }

    private static ProposalLine line(String amount, String group, String itemGroup, LocalDate projectDate) {
        return line(amount, BillingType.CHARGEABLE, group, itemGroup, projectDate);
    }

    private static ProposalLine line(
            String amount, BillingType billingType, String group, String itemGroup, LocalDate projectDate) {
        return new ProposalLine(
                Examples.INVOICE,
                Examples.billedSales().id(),
                TransactionClass.TIME,
                billingType,
                Quantity.ONE,
                gbp(amount),
                gbp("0.00"),
                Rate.of("1.25"),
                List.of(),
                new ProposalLine.Taxation(group, itemGroup, projectDate, List.of()));
    }
}
