package dev.fattura.staging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Posting;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.SalesTax;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProposalDeciderTest {

    @Test
    void line_keepsTheAccrualOfItsUnbilledSales() {
        assertThat(line(FinanceExamples.unbilledSalesPosting()).taxed(List.of(FinanceExamples.standardTax("200.00"))))
                .isEqualTo(FinanceExamples.proposalLine());
    }

    @Test
    void line_hasNoAccrual_withoutUnbilledSales() {
        assertThat(line(null).accrual()).isEmpty();
    }

    @Test
    void taxation_hasTheContractsGroup_andTheOneItemGroup_whereTheCompanyOnlyNamesPercentages() {
        assertThat(ProposalDecider.taxation(
                        FinanceExamples.row(Examples.billedSales()),
                        SalesTax.of(FinanceExamples.company()),
                        FinanceExamples.company().journals(),
                        Examples.contract(),
                        "US-027"))
                .isEqualTo(new ProposalLine.Taxation("GB-STD", "ALL", Examples.WORKED, List.of()));
    }

    private static ProposalLine line(Posting unbilledSales) {
        return ProposalDecider.line(
                FinanceExamples.awaitingProposal(),
                FinanceExamples.row(Examples.billedSales()),
                FinanceExamples.terms(),
                new ProposalLine.Taxation("GB-STD", "ALL", Examples.WORKED, List.of()),
                unbilledSales);
    }
}
