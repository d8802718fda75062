package dev.fattura.proforma;

import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.JANUARY_31;
import static dev.fattura.support.OfficeExamples.remembered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.LongInvoice;
import dev.fattura.store.Condition;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.LongInvoiceItem;
import dev.fattura.store.Write;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Disturbed.Crash;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With entries for invoices that are not long: what is done with one does not depend on its length. */
class FinishLongInvoicesTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void drafting_isTakenToItsEnd_likeOneThatWasNeverLeft() {
        InMemoryTable office = drafting();
        InMemoryTable other = backlog();
        new DraftInvoice(other).draft(OfficeExamples.fromBacklog("INV-1001", JANUARY_31), remembered("draft"));

        FinishLongInvoices.Finished finished = new FinishLongInvoices(office).run(NOON);

        assertThat(finished).isEqualTo(new FinishLongInvoices.Finished(1, 0));
        assertThat(office.contents()).isEqualTo(other.contents());
    }

    @Test
    void confirming_isTakenToItsEnd() {
        InMemoryTable office = confirming();

        assertThat(new FinishLongInvoices(office).run(NOON).invoices()).isEqualTo(1);

        assertThat(status(office)).isEqualTo(InvoiceStatus.CONFIRMED);
        assertThat(LongInvoiceItem.find(office, INVOICE)).isEmpty();
    }

    @Test
    void whatARunHasTaken_isLeftToIt_untilNoFunctionCanStillBeAtIt() {
        InMemoryTable office = confirming();
        office.putAll(
                List.of(LongInvoiceItem.encode(LongInvoice.confirming(INVOICE).since(NOON))));
        FinishLongInvoices finish = new FinishLongInvoices(office);

        assertThat(finish.run(NOON.plusSeconds(899)).invoices()).isZero();
        assertThat(status(office)).isEqualTo(InvoiceStatus.CONFIRMING);
        assertThat(finish.run(NOON.plusSeconds(900))).isEqualTo(new FinishLongInvoices.Finished(1, 1));
        assertThat(status(office)).isEqualTo(InvoiceStatus.CONFIRMED);
    }

    @Test
    void runThatIsCutShort_hasTakenIt() {
        InMemoryTable office = confirming();
        office.failBefore(operation -> {
            if (operation.startsWith("put actual")) {
                throw new StackOverflowError("The process is gone");
            }
        });

        assertThatThrownBy(() -> new FinishLongInvoices(office).run(NOON)).isInstanceOf(StackOverflowError.class);

        assertThat(LongInvoiceItem.find(office, INVOICE))
                .contains(LongInvoice.confirming(INVOICE).since(NOON));
    }

    @Test
    void oneThatFails_isGivenBack_andHoldsUpNoOther() {
        InMemoryTable office = confirming();
        Invoice.Id gone = new Invoice.Id("INV-9");
        office.putAll(List.of(LongInvoiceItem.encode(LongInvoice.confirming(gone))));
        office.failBefore(operation -> {
            if (operation.startsWith("put actual")) {
                throw new IllegalStateException("The table is away");
            }
        });

        assertThat(new FinishLongInvoices(office).run(NOON).invoices()).isZero();

        assertThat(LongInvoiceItem.find(office, gone)).isEmpty();
        assertThat(LongInvoiceItem.find(office, INVOICE)).contains(LongInvoice.confirming(INVOICE));
        office.failBefore(operation -> {});
        assertThat(new FinishLongInvoices(office).run(NOON).invoices()).isEqualTo(1);
        assertThat(status(office)).isEqualTo(InvoiceStatus.CONFIRMED);
    }

    @Test
    void draftingOfABacklogThatOthersHaveTaken_isNoDraft() {
        InMemoryTable office = drafting();
        new DraftInvoice(office).draft(OfficeExamples.fromBacklog("INV-2", JANUARY_31), remembered("other"));

        assertThat(new FinishLongInvoices(office).run(NOON).invoices()).isEqualTo(1);

        assertThat(status(office)).isEqualTo(InvoiceStatus.DELETED);
        assertThat(LongInvoiceItem.find(office, INVOICE)).isEmpty();
    }

    /** The run has drafted it, or found that done; before it ends the entry somebody has the draft confirmed. */
    @Test
    void entryOfAConfirmationThatWasBegunMeanwhile_stays() {
        for (int write = 1; ; write++) {
            InMemoryTable office = drafting();
            boolean[] begun = {false};
            boolean disturbed = Disturbed.disturbedAt(
                    write, office, table -> new FinishLongInvoices(table).run(NOON), table -> begun[0] = begin(table));
            if (!disturbed) {
                break;
            }
            assertThat(LongInvoiceItem.find(office, INVOICE).isPresent())
                    .as("begun before write %s", write)
                    .isEqualTo(begun[0]);
        }
    }

    /** Whether there was a draft, which is confirming then. */
    private static boolean begin(InMemoryTable office) {
        Invoice draft = InvoiceItem.find(office, INVOICE).orElseThrow();
        if (draft.status() != InvoiceStatus.DRAFT) {
            return false;
        }
        office.commit(List.of(
                InvoiceItem.replace(draft.confirming(new Invoice.Confirmation("confirm", JANUARY_31))),
                Write.put(LongInvoiceItem.encode(LongInvoice.confirming(INVOICE)), Condition.NONE)));
        return true;
    }

    @Test
    void nothingToDo_isDone() {
        assertThat(new FinishLongInvoices(new InMemoryTable()).run(NOON).invoices())
                .isZero();
    }

    private static InMemoryTable backlog() {
        return OfficeExamples.officeWith(OfficeExamples.time("TE-1"), OfficeExamples.time("TE-2"));
    }

    /** A header without a line, as a call leaves a long one. */
    private static InMemoryTable drafting() {
        InMemoryTable office = backlog();
        int[] commits = {0};
        office.failBefore(operation -> {
            commits[0] += operation.startsWith("commit") ? 1 : 0;
            if (commits[0] > 1 || operation.startsWith("put")) {
                throw new Crash();
            }
        });
        assertThatThrownBy(() -> new DraftInvoice(office)
                        .draft(OfficeExamples.fromBacklog("INV-1001", JANUARY_31), remembered("draft")))
                .isInstanceOf(Crash.class);
        office.failBefore(operation -> {});
        office.putAll(List.of(LongInvoiceItem.encode(LongInvoice.drafting(INVOICE, JANUARY_31, List.of()))));
        assertThat(status(office)).isEqualTo(InvoiceStatus.DRAFTING);
        return office;
    }

    private static InMemoryTable confirming() {
        InMemoryTable office = backlog();
        Invoice draft =
                new DraftInvoice(office).draft(OfficeExamples.fromBacklog("INV-1001", JANUARY_31), remembered("draft"));
        office.failBefore(operation -> {
            if (operation.startsWith("put actual")) {
                throw new Crash();
            }
        });
        assertThatThrownBy(() ->
                        new ConfirmInvoice(office).confirm(INVOICE, draft.version(), JANUARY_31, remembered("confirm")))
                .isInstanceOf(Crash.class);
        office.failBefore(operation -> {});
        office.putAll(List.of(LongInvoiceItem.encode(LongInvoice.confirming(INVOICE))));
        assertThat(status(office)).isEqualTo(InvoiceStatus.CONFIRMING);
        return office;
    }

    private static InvoiceStatus status(InMemoryTable office) {
        return InvoiceItem.find(office, INVOICE).orElseThrow().status();
    }
}
