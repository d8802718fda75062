package dev.fattura.proforma;

import static dev.fattura.support.OfficeExamples.FEBRUARY_2;
import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.JANUARY_31;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.TransactionType;
import dev.fattura.ledger.Work;
import dev.fattura.money.Money;
import dev.fattura.store.ActualItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfirmInvoiceTest {

    private static final Command CONFIRM = remembered("confirm");

    @Test
    void confirm_aDraftOfEveryKindOfLine_sealsTheFactsOfAll() {
        InMemoryTable office = drafted();

        Invoice confirmed = confirm(office, CONFIRM);

        // Time 1,000, non-chargeable time 500, fee 1,000, milestone 5,000, product 750.
        ControlTotals totals = confirmed.controlTotals();
        assertThat(totals.billedSales()).isEqualTo(new ControlTotals.Total(5, gbp(825_000)));
        assertThat(totals.unbilledSalesReversals()).isEqualTo(new ControlTotals.Total(3, gbp(-250_000)));
        assertThat(totals.charged()).isEqualTo(gbp(775_000)).isEqualTo(confirmed.total());
        assertThat(confirmed.status()).isEqualTo(InvoiceStatus.CONFIRMED);
        assertThat(confirmed.version()).isEqualTo(3);
        assertThat(InvoiceItem.find(office, INVOICE)).contains(confirmed);
        assertThat(actualsOf(office)).hasSize(8);
        assertThat(work(office, Work.Queue.UNFINISHED_INVOICE)).isEmpty();
        assertThat(work(office, Work.Queue.CROSSING_INVOICE)).containsExactly("INV-1001");
    }

    @Test
    void confirm_ofUnbilledSales_bringsTheirSumToZero() {
        InMemoryTable office = drafted();
        confirm(office, CONFIRM);

        long open = office.contents().values().stream()
                .filter(item -> item.kind().equals(ActualItem.KIND))
                .map(ActualItem::decode)
                .filter(actual -> actual.type() == TransactionType.UNBILLED_SALES)
                .mapToLong(actual -> actual.amount().minor())
                .sum();
        assertThat(open).isZero();
    }

    @Test
    void confirm_onlyNonChargeableLines_goesThroughWithNothingCharged() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.nonChargeable("TE-1"));
        new DraftInvoice(office)
                .draft(OfficeExamples.ofLines(OfficeExamples.unbilledSales("TE-1")), remembered("draft"));

        ControlTotals totals = confirm(office, CONFIRM).controlTotals();

        assertThat(totals.billedSales()).isEqualTo(new ControlTotals.Total(1, gbp(50_000)));
        assertThat(totals.charged()).isEqualTo(gbp(0));
    }

    @Test
    void confirm_again_givesTheSameAlsoWhenPosted() {
        InMemoryTable office = drafted();
        Invoice confirmed = confirm(office, CONFIRM);
        var contents = office.contents();
        assertThat(confirm(office, CONFIRM)).isEqualTo(confirmed);
        assertThat(office.contents()).isEqualTo(contents);

        CustomerInvoice posted =
                new CustomerInvoice("USMF-CI-000001", JANUARY_31, JANUARY_31, "USMF-PV-000001", gbp(1), gbp(0));
        office.commit(List.of(InvoiceItem.replace(confirmed.posted(posted))));
        assertThat(confirm(office, CONFIRM).controlTotals()).isEqualTo(confirmed.controlTotals());
    }

    @Test
    void confirm_crashedBeforeAnyWrite_endsAsIfUndisturbed() {
        int writes = Disturbed.byCrashes(ConfirmInvoiceTest::drafted, office -> confirm(office, CONFIRM));
        // The claim, eight actuals, each on a sheet of its own since each line was approved by itself, the seal.
        assertThat(writes).isEqualTo(10);
    }

    @Test
    void confirm_ofOneLine_isOneWrite() {
        int writes = Disturbed.byCrashes(ConfirmInvoiceTest::draftedOneLine, office -> confirm(office, CONFIRM));
        assertThat(writes).isEqualTo(1);
        Disturbed.byTwins(ConfirmInvoiceTest::draftedOneLine, office -> confirm(office, CONFIRM));
    }

    @Test
    void confirm_atOnce_isForShortInvoices_andElseChangesNothing() {
        assertThat(atOnce(draftedLines(50))).map(Invoice::status).contains(InvoiceStatus.CONFIRMED);

        InMemoryTable longer = draftedLines(51);
        Map<Key, Item> before = longer.contents();
        assertThat(atOnce(longer)).isEmpty();
        assertThat(longer.contents()).isEqualTo(before);
    }

    private static Optional<Invoice> atOnce(InMemoryTable office) {
        return new ConfirmInvoice(office)
                .atOnce(INVOICE, 1, new AccountingDates(FEBRUARY_2, FEBRUARY_2), CONFIRM, invoice -> "{}");
    }

    @Test
    void confirm_byTwoAtOnce_endsAsIfByOne() {
        Disturbed.byTwins(ConfirmInvoiceTest::drafted, office -> confirm(office, CONFIRM));
    }

    @Test
    void confirm_whereAnotherCommandCrashed_goesOnWithItsDate() {
        InMemoryTable office = drafted();
        Disturbed.disturbedAt(3, office, table -> confirm(table, CONFIRM), table -> {
            throw new Disturbed.Crash();
        });

        Invoice confirmed = new ConfirmInvoice(office).confirm(INVOICE, 2, JANUARY_31, remembered("other"));

        assertThat(confirmed.confirmation()).isEqualTo(new Invoice.Confirmation("confirm", FEBRUARY_2));
        assertThat(actualsOf(office)).extracting(Actual::accountingDate).containsOnly(FEBRUARY_2);
    }

    @Test
    void finish_ofACrashedConfirmation_sealsIt() {
        InMemoryTable office = drafted();
        Disturbed.disturbedAt(5, office, table -> confirm(table, CONFIRM), table -> {
            throw new Disturbed.Crash();
        });

        Invoice sealed = new ConfirmInvoice(office)
                .finish(InvoiceItem.find(office, INVOICE).orElseThrow());

        InMemoryTable undisturbed = drafted();
        confirm(undisturbed, CONFIRM);
        assertThat(sealed.status()).isEqualTo(InvoiceStatus.CONFIRMED);
        assertThat(office.contents()).isEqualTo(undisturbed.contents());
    }

    @Test
    void confirm_ofWhatIsNoDraftOfThatVersion_isRefused() {
        InMemoryTable office = drafted();
        ConfirmInvoice confirm = new ConfirmInvoice(office);
        assertRefused(
                office, RefusalCode.INVOICE_CHANGED, null, () -> confirm.confirm(INVOICE, 7, FEBRUARY_2, CONFIRM));
        assertRefused(
                office,
                RefusalCode.NOT_FOUND,
                null,
                () -> confirm.confirm(new Invoice.Id("INV-9"), 1, FEBRUARY_2, CONFIRM));

        confirm(office, CONFIRM);
        assertRefused(
                office,
                RefusalCode.INVOICE_CONFIRMED,
                null,
                () -> confirm.confirm(INVOICE, 1, FEBRUARY_2, remembered("other")));
    }

    @Test
    void confirm_whileDraftingOrWhenDeleted_isRefused() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.time("TE-1"));
        Disturbed.disturbedAt(3, office, ConfirmInvoiceTest::draft, table -> {
            throw new Disturbed.Crash();
        });
        ConfirmInvoice confirm = new ConfirmInvoice(office);
        assertRefused(
                office, RefusalCode.INVOICE_NOT_DRAFT, null, () -> confirm.confirm(INVOICE, 0, FEBRUARY_2, CONFIRM));

        new ReleaseDraft(office).abandon(InvoiceItem.find(office, INVOICE).orElseThrow());
        assertRefused(office, RefusalCode.NOT_FOUND, null, () -> confirm.confirm(INVOICE, 1, FEBRUARY_2, CONFIRM));
    }

    private static InMemoryTable drafted() {
        InMemoryTable office = OfficeExamples.officeWith(
                OfficeExamples.time("TE-1"), OfficeExamples.nonChargeable("TE-2"), OfficeExamples.fee("FE-1"));
        draft(office);
        return office;
    }

    private static InMemoryTable draftedOneLine() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.time("TE-1"));
        draft(office);
        return office;
    }

    /** A draft of so many lines, which are a milestone, a product and work that was approved together. */
    private static InMemoryTable draftedLines(int lines) {
        InMemoryTable office = OfficeExamples.officeWithTimes(lines - 2);
        draft(office);
        assertThat(InvoiceItem.find(office, INVOICE)).map(Invoice::lines).contains((long) lines);
        return office;
    }

    private static void draft(InMemoryTable office) {
        new DraftInvoice(office).draft(OfficeExamples.fromBacklog("INV-1001", JANUARY_31), remembered("draft"));
    }

    private static Invoice confirm(InMemoryTable office, Command command) {
        return new ConfirmInvoice(office).confirm(INVOICE, 1, FEBRUARY_2, command);
    }

    private static List<Actual> actualsOf(InMemoryTable office) {
        return office.contents().values().stream()
                .filter(item -> item.kind().equals(ActualItem.KIND))
                .map(ActualItem::decode)
                .filter(actual -> INVOICE.equals(actual.invoice()))
                .toList();
    }

    private static List<String> work(InMemoryTable office, Work.Queue queue) {
        return WorkItem.page(office, queue, Work.OFFICE, null, 10).work().stream()
                .map(Work::id)
                .toList();
    }

    private static Money gbp(long minor) {
        return new Money(minor, OfficeExamples.GBP);
    }
}
