package dev.fattura.proforma;

import static dev.fattura.support.OfficeExamples.CONSULTING;
import static dev.fattura.support.OfficeExamples.DESIGN;
import static dev.fattura.support.OfficeExamples.GBP;
import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.JANUARY_31;
import static dev.fattura.support.OfficeExamples.JANUARY_5;
import static dev.fattura.support.OfficeExamples.ORDER;
import static dev.fattura.support.OfficeExamples.milestone;
import static dev.fattura.support.OfficeExamples.product;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.OfficeExamples.unbilledSales;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No invoice bills work that is later than it (domain.md 1.13). The work is of 5 January; milestone and product are planned for the 31st. */
class WorkDatesTest {

    private static final LocalDate JANUARY_4 = JANUARY_5.minusDays(1);

    @Test
    void draft_upToADayAfterItsDate_isRefused() {
        InMemoryTable office = office();
        assertRefused(
                office,
                RefusalCode.LATER_THAN_INVOICE,
                "/fromBacklog/upTo",
                () -> draft(office, new DraftRequest(INVOICE, ORDER, JANUARY_4, JANUARY_5, List.of())));
        assertThat(draft(office, new DraftRequest(INVOICE, ORDER, JANUARY_5, JANUARY_5, List.of()))
                        .lines())
                .isEqualTo(2);
    }

    @Test
    void draft_ofChosenWorkThatIsLater_isRefused_butWhatIsAgreedMayBeBilledBeforeItIsPlanned() {
        InMemoryTable office = office();
        assertRefused(
                office,
                RefusalCode.LATER_THAN_INVOICE,
                "/lines/1/unbilledSales",
                () -> draft(office, of(JANUARY_4, milestone("M1"), unbilledSales("TE-1"))));
        assertThat(draft(office, of(JANUARY_4, milestone("M1"), product("SENSOR-7")))
                        .lines())
                .isEqualTo(2);
    }

    @Test
    void add_ofWorkThatIsLater_isRefused() {
        InMemoryTable office = office();
        draft(office, of(JANUARY_4, milestone("M1")));
        assertAddRefused(
                office,
                "/lines/0/unbilledSales",
                new AddLinesRequest(List.of(unbilledSales("TE-1")), List.of(entered(CONSULTING, JANUARY_4))));
        assertAddRefused(
                office,
                "/entered/1/date",
                new AddLinesRequest(List.of(), List.of(entered(CONSULTING, JANUARY_4), entered(DESIGN, JANUARY_5))));
        assertThat(add(office, new AddLinesRequest(List.of(product("SENSOR-7")), List.of()))
                        .lines())
                .isEqualTo(2);
    }

    @Test
    void refresh_upToADayAfterItsDate_isRefused() {
        InMemoryTable office = office();
        draft(office, of(JANUARY_4, milestone("M1")));
        assertRefused(office, RefusalCode.LATER_THAN_INVOICE, "/upTo", () -> new EditLines(office)
                .refresh(INVOICE, 1, JANUARY_5, remembered("refresh")));
    }

    @Test
    void edit_ofTheDateOfADraft_toBeforeItsWork_isRefused() {
        InMemoryTable office = office();
        draft(office, of(JANUARY_31, milestone("M1"), unbilledSales("TE-1")));
        assertRefused(office, RefusalCode.LATER_THAN_INVOICE, "/invoiceDate", () -> dated(office, 1, JANUARY_4));
        assertThat(dated(office, 1, JANUARY_5).invoiceDate()).isEqualTo(JANUARY_5);
    }

    private static void assertAddRefused(InMemoryTable office, String pointer, AddLinesRequest request) {
        assertRefused(office, RefusalCode.LATER_THAN_INVOICE, pointer, () -> add(office, request));
    }

    private static Invoice add(InMemoryTable office, AddLinesRequest request) {
        return new EditLines(office).add(INVOICE, 1, request, remembered("add"));
    }

    private static Invoice dated(InMemoryTable office, long version, LocalDate invoiceDate) {
        EditInvoice.Change change = new EditInvoice.Change(invoiceDate, null, null, null);
        return new EditInvoice(office).edit(INVOICE, version, change, remembered("date " + invoiceDate));
    }

    private static Invoice draft(InMemoryTable office, DraftRequest request) {
        return new DraftInvoice(office).draft(request, remembered("draft"));
    }

    private static DraftRequest of(LocalDate invoiceDate, DraftRequest.GivenLine... lines) {
        return new DraftRequest(INVOICE, ORDER, invoiceDate, null, List.of(lines));
    }

    private static EnteredLine entered(ContractLine.Id line, LocalDate date) {
        return new EnteredLine(
                "E-" + line,
                TransactionClass.TIME,
                line,
                Quantity.of("3"),
                "hour",
                Price.of("200", GBP),
                BillingType.CHARGEABLE,
                date,
                null,
                null);
    }

    private static InMemoryTable office() {
        return OfficeExamples.officeWith(OfficeExamples.time("TE-1"), OfficeExamples.nonChargeable("TE-2"));
    }
}
