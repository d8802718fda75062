package dev.fattura.proforma;

import static dev.fattura.proforma.Corrections.SECOND;
import static dev.fattura.proforma.Corrections.THIRD;
import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.OfficeExamples.unbilledSales;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.store.CorrectionItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A draft corrects an invoice as long as it has a correction of it (domain.md 2.15): INV-1001 and INV-1002 of two lines each. */
class RemovedCorrectionsTest {

    @Test
    void withTheLastCorrection_theRevisionEnds() {
        InMemoryTable office = revising();

        remove(office, corrections(office, INVOICE).get(0));
        assertThat(draft(office).adjustments().corrects()).containsExactly(INVOICE, SECOND);
        assertThat(RevisionLock.holder(office, INVOICE)).contains(THIRD);

        remove(office, corrections(office, INVOICE).get(0));
        assertThat(draft(office).adjustments().corrects()).containsExactly(SECOND);
        assertThat(RevisionLock.holder(office, INVOICE)).isEmpty();
        assertThat(RevisionLock.holder(office, SECOND)).contains(THIRD);
    }

    @Test
    void whatIsCorrectedNoMore_isNotCorrectedBySealing_andCanBeRevisedElsewhere() {
        InMemoryTable office = revising();
        removeAll(office, INVOICE);
        Corrections.revise(office, Corrections.all(INVOICE, "INV-1004"));

        Corrections.confirm(office, THIRD);

        assertThat(CorrectionItem.of(office, INVOICE)).isEmpty();
        assertThat(CorrectionItem.of(office, SECOND)).containsExactly(THIRD);
        assertThat(RevisionLock.holder(office, INVOICE)).contains(new Invoice.Id("INV-1004"));
    }

    @Test
    void aDraftWithoutCorrections_isOneThatOnlyBills() {
        InMemoryTable office = revising();
        removeAll(office, INVOICE);
        removeAll(office, SECOND);

        assertThat(draft(office).adjustments()).isEqualTo(Invoice.Adjustments.NONE);
        assertThat(draft(office).total()).isEqualTo(Corrections.gbp(1_000));
    }

    @Test
    void itCanCorrectItAgain() {
        InMemoryTable office = revising();
        removeAll(office, INVOICE);

        new ReviseInvoice(office).revise(onto(INVOICE), remembered("again"));

        assertThat(draft(office).adjustments().corrects()).containsExactly(SECOND, INVOICE);
        assertRefused(
                office,
                RefusalCode.REVISION_IN_PROGRESS,
                null,
                () -> Corrections.revise(office, Corrections.all(INVOICE, "INV-1004")));
    }

    @Test
    void removal_disturbed_endsAsIfUndisturbed() {
        InMemoryTable example = oneLeft();
        InvoiceLineDetail.Id last = corrections(example, INVOICE).get(0);
        long version = draft(example).version();
        assertThat(Disturbed.byCrashes(RemovedCorrectionsTest::oneLeft, office -> new EditLines(office)
                        .remove(THIRD, version, last, remembered("last"))))
                .isEqualTo(1);
        Disturbed.byTwins(RemovedCorrectionsTest::oneLeft, office -> new EditLines(office)
                .remove(THIRD, version, last, remembered("last")));
    }

    /** INV-1003 bills the hours of TE-5, and credits those of two invoices. */
    private static InMemoryTable revising() {
        InMemoryTable office = OfficeExamples.officeWith(
                OfficeExamples.time("TE-1"),
                OfficeExamples.time("TE-2"),
                OfficeExamples.time("TE-3"),
                OfficeExamples.time("TE-4"),
                OfficeExamples.time("TE-5"));
        Corrections.draft(office, "INV-1001", unbilledSales("TE-1"), unbilledSales("TE-2"));
        Corrections.draft(office, "INV-1002", unbilledSales("TE-3"), unbilledSales("TE-4"));
        Corrections.confirm(office, INVOICE);
        Corrections.confirm(office, SECOND);
        Corrections.draft(office, "INV-1003", unbilledSales("TE-5"));
        for (Invoice.Id original : List.of(INVOICE, SECOND)) {
            new ReviseInvoice(office).revise(onto(original), remembered("revise " + original));
        }
        return office;
    }

    private static InMemoryTable oneLeft() {
        InMemoryTable office = revising();
        remove(office, corrections(office, INVOICE).get(1));
        return office;
    }

    private static ReviseRequest onto(Invoice.Id original) {
        return new ReviseRequest(original, null, null, THIRD, List.of());
    }

    private static void removeAll(InMemoryTable office, Invoice.Id original) {
        corrections(office, original).forEach(line -> remove(office, line));
    }

    private static void remove(InMemoryTable office, InvoiceLineDetail.Id line) {
        new EditLines(office).remove(THIRD, draft(office).version(), line, remembered("remove " + line));
    }

    private static List<InvoiceLineDetail.Id> corrections(InMemoryTable office, Invoice.Id original) {
        return Corrections.details(office, THIRD).stream()
                .filter(detail -> detail.original() != null
                        && detail.requireOriginal().invoice().equals(original))
                .map(InvoiceLineDetail::id)
                .toList();
    }

    private static Invoice draft(InMemoryTable office) {
        return InvoiceItem.find(office, THIRD).orElseThrow();
    }
}
