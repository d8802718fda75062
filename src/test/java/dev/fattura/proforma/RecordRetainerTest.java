package dev.fattura.proforma;

import static dev.fattura.proforma.Corrections.retainer;
import static dev.fattura.support.OfficeExamples.CONSULTING;
import static dev.fattura.support.OfficeExamples.GBP;
import static dev.fattura.support.OfficeExamples.JANUARY_31;
import static dev.fattura.support.OfficeExamples.JANUARY_5;
import static dev.fattura.support.OfficeExamples.ORDER;
import static dev.fattura.support.OfficeExamples.SENSORS;
import static dev.fattura.support.OfficeExamples.USD;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Retainer;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.store.RetainerItem;
import dev.fattura.support.ContractExamples;
import dev.fattura.support.Disturbed;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import org.junit.jupiter.api.Test;

class RecordRetainerTest {

    private static final BacklogEntry ENTRY =
            new BacklogEntry(ORDER, "US-027", JANUARY_5, Billable.retainer(ORDER, CONSULTING, "R1"));

    @Test
    void record_aReadyRetainer_putsItIntoTheBacklog() {
        InMemoryTable office = OfficeExamples.office();

        Retainer recorded = record(office, retainer("R1", 10_000, true));

        assertThat(recorded)
                .isEqualTo(new Retainer(
                        ORDER,
                        Corrections.R1,
                        CONSULTING,
                        "US-027",
                        "Retainer R1",
                        new Money(1_000_000, GBP),
                        JANUARY_5,
                        true,
                        1));
        assertThat(RetainerItem.find(office, ORDER, Corrections.R1)).contains(recorded);
        assertThat(OfficeExamples.backlog(office)).contains(ENTRY);
    }

    @Test
    void record_withoutLine_takesTheFirstThatIsNotProductBased() {
        RetainerRequest request = new RetainerRequest(
                ORDER, Corrections.R1, null, "US-027", "Advance", Corrections.gbp(1), JANUARY_31, false);

        assertThat(record(OfficeExamples.office(), request).line()).isEqualTo(CONSULTING);
    }

    /** Line 1 is the second customer's alone; what is not said otherwise goes to the line that its customer bears (domain.md 1.4). */
    @Test
    void record_takesALineThatItsCustomerBears_andRefusesAnother() {
        ContractLine seconds = ContractExamples.line(ContractExamples.borne(ContractExamples.SECOND));
        InMemoryTable office =
                ContractExamples.office(ContractExamples.shared(), seconds, ContractExamples.progressBased());
        InMemoryTable secondsAlone = ContractExamples.office(ContractExamples.shared(), seconds);

        assertRecordRefused(office, RefusalCode.WRONG_CUSTOMER, "/line", shared(ContractExamples.WORK));
        assertRecordRefused(secondsAlone, RefusalCode.WRONG_CUSTOMER, "/line", shared(null));
        assertThat(record(office, shared(null)).line()).isEqualTo(ContractExamples.BUILDING);
    }

    @Test
    void status_goesBothWays_whileNoInvoiceHasIt() {
        InMemoryTable office = OfficeExamples.office();
        record(office, retainer("R1", 10_000, false));
        assertThat(OfficeExamples.backlog(office)).doesNotContain(ENTRY);

        assertThat(record(office, retainer("R1", 10_000, true)).version()).isEqualTo(2);
        assertThat(OfficeExamples.backlog(office)).contains(ENTRY);

        RecordRetainer again = new RecordRetainer(office);
        assertThat(again.record(retainer("R1", 10_000, false), remembered("back"))
                        .version())
                .isEqualTo(3);
        assertThat(OfficeExamples.backlog(office)).doesNotContain(ENTRY);
        assertThat(record(office, retainer("R1", 10_000, false)).version()).isEqualTo(3);
    }

