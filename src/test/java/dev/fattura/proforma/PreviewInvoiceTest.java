package dev.fattura.proforma;

import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.JANUARY_31;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.money.Quantity;
import dev.fattura.store.ActualItem;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreviewInvoiceTest {

    private static final AccountingDates DATES = new AccountingDates(null, JANUARY_31);

    @Test
    void preview_isWhatConfirmingThenWrites_toTheLastFactAndTotal() {
        InMemoryTable office = drafted(60);
        new EditLines(office)
                .edit(
                        INVOICE,
                        1,
                        DraftInvoiceTest.details(office, draft(office)).get(0).id(),
                        new LineChange(Quantity.of("2"), null, null, null, null),
                        remembered("edit"));

        List<Actual> previewed = new ArrayList<>();
        PreviewCursor cursor = PreviewCursor.parse(null);
        PreviewInvoice.Preview page;
        do {
            page = new PreviewInvoice(office).of(INVOICE, DATES, cursor, 7);
            previewed.addAll(page.actuals());
            cursor =
                    page.next() == null ? null : PreviewCursor.parse(page.next().text());
        } while (cursor != null);

        Invoice confirmed = new ConfirmInvoice(office).confirm(INVOICE, 2, JANUARY_31, remembered("confirm"));
        assertThat(page.totals()).isEqualTo(confirmed.controlTotals());
        assertThat(page.accountingDate()).isEqualTo(JANUARY_31);
        assertThat(previewed).hasSize(2 * 59 + 7).doesNotHaveDuplicates();
        assertThat(ActualItem.findAll(office, previewed.stream().map(Actual::id).toList()))
                .containsExactlyInAnyOrderElementsOf(previewed);
    }

    @Test
    void preview_writesNothing() {
        InMemoryTable office = drafted(3);
        Map<Key, Item> before = office.contents();
        office.failBefore(write -> {
            throw new AssertionError("A preview wrote " + write);
        });
        new PreviewInvoice(office).of(INVOICE, DATES, PreviewCursor.parse(null), 100);
        assertThat(office.contents()).isEqualTo(before);
    }

    @Test
    void preview_ofWhatIsNoDraft_isRefused() {
        InMemoryTable office = drafted(1);
        PreviewCursor start = PreviewCursor.parse(null);
        assertRefused(office, RefusalCode.NOT_FOUND, null, () -> new PreviewInvoice(office)
                .of(new Invoice.Id("INV-9"), DATES, start, 10));
        assertRefused(RefusalCode.MEMBER_INVALID, null, () -> PreviewCursor.parse("1;drop"));
        new ConfirmInvoice(office).confirm(INVOICE, 1, JANUARY_31, remembered("confirm"));
        assertRefused(office, RefusalCode.INVOICE_CONFIRMED, null, () -> new PreviewInvoice(office)
                .of(INVOICE, DATES, start, 10));
    }

    private static Invoice draft(InMemoryTable office) {
        return Drafts.find(office, INVOICE);
    }

    /** A draft of so many lines of four hours each. */
    private static InMemoryTable drafted(int lines) {
        InMemoryTable office = OfficeExamples.officeWithTimes(lines);
        new DraftInvoice(office)
                .draft(OfficeExamples.fromBacklog("INV-1001", OfficeExamples.JANUARY_5), remembered("draft"));
        return office;
    }
}
