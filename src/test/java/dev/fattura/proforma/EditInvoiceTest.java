package dev.fattura.proforma;

import static dev.fattura.support.OfficeExamples.FEBRUARY_2;
import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.JANUARY_31;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.store.InvoiceItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditInvoiceTest {

    private static final Command EDIT = remembered("edit");
    private static final EditInvoice.Change CHANGE = new EditInvoice.Change(FEBRUARY_2, "January", null, null);

    @Test
    void edit_aDraft_changesWhatIsGivenAndTheVersion() {
        InMemoryTable office = drafted();
        EditInvoice edit = new EditInvoice(office);

        Invoice edited = edit.edit(INVOICE, 1, CHANGE, EDIT);
        assertThat(edited.invoiceDate()).isEqualTo("2026-02-02");
        assertThat(edited.description()).isEqualTo("January");
        assertThat(edited.version()).isEqualTo(2);

        Invoice cleared = edit.edit(INVOICE, 2, new EditInvoice.Change(null, "", null, null), remembered("second"));
        assertThat(cleared.invoiceDate()).isEqualTo("2026-02-02");
        assertThat(cleared.description()).isNull();
        assertThat(InvoiceItem.find(office, INVOICE)).contains(cleared);
    }

    @Test
    void edit_repeatedByTheSameCommand_changesOnce() {
        InMemoryTable office = drafted();
        Invoice edited = new EditInvoice(office).edit(INVOICE, 1, CHANGE, EDIT);
        assertThat(new EditInvoice(office).edit(INVOICE, 1, CHANGE, EDIT)).isEqualTo(edited);
    }

    @Test
    void edit_crashedBeforeItsWrite_endsAsIfUndisturbed() {
        Disturbed.byCrashes(EditInvoiceTest::drafted, office -> new EditInvoice(office).edit(INVOICE, 1, CHANGE, EDIT));
    }

    @Test
    void delete_aDraft_givesBackWhatItBilled() {
        InMemoryTable office = DraftInvoiceTest.office();
        List<BacklogEntry> before = OfficeExamples.backlog(office);
        draft(office);

        new EditInvoice(office).delete(INVOICE, 1, EDIT);

        assertThat(OfficeExamples.backlog(office)).isEqualTo(before);
        assertThat(InvoiceItem.find(office, INVOICE).orElseThrow().status()).isEqualTo(InvoiceStatus.DELETED);
        assertThat(DraftInvoiceTest.unfinished(office)).isEmpty();
    }

    @Test
    void delete_crashedBeforeAnyWrite_endsAsIfUndisturbed() {
        Disturbed.byCrashes(EditInvoiceTest::drafted, office -> new EditInvoice(office).delete(INVOICE, 1, EDIT));
    }

    @Test
    void delete_byTwoAtOnce_endsAsIfByOne() {
        Disturbed.byTwins(EditInvoiceTest::drafted, office -> new EditInvoice(office).delete(INVOICE, 1, EDIT));
    }

    @Test
    void editAndDelete_ofWhatIsNoDraftOfThatVersion_areRefused() {
        InMemoryTable office = drafted();
        assertBothRefused(office, RefusalCode.NOT_FOUND, "INV-9", 1);
        assertBothRefused(office, RefusalCode.INVOICE_CHANGED, "INV-1001", 7);

        new ConfirmInvoice(office).confirm(INVOICE, 1, JANUARY_31, remembered("confirm"));
        assertBothRefused(office, RefusalCode.INVOICE_CONFIRMED, "INV-1001", 3);
    }

    @Test
    void editAndDelete_ofADeletedInvoice_areRefused() {
        InMemoryTable office = drafted();
        new EditInvoice(office).delete(INVOICE, 1, EDIT);
        assertBothRefused(office, RefusalCode.NOT_FOUND, "INV-1001", 2);
    }

    private static void assertBothRefused(InMemoryTable office, RefusalCode code, String invoice, long version) {
        Invoice.Id id = new Invoice.Id(invoice);
        Command other = remembered("refused");
        assertRefused(office, code, null, () -> new EditInvoice(office).edit(id, version, CHANGE, other));
        assertRefused(office, code, null, () -> new EditInvoice(office).delete(id, version, other));
    }

    private static InMemoryTable drafted() {
        InMemoryTable office = DraftInvoiceTest.office();
        draft(office);
        return office;
    }

    private static void draft(InMemoryTable office) {
        new DraftInvoice(office).draft(OfficeExamples.fromBacklog("INV-1001", JANUARY_31), remembered("draft"));
    }
}