    @Test
    void record_whatCannotBe_isRefused() {
        InMemoryTable office = OfficeExamples.office();
        assertRecordRefused(
                office, RefusalCode.NOT_FOUND, null, request(new Contract.Id("ORD-9"), CONSULTING, null, GBP));
        assertRecordRefused(
                office, RefusalCode.UNKNOWN_REFERENCE, "/customer", request(ORDER, CONSULTING, "US-9", GBP));
        assertRecordRefused(
                office, RefusalCode.UNKNOWN_REFERENCE, "/line", request(ORDER, new ContractLine.Id("9"), null, GBP));
        assertRecordRefused(office, RefusalCode.WRONG_LINE, "/line", request(ORDER, SENSORS, null, GBP));
        assertRecordRefused(
                office, RefusalCode.WRONG_CURRENCY, "/amount/currency", request(ORDER, CONSULTING, null, USD));
        record(office, retainer("R1", 10_000, true));
        assertRecordRefused(office, RefusalCode.ALREADY_RECORDED, null, retainer("R1", 9_000, true));
    }

    @Test
    void status_onceAnInvoiceHasIt_isTheInvoices() {
        InMemoryTable office = OfficeExamples.office();
        record(office, retainer("R1", 10_000, true));
        Invoice draft = Corrections.draft(office, "INV-1001");

        assertThat(draft.total()).isEqualTo(new Money(1_575_000, GBP));
        assertRecordRefused(office, RefusalCode.ALREADY_ON_INVOICE, "/status", retainer("R1", 10_000, false));
        assertThat(record(office, retainer("R1", 10_000, true)).version()).isEqualTo(1);
    }

    @Test
    void draft_ofAChosenRetainer_hasItAlone() {
        InMemoryTable office = OfficeExamples.office();
        record(office, retainer("R1", 10_000, true));
        record(office, retainer("R2", 500, false));

        assertThat(Corrections.draft(office, "INV-1001", given("R1")).total()).isEqualTo(Corrections.gbp(10_000));
        assertRefused(
                office,
                RefusalCode.MILESTONE_NOT_READY,
                "/lines/0/retainer",
                () -> Corrections.draft(office, "INV-1002", given("R2")));
        assertRefused(
                office,
                RefusalCode.UNKNOWN_REFERENCE,
                "/lines/0/retainer",
                () -> Corrections.draft(office, "INV-1002", given("R3")));
        assertRefused(
                office,
                RefusalCode.ALREADY_ON_INVOICE,
                "/lines/0",
                () -> Corrections.draft(office, "INV-1002", given("R1")));
    }

    @Test
    void record_disturbed_endsAsIfUndisturbed() {
        assertThat(Disturbed.byCrashes(OfficeExamples::office, office -> record(office, retainer("R1", 10_000, true))))
                .isEqualTo(1);
        Disturbed.byTwins(OfficeExamples::office, office -> record(office, retainer("R1", 10_000, true)));
    }

    /** Its answer was lost, and somebody has taken the status back before it was sent again. */
    @Test
    void status_thatWasReversed_isNotSetAgainByTheSameRequest() {
        InMemoryTable office = OfficeExamples.office();
        record(office, retainer("R1", 10_000, false));
        Retainer ready = record(office, retainer("R1", 10_000, true));
        new RecordRetainer(office).record(retainer("R1", 10_000, false), remembered("back"));

        Retainer again = record(office, retainer("R1", 10_000, true));

        assertThat(ready.readyToInvoice()).isTrue();
        assertThat(again.readyToInvoice()).isFalse();
        assertThat(again.version()).isEqualTo(3);
        assertThat(OfficeExamples.backlog(office)).doesNotContain(ENTRY);
    }

    private static DraftRequest.GivenLine given(String retainer) {
        return new DraftRequest.GivenLine(null, null, null, null, null, null, null, retainer);
    }

    private static Retainer record(InMemoryTable office, RetainerRequest request) {
        return new RecordRetainer(office).record(request, remembered("retainer " + request));
    }

    private static void assertRecordRefused(
            InMemoryTable office, RefusalCode code, String pointer, RetainerRequest request) {
        assertRefused(office, code, pointer, () -> record(office, request));
    }

    private static RetainerRequest shared(ContractLine.Id line) {
        return request(ContractExamples.SHARED, line, ContractExamples.FIRST, USD);
    }

    private static RetainerRequest request(
            Contract.Id contract, ContractLine.Id line, String customer, CurrencyCode currency) {
        return new RetainerRequest(
                contract, Corrections.R1, line, customer, "Advance", new Money(100, currency), JANUARY_5, true);
    }
}
