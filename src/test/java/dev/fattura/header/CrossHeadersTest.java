package dev.fattura.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.Work;
import dev.fattura.maps.TableMaps;
import dev.fattura.store.ContractItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.InMemoryTable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CrossHeadersTest {

    private final InMemoryTable office = new InMemoryTable();
    private final InMemoryTable finance = new InMemoryTable();
    private final CrossHeaders crossing = new CrossHeaders(office, finance, TableMaps.load(), FinanceExamples.MIDDAY);

    @Test
    void invoice_becomesAProposalOfTheSameNumber_withItsControlTotals() {
        office.putAll(List.of(InvoiceItem.encode(Examples.confirmed())));

        assertThat(crossing.invoice(Examples.INVOICE)).isTrue();

        Proposal proposal =
                ProposalItem.find(finance, new Invoice.Id("INV-1001")).orElseThrow();
        assertThat(proposal.status()).isEqualTo(ProposalStatus.AWAITING_LINES);
        assertThat(proposal.contract().value()).isEqualTo("ORD-1001");
        assertThat(proposal.invoiceDate()).hasToString("2026-01-31");
        assertThat(proposal.accountingDate()).hasToString("2026-01-31");
        assertThat(proposal.controlTotals())
                .isEqualTo(new ControlTotals(
                        new ControlTotals.Total(1, Examples.gbp("1000.00")),
                        new ControlTotals.Total(1, Examples.gbp("-1000.00")),
                        new ControlTotals.Total(0, Examples.gbp("0.00")),
                        Examples.gbp("1000.00"),
                        UUID.fromString(Examples.billedSales().id().toString())));
        assertThat(WorkItem.page(finance, Work.Queue.PROPOSAL, "USMF", null, 10).work())
                .containsExactly(new Work(Work.Queue.PROPOSAL, "USMF", "INV-1001", null, null));
    }

    @Test
    void invoice_leavesFinanceAsItIs_whenItCrossesAgain() {
        office.putAll(List.of(InvoiceItem.encode(Examples.posted())));
        finance.putAll(List.of(ProposalItem.encode(FinanceExamples.postedProposal())));
        var before = finance.contents();

        assertThat(crossing.invoice(Examples.INVOICE)).isFalse();

        assertThat(finance.contents()).isEqualTo(before);
    }

    @Test
    void text_beginsAsTheDescription_andIsNoneWithoutOne() {
        Invoice untold = Examples.draft()
                .edited(Examples.MONTH_END, null, null, InvoiceStatus.DRAFT)
                .confirming(new Invoice.Confirmation("confirm-1", Examples.MONTH_END))
                .confirmed(Examples.controlTotals());
        office.putAll(List.of(InvoiceItem.encode(untold)));
        crossing.invoice(Examples.INVOICE);
        assertThat(text()).isNull();

        finance.deleteAll(List.of(ProposalItem.key(Examples.INVOICE)));
        office.putAll(List.of(InvoiceItem.encode(Examples.confirmed())));
        crossing.invoice(Examples.INVOICE);
        assertThat(text()).isEqualTo("January");
    }

    @Test
    void text_thatAPersonChanged_staysWhenTheHeaderCrossesAgain() {
        office.putAll(List.of(InvoiceItem.encode(Examples.confirmed())));
        crossing.invoice(Examples.INVOICE);
        finance.putAll(List.of(ProposalItem.encode(
                FinanceExamples.openProposal().edited(new Proposal.Heading(null, null, Map.of(), "With thanks.")))));

        assertThat(crossing.invoice(Examples.INVOICE)).isFalse();

        assertThat(text()).isEqualTo("With thanks.");
    }

    private String text() {
        return ProposalItem.find(finance, Examples.INVOICE)
                .orElseThrow()
                .heading()
                .text();
    }

    @Test
    void invoice_doesNotCross_beforeItIsSealed() {
        for (Invoice open : List.of(Examples.draft(), Examples.confirming())) {
            office.putAll(List.of(InvoiceItem.encode(open)));

            assertThat(crossing.invoice(Examples.INVOICE)).isFalse();
            assertThat(finance.contents()).isEmpty();
        }
    }

    @Test
    void invoice_doesNotCross_whenTheOfficeHasNone() {
        assertThat(crossing.invoice(Examples.INVOICE)).isFalse();
        assertThat(finance.contents()).isEmpty();
    }

    @Test
    void contract_crossesOnce() {
        office.putAll(List.of(ContractItem.encode(Examples.contract())));

        assertThat(crossing.contract(Examples.CONTRACT)).isTrue();
        assertThat(crossing.contract(Examples.CONTRACT)).isFalse();

        assertThat(ContractItem.find(finance, Examples.CONTRACT)).contains(Examples.contract());
    }
}
