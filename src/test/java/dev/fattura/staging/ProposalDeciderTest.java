package dev.fattura.staging;

import static dev.fattura.support.Examples.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.StagedActual;
import dev.fattura.money.Percent;
import dev.fattura.money.Rate;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalDeciderTest {

    @ParameterizedTest
    @CsvSource({
        "CHARGEABLE, 20, 200.00",
        "CHARGEABLE, 0, 0.00",
        "CHARGEABLE, 7.6543, 76.54",
        "NON_CHARGEABLE, 20, 0.00",
        "COMPLIMENTARY, 20, 0.00"
    })
    void salesTax_isOnChargeableLines(BillingType billingType, String percent, String salesTax) {
        ProposalLine line = line(billingType, percent);

        assertThat(line.salesTax()).isEqualTo(gbp(salesTax));
        assertThat(line.amount()).isEqualTo(gbp("1000.00"));
    }

    @Test
    void line_keepsTheAccrualOfItsUnbilledSales() {
        assertThat(line(BillingType.CHARGEABLE, "20")).isEqualTo(FinanceExamples.proposalLine());
    }

    @Test
    void line_hasNoAccrual_withoutUnbilledSales() {
        ProposalLine line = ProposalDecider.line(
                FinanceExamples.awaitingProposal(), FinanceExamples.row(Examples.billedSales()), terms("20"), null);

        assertThat(line.accrual()).isEmpty();
    }

    @Test
    void totals_countEveryLine_andChargeOnlyChargeableOnes() {
        Proposal.LineTotals totals = new Proposal.LineTotals(0, gbp("0.00"), gbp("0.00"));

        totals = ProposalDecider.plus(totals, line(BillingType.CHARGEABLE, "20"));
        totals = ProposalDecider.plus(totals, line(BillingType.COMPLIMENTARY, "20"));

        assertThat(totals).isEqualTo(new Proposal.LineTotals(2, gbp("1000.00"), gbp("200.00")));
    }

    private static ProposalLine line(BillingType billingType, String percent) {
        StagedActual row = FinanceExamples.row(Examples.billedSales());
        return ProposalDecider.line(
                FinanceExamples.awaitingProposal(),
                new StagedActual(
                        row.actual(),
                        row.type(),
                        row.transactionClass(),
                        billingType,
                        row.quantity(),
                        row.price(),
                        row.amount(),
                        row.transactionDate(),
                        row.accountingDate(),
                        row.dimensions(),
                        row.proposal(),
                        row.unbilledSales(),
                        null,
                        1),
                terms(percent),
                FinanceExamples.unbilledSalesPosting());
    }

    private static Proposal.Terms terms(String percent) {
        return new Proposal.Terms(Rate.of("1.25"), Percent.of(percent));
    }
}
