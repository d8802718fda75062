package dev.fattura.proforma;

import static dev.fattura.proforma.Corrections.R1;
import static dev.fattura.proforma.Corrections.SECOND;
import static dev.fattura.proforma.Corrections.THIRD;
import static dev.fattura.proforma.Corrections.gbp;
import static dev.fattura.support.OfficeExamples.FEBRUARY_2;
import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.ORDER;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.OfficeExamples.unbilledSales;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Retainer;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Money;
import dev.fattura.support.Disturbed;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Refunds of retainer R1 of 10,000 GBP, which INV-1001 invoiced (domain.md 2.11). */
class RefundRetainerTest {

    @Test
    void refund_ofAll_isADraftWithNothingElse() {
        InMemoryTable office = invoiced();

        Invoice draft = refund(office, null);

        assertThat(draft.status()).isEqualTo(InvoiceStatus.DRAFT);
        assertThat(draft.total()).isEqualTo(gbp(-10_000));
        assertThat(draft.lines()).isEqualTo(1);
        assertThat(Corrections.deductions(office)).isEmpty();
        Corrections.confirm(office, SECOND);
        assertThat(Corrections.written(office, SECOND, TransactionType.BILLED_SALES))
                .containsExactly("retainer -10000.00");
        assertThat(Corrections.written(office, SECOND, TransactionType.UNBILLED_SALES))
                .containsExactly("retainer 10000.00");
        assertThat(Corrections.deductions(office)).isEmpty();
    }

    @Test
    void refund_ofAPart_leavesTheRestOpen() {
        InMemoryTable office = invoiced();

        assertThat(refund(office, gbp(2_500)).total()).isEqualTo(gbp(-2_500));
        Corrections.confirm(office, SECOND);

        assertThat(Corrections.written(office, SECOND, TransactionType.UNBILLED_SALES))
                .containsExactly("retainer -7500.00", "retainer 10000.00");
        assertThat(Corrections.deductions(office)).hasSize(1);
    }

    @Test
    void refund_ofSeveralBalancesOfOneRetainer_takesAsMuchAsIsAsked() {
        InMemoryTable office = invoiced();
        // 1,000 applied and credited again: 9,000 and 1,000 are open.
        Corrections.draft(office, "INV-1002", unbilledSales("TE-1"));
        Corrections.confirm(office, SECOND);
        Corrections.revise(office, Corrections.all(SECOND, "INV-1003"));
        Corrections.confirm(office, THIRD);
        assertThat(Corrections.deductions(office)).hasSize(2);

        RefundRequest request = new RefundRequest(ORDER, R1, gbp(9_500), new Invoice.Id("INV-1004"), FEBRUARY_2);
        Invoice draft = new RefundRetainer(office).refund(request, remembered("refund"));

        assertThat(draft.total()).isEqualTo(gbp(-9_500));
        assertThat(draft.lines()).isEqualTo(2);
        Corrections.confirm(office, draft.id());
        assertThat(Corrections.deductions(office)).hasSize(1);
    }

    @Test
    void refund_ofADeletedDraft_isOpenAgainAndCanBeApplied() {
        InMemoryTable office = invoiced();
        List<BacklogEntry> open = Corrections.deductions(office);
        refund(office, null);

        new EditInvoice(office).delete(SECOND, 1, remembered("delete"));

        assertThat(Corrections.deductions(office)).isEqualTo(open);
        assertThat(open.get(0).billable().kind()).isEqualTo(Billable.Kind.DEDUCTION);
        assertThat(Corrections.draft(office, "INV-1003", unbilledSales("TE-1")).total())
                .isEqualTo(gbp(0));
    }

    @Test
    void refund_ofWhatIsNotOpen_isRefused() {
        InMemoryTable office = invoiced();
        assertRefundRefused(office, RefusalCode.RETAINER_EXCEEDED, "/amount", new Money(1_000_001, OfficeExamples.GBP));
        assertRefundRefused(office, RefusalCode.WRONG_CURRENCY, "/amount/currency", new Money(1, OfficeExamples.USD));
        assertRefused(office, RefusalCode.NOT_FOUND, null, () -> new RefundRetainer(office)
                .refund(
                        new RefundRequest(ORDER, new Retainer.Id("R9"), null, SECOND, FEBRUARY_2),
                        remembered("refund")));
        assertRefused(office, RefusalCode.NOT_FOUND, null, () -> new RefundRetainer(office)
                .refund(
                        new RefundRequest(new Contract.Id("ORD-9"), R1, null, SECOND, FEBRUARY_2),
                        remembered("refund")));
        Corrections.draft(office, "INV-1003", unbilledSales("TE-1"));
        // All of it is on that draft.
        assertRefundRefused(office, RefusalCode.RETAINER_EXCEEDED, "/amount", null);
    }

    @Test
    void refund_beforeTheRetainerIsInvoiced_isRefused() {
        InMemoryTable office = OfficeExamples.office();
        Corrections.recorded(office, "R1", 10_000);
        assertRefundRefused(office, RefusalCode.RETAINER_EXCEEDED, "/amount", null);
    }

    @Test
    void refund_again_isTheSameDraft() {
        InMemoryTable office = invoiced();
        Invoice draft = refund(office, gbp(10));
        var contents = office.contents();

        assertThat(refund(office, gbp(10))).isEqualTo(draft);
        assertThat(office.contents()).isEqualTo(contents);
    }

    @Test
    void refund_disturbed_endsAsIfUndisturbed() {
        int writes = Disturbed.byCrashes(RefundRetainerTest::invoiced, office -> refund(office, gbp(2_500)));
        // The header, the balance with its detail, the intake, the draft.
        assertThat(writes).isEqualTo(4);
        Disturbed.byTwins(RefundRetainerTest::invoiced, office -> refund(office, gbp(2_500)));
        Disturbed.byTwins(RefundRetainerTest::invoiced, office -> refund(office, null));
    }

    private static void assertRefundRefused(InMemoryTable office, RefusalCode code, String pointer, Money amount) {
        assertRefused(office, code, pointer, () -> refund(office, amount));
    }

    private static Invoice refund(InMemoryTable office, Money amount) {
        return new RefundRetainer(office)
                .refund(new RefundRequest(ORDER, R1, amount, SECOND, FEBRUARY_2), remembered("refund"));
    }

    private static InMemoryTable invoiced() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.time("TE-1"));
        Corrections.recorded(office, "R1", 10_000);
        Corrections.draft(
                office, "INV-1001", new DraftRequest.GivenLine(null, null, null, null, null, null, null, "R1"));
        Corrections.confirm(office, INVOICE);
        return office;
    }
}
