package dev.fattura.proforma;

import static dev.fattura.support.OfficeExamples.CONSULTING;
import static dev.fattura.support.OfficeExamples.DESIGN;
import static dev.fattura.support.OfficeExamples.GBP;
import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.JANUARY_31;
import static dev.fattura.support.OfficeExamples.JANUARY_5;
import static dev.fattura.support.OfficeExamples.SENSORS;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.contract.ApproveTransactions;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.store.InvoiceItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditLinesTest {

    private static final Command EDIT = remembered("edit");
    private static final LineChange TWO_HOURS = change("2", null, null);

    @Test
    void edit_reducesALine_andTheTotalWithIt() {
        InMemoryTable office = drafted();

        Invoice edited = new EditLines(office).edit(INVOICE, 1, time(), TWO_HOURS, EDIT);

        assertThat(edited.total()).isEqualTo(gbp(500));
        assertThat(edited.version()).isEqualTo(2);
        assertThat(edited.lines()).isEqualTo(2);
        assertThat(detail(office, time()).quantity()).isEqualTo(Quantity.of("2"));
        assertThat(detail(office, time()).amount()).isEqualTo(gbp(500));
        assertThat(detail(office, time()).requireBacking().quantity()).isEqualTo(Quantity.of("4"));
    }

    @Test
    void edit_backToWhatWasApproved_isNoEditAnyMore() {
        InMemoryTable office = drafted();
        new EditLines(office).edit(INVOICE, 1, time(), TWO_HOURS, EDIT);
        new EditLines(office).edit(INVOICE, 2, time(), change("4", "250", BillingType.CHARGEABLE), remembered("back"));
        assertThat(detail(office, time()).edited()).isFalse();
        assertThat(total(office)).isEqualTo(gbp(1000));
    }

    @Test
    void edit_ofTheBillingType_takesTheLineOffTheTotal() {
        InMemoryTable office = drafted();
        Invoice edited =
                new EditLines(office).edit(INVOICE, 1, time(), change(null, null, BillingType.NON_CHARGEABLE), EDIT);
        assertThat(edited.total()).isEqualTo(gbp(0));
    }

    @Test
    void edit_ofTheDescription_suitsEveryLine() {
        InMemoryTable office = milestoneDrafted();
        InvoiceLineDetail.Id milestone = only(office);
        new EditLines(office).edit(INVOICE, 1, milestone, new LineChange(null, null, null, null, "Accepted"), EDIT);
        assertThat(detail(office, milestone).dimensions().description()).isEqualTo("Accepted");
        new EditLines(office)
                .edit(INVOICE, 2, milestone, new LineChange(null, null, null, null, ""), remembered("none"));
        assertThat(detail(office, milestone).dimensions().description()).isNull();
    }

    @Test
    void edit_ofWhatCannotBeEdited_isRefused() {
        InMemoryTable office = drafted();
        InMemoryTable milestone = milestoneDrafted();
        EditLines lines = new EditLines(office);
        assertRefused(milestone, RefusalCode.NOT_EDITABLE, "", () -> new EditLines(milestone)
                .edit(INVOICE, 1, only(milestone), TWO_HOURS, EDIT));
        assertRefused(
                office,
                RefusalCode.NEGATIVE_VALUE,
                "/quantity",
                () -> lines.edit(INVOICE, 1, time(), change("0", null, null), EDIT));
        assertRefused(
                office,
                RefusalCode.WRONG_CURRENCY,
                "/price/currency",
                () -> lines.edit(
                        INVOICE,
                        1,
                        time(),
                        new LineChange(null, Price.of("250", new CurrencyCode("USD")), null, null, null),
                        EDIT));
        assertRefused(
                office,
                RefusalCode.NOT_EDITABLE,
                "/amount",
                () -> lines.edit(INVOICE, 1, time(), new LineChange(null, null, null, gbp(5), null), EDIT));
        assertRefused(office, RefusalCode.INVOICE_CHANGED, null, () -> lines.edit(INVOICE, 7, time(), TWO_HOURS, EDIT));
        assertRefused(
                office,
                RefusalCode.NOT_FOUND,
                null,
                () -> lines.edit(INVOICE, 1, new InvoiceLineDetail.Id(new UUID(0, 1)), TWO_HOURS, EDIT));
    }

    @Test
    void edit_ofAConfirmedInvoice_isRefused() {
        InMemoryTable office = drafted();
        new ConfirmInvoice(office).confirm(INVOICE, 1, JANUARY_31, remembered("confirm"));
        assertRefused(office, RefusalCode.INVOICE_CONFIRMED, null, () -> new EditLines(office)
                .edit(INVOICE, 1, time(), TWO_HOURS, EDIT));
    }

    @Test
    void remove_givesTheLineBackToTheBacklog() {
        InMemoryTable office = drafted();
        Invoice removed = new EditLines(office).remove(INVOICE, 1, time(), EDIT);
        assertThat(removed.lines()).isEqualTo(1);
        assertThat(removed.total()).isEqualTo(gbp(0));
        assertThat(OfficeExamples.backlog(office))
                .extracting(entry -> entry.billable().reference())
                .contains(Ids.unbilledSalesOf("TE-1").toString());
    }

    @Test
    void confirm_ofADraftThatLostAllItsLines_isRefused() {
        InMemoryTable office = milestoneDrafted();
        new EditLines(office).remove(INVOICE, 1, only(office), EDIT);
        assertRefused(office, RefusalCode.NOTHING_TO_INVOICE, null, () -> new ConfirmInvoice(office)
                .confirm(INVOICE, 2, JANUARY_31, remembered("confirm")));
    }

    @Test
    void add_ofChosenAndEnteredLines_addsThemToTheTotal() {
        InMemoryTable office = drafted();
        AddLinesRequest request = new AddLinesRequest(
                List.of(OfficeExamples.milestone("M1"), OfficeExamples.product("SENSOR-7")),
                List.of(entered("E-1", CONSULTING), entered("E-2", DESIGN)));

        Invoice added = new EditLines(office).add(INVOICE, 1, request, EDIT);

        assertThat(added.lines()).isEqualTo(6);
        assertThat(added.total()).isEqualTo(gbp(1000 + 5000 + 750 + 600 + 600));
        assertThat(details(office))
                .extracting(detail -> detail.billable().kind())
                .contains(Billable.Kind.ENTERED, Billable.Kind.ENTERED_ON_FIXED_PRICE);
        assertThat(OfficeExamples.backlog(office)).isEmpty();
    }

    @Test
    void add_ofWhatCannotBeAdded_isRefused() {
        InMemoryTable office = drafted();
        EditLines lines = new EditLines(office);
        assertRefused(
                office,
                RefusalCode.ALREADY_ON_INVOICE,
                "/lines/0",
                () -> lines.add(
                        INVOICE,
                        1,
                        new AddLinesRequest(List.of(OfficeExamples.unbilledSales("TE-1")), List.of()),
                        EDIT));
        assertRefused(
                office,
                RefusalCode.DUPLICATE_LINE,
                "/entered/1/entry",
                () -> lines.add(
                        INVOICE,
                        1,
                        new AddLinesRequest(List.of(), List.of(entered("E-1", CONSULTING), entered("E-1", CONSULTING))),
                        EDIT));
        assertRefused(
                office,
                RefusalCode.WRONG_LINE,
                "/entered/0/line",
                () -> lines.add(INVOICE, 1, new AddLinesRequest(List.of(), List.of(entered("E-1", SENSORS))), EDIT));
        assertRefused(
                office,
                RefusalCode.UNKNOWN_REFERENCE,
                "/entered/0/line",
                () -> lines.add(
                        INVOICE,
                        1,
                        new AddLinesRequest(List.of(), List.of(entered("E-1", new ContractLine.Id("9")))),
                        EDIT));
        assertRefused(
                office,
                RefusalCode.MILESTONE_NOT_READY,
                "/lines/0/milestone",
                () -> lines.add(
                        INVOICE, 1, new AddLinesRequest(List.of(OfficeExamples.milestone("M2")), List.of()), EDIT));
    }

    @Test
    void refresh_addsWhatCameLate_andWhatIsThereStays() {
        InMemoryTable office = drafted();
        new ApproveTransactions(office)
                .approve(
                        List.of(OfficeExamples.time("TE-8"), OfficeExamples.time("TE-9")), remembered("late approval"));

        Invoice refreshed = new EditLines(office).refresh(INVOICE, 1, JANUARY_5, EDIT);

        assertThat(refreshed.lines()).isEqualTo(4);
        assertThat(refreshed.total()).isEqualTo(gbp(3000));
        assertThat(new EditLines(office).refresh(INVOICE, refreshed.version(), JANUARY_5, remembered("again")))
                .isEqualTo(refreshed);
    }

    @Test
    void refresh_ofMoreThanOneTransactionHolds_takesAll() {
        InMemoryTable office = drafted();
        new ApproveTransactions(office)
                .approve(
                        IntStream.range(0, 60)
                                .mapToObj(number -> OfficeExamples.time("LATE-" + number))
                                .toList(),
                        remembered("late approval"));
        Invoice refreshed = new EditLines(office).refresh(INVOICE, 1, JANUARY_5, EDIT);
        assertThat(refreshed.lines()).isEqualTo(62);
        assertThat(refreshed.total()).isEqualTo(gbp(61_000));
        assertThat(details(office)).hasSize(62);
    }

    @Test
    void commandsRepeated_changeOnce() {
        InMemoryTable office = drafted();
        EditLines lines = new EditLines(office);
        Invoice edited = lines.edit(INVOICE, 1, time(), TWO_HOURS, EDIT);
        assertThat(lines.edit(INVOICE, 1, time(), TWO_HOURS, EDIT)).isEqualTo(edited);
        AddLinesRequest more = new AddLinesRequest(List.of(OfficeExamples.milestone("M1")), List.of());
        Invoice added = lines.add(INVOICE, 2, more, remembered("add"));
        assertThat(lines.add(INVOICE, 2, more, remembered("add"))).isEqualTo(added);
        Invoice removed = lines.remove(INVOICE, 3, time(), remembered("remove"));
        assertThat(lines.remove(INVOICE, 3, time(), remembered("remove"))).isEqualTo(removed);
    }

    @Test
    void everyChange_crashedOrOvertakenBeforeAnyWrite_endsAsIfUndisturbed() {
        AddLinesRequest more =
                new AddLinesRequest(List.of(OfficeExamples.milestone("M1")), List.of(entered("E-1", CONSULTING)));
        for (Consumer<InMemoryTable> action : List.<Consumer<InMemoryTable>>of(
                office -> new EditLines(office).edit(INVOICE, 1, time(), TWO_HOURS, EDIT),
                office -> new EditLines(office).remove(INVOICE, 1, time(), EDIT),
                office -> new EditLines(office).add(INVOICE, 1, more, EDIT))) {
            assertThat(Disturbed.byCrashes(EditLinesTest::drafted, action)).isPositive();
            assertThat(Disturbed.byTwins(EditLinesTest::drafted, action)).isPositive();
        }
    }

    @Test
    void review_andAnAccountingDateOfTheHeader_holdUntilItIsConfirmed() {
        InMemoryTable office = drafted();
        Invoice inReview = new EditInvoice(office)
                .edit(INVOICE, 1, new EditInvoice.Change(null, null, JANUARY_31, InvoiceStatus.IN_REVIEW), EDIT);
        assertThat(inReview.status()).isEqualTo(InvoiceStatus.IN_REVIEW);
        Invoice edited = new EditLines(office).edit(INVOICE, 2, time(), TWO_HOURS, remembered("line"));
        assertThat(edited.status()).isEqualTo(InvoiceStatus.IN_REVIEW);
        AccountingDates dates = new AccountingDates(null, OfficeExamples.FEBRUARY_2);
        Invoice confirmed = new ConfirmInvoice(office).confirm(INVOICE, 3, dates, remembered("confirm"));
        assertThat(confirmed.confirmation().accountingDate()).isEqualTo("2026-01-31");
    }

    private static LineChange change(String quantity, String price, BillingType billingType) {
        return new LineChange(
                quantity == null ? null : Quantity.of(quantity),
                price == null ? null : Price.of(price, GBP),
                billingType,
                null,
                null);
    }

    private static EnteredLine entered(String entry, ContractLine.Id line) {
        return new EnteredLine(
                entry,
                TransactionClass.TIME,
                line,
                Quantity.of("3"),
                "hour",
                Price.of("200", GBP),
                BillingType.CHARGEABLE,
                JANUARY_5,
                null,
                null);
    }

    /** Four chargeable hours (1,000 GBP) and two that are not, on one draft; milestone and product are in the backlog. */
    private static InMemoryTable drafted() {
        InMemoryTable office = DraftInvoiceTest.office();
        new DraftInvoice(office)
                .draft(
                        OfficeExamples.ofLines(
                                OfficeExamples.unbilledSales("TE-1"), OfficeExamples.unbilledSales("TE-2")),
                        remembered("draft"));
        return office;
    }

    private static InMemoryTable milestoneDrafted() {
        InMemoryTable office = DraftInvoiceTest.office();
        new DraftInvoice(office).draft(OfficeExamples.ofLines(OfficeExamples.milestone("M1")), remembered("draft"));
        return office;
    }

    private static InvoiceLineDetail.Id time() {
        return InvoiceLineDetail.Id.of(INVOICE, Billable.unbilledSales(Ids.unbilledSalesOf("TE-1"), CONSULTING));
    }

    private static InvoiceLineDetail.Id only(InMemoryTable office) {
        return details(office).get(0).id();
    }

    private static InvoiceLineDetail detail(InMemoryTable office, InvoiceLineDetail.Id id) {
        return details(office).stream()
                .filter(detail -> detail.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<InvoiceLineDetail> details(InMemoryTable office) {
        List<InvoiceLineDetail> details = new ArrayList<>();
        DetailPages.each(office, InvoiceItem.find(office, INVOICE).orElseThrow(), details::addAll);
        return details;
    }

    private static Money total(InMemoryTable office) {
        return InvoiceItem.find(office, INVOICE).orElseThrow().total();
    }

    private static Money gbp(long major) {
        return new Money(major * 100, GBP);
    }
}
