package dev.fattura.ledger;

import static dev.fattura.support.Examples.GBP;
import static dev.fattura.support.Examples.gbp;
import static dev.fattura.support.FinanceExamples.standardTax;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.money.Percent;
import dev.fattura.support.FinanceExamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineTotalsTest {

    private static final Map<String, String> SALES_022 = Map.of("Department", "022", "CostCenter", "SALES");
    private static final ProposalLine TAXED = FinanceExamples.proposalLine();

    @Test
    void totals_countEveryLine_andChargeOnlyChargeableOnes() {
        ProposalLine complimentary = new ProposalLine(
                TAXED.proposal(),
                TAXED.actual(),
                TAXED.transactionClass(),
                BillingType.COMPLIMENTARY,
                TAXED.quantity(),
                TAXED.amount(),
                gbp("0.00"),
                TAXED.exchangeRate(),
                List.of(),
                FinanceExamples.untaxed());

        LineTotals totals = LineTotals.none(GBP).plus(TAXED, Map.of()).plus(complimentary, Map.of());

        assertThat(totals)
                .isEqualTo(new LineTotals(2, gbp("1000.00"), gbp("200.00"), List.of(standardTax("200.00")), Map.of()));
    }

    @Test
    void tax_isSummedByCodeAndRate_inTheirOrder() {
        SalesTaxShare reduced = new SalesTaxShare("GB-RED", Percent.of("5"), gbp("50.00"));
        SalesTaxShare later = new SalesTaxShare("GB-STD", Percent.of("21"), gbp("210.00"));

        LineTotals totals = LineTotals.none(GBP)
                .plus(TAXED.taxed(List.of(later)), Map.of())
                .plus(TAXED, Map.of())
                .plus(TAXED.taxed(List.of(reduced)), Map.of())
                .plus(TAXED, Map.of());

        assertThat(totals.shares()).containsExactly(reduced, standardTax("400.00"), later);
        assertThat(totals.salesTax()).isEqualTo(gbp("660.00"));
    }

    @Test
    void dimensions_areThoseThatAllLinesHaveInCommon() {
        LineTotals one = LineTotals.none(GBP).plus(TAXED, SALES_022);

        assertThat(one.dimensions()).isEqualTo(SALES_022);
        assertThat(one.plus(TAXED, SALES_022).dimensions()).isEqualTo(SALES_022);
        assertThat(one.plus(TAXED, Map.of("Department", "023", "CostCenter", "SALES"))
                        .dimensions())
                .isEqualTo(Map.of("CostCenter", "SALES"));
        assertThat(one.plus(TAXED, Map.of()).plus(TAXED, SALES_022).dimensions())
                .isEmpty();
    }

    @Test
    void lineInOtherGroups_changesTheTaxAlone() {
        LineTotals totals = LineTotals.none(GBP).plus(TAXED, SALES_022).plus(TAXED, SALES_022);

        LineTotals changed = totals.replacing(
                TAXED, TAXED.taxed(List.of(new SalesTaxShare("GB-RED", Percent.of("5"), gbp("50.00")))));

        assertThat(changed)
                .isEqualTo(new LineTotals(
                        2,
                        gbp("2000.00"),
                        gbp("250.00"),
                        List.of(new SalesTaxShare("GB-RED", Percent.of("5"), gbp("50.00")), standardTax("200.00")),
                        SALES_022));
        assertThat(changed.replacing(TAXED, TAXED.taxed(List.of())).shares())
                .containsExactly(new SalesTaxShare("GB-RED", Percent.of("5"), gbp("50.00")));
    }
}
