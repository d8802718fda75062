package dev.fattura.proforma;

import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.JANUARY_31;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.store.InvoiceItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseDraftTest {

    private static final DraftRequest ALL = OfficeExamples.fromBacklog("INV-1001", JANUARY_31);
    private static final int WRITES_OF_A_DRAFT = 4;

    @Test
    void abandon_wheneverTheDraftingCrashed_restoresTheBacklog() {
        for (int write = 2; write <= WRITES_OF_A_DRAFT; write++) {
            InMemoryTable office = DraftInvoiceTest.office();
            List<BacklogEntry> before = OfficeExamples.backlog(office);
            crashAt(write, office);

            new ReleaseDraft(office).abandon(header(office));

            assertThat(OfficeExamples.backlog(office))
                    .as("crash before write %s", write)
                    .isEqualTo(before);
            assertThat(header(office).status()).isEqualTo(InvoiceStatus.DELETED);
            assertThat(DraftInvoiceTest.details(office, header(office))).isEmpty();
            assertThat(DraftInvoiceTest.unfinished(office)).isEmpty();
            assertThat(new DraftInvoice(office)
                            .draft(OfficeExamples.fromBacklog("INV-1002", JANUARY_31), remembered("next"))
                            .lines())
                    .isEqualTo(4);
        }
    }

    @Test
    void abandon_crashedBeforeAnyWrite_endsAsIfUndisturbed() {
        int writes = Disturbed.byCrashes(
                () -> {
                    InMemoryTable office = DraftInvoiceTest.office();
                    crashAt(3, office);
                    return office;
                },
                office -> {
                    Invoice invoice = header(office);
                    if (invoice.status() == InvoiceStatus.DRAFTING) {
                        new ReleaseDraft(office).abandon(invoice);
                    } else {
                        new ReleaseDraft(office).release(invoice);
                    }
                });
        // The header, the claims with the entries, four details, the queue.
        assertThat(writes).isEqualTo(7);
    }

    @Test
    void abandon_whileTheDraftingGoesOn_leavesNothingBehind() {
        for (int write = 2; write <= WRITES_OF_A_DRAFT; write++) {
            InMemoryTable office = DraftInvoiceTest.office();
            List<BacklogEntry> before = OfficeExamples.backlog(office);
            Disturbed.disturbedAt(
                    write,
                    office,
                    table -> assertRefused(RefusalCode.ALREADY_RECORDED, "/invoice", () -> new DraftInvoice(table)
                            .draft(ALL, remembered("draft"))),
                    table -> new ReleaseDraft(table).abandon(header(table)));

            assertThat(DraftInvoiceTest.details(office, header(office)))
                    .as("abandoned before write %s", write)
                    .isEmpty();
            assertThat(OfficeExamples.backlog(office)).isEqualTo(before);
        }
    }

    @Test
    void abandon_ofWhatWentOnMeanwhile_doesNothing() {
        InMemoryTable office = DraftInvoiceTest.office();
        crashAt(3, office);
        Invoice crashed = header(office);
        new DraftInvoice(office).draft(ALL, remembered("draft"));
        var contents = office.contents();

        assertThat(new ReleaseDraft(office).abandon(crashed)).isFalse();
        assertThat(office.contents()).isEqualTo(contents);
    }

    @Test
    void release_lateAndTwice_doesNotEndTheClaimOfTheNextHolder() {
        InMemoryTable office = DraftInvoiceTest.office();
        new DraftInvoice(office).draft(ALL, remembered("draft"));
        // The second releaser has read the claims when the first one releases them and a new draft takes them.
        Disturbed.disturbedAt(
                2, office, table -> new EditInvoice(table).delete(INVOICE, 1, remembered("delete")), table -> {
                    new ReleaseDraft(table).release(header(table));
                    new DraftInvoice(table)
                            .draft(OfficeExamples.fromBacklog("INV-1002", JANUARY_31), remembered("next"));
                });

        Invoice next = InvoiceItem.find(office, new Invoice.Id("INV-1002")).orElseThrow();
        assertThat(Claims.held(office, next, DraftInvoiceTest.details(office, next)))
                .hasSize(4);
    }

    private static void crashAt(int write, InMemoryTable office) {
        Disturbed.disturbedAt(
                write, office, table -> new DraftInvoice(table).draft(ALL, remembered("draft")), table -> {
                    throw new Disturbed.Crash();
                });
    }

    private static Invoice header(InMemoryTable office) {
        return InvoiceItem.find(office, INVOICE).orElseThrow();
    }
}
