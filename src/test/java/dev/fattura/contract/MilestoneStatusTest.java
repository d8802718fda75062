package dev.fattura.contract;

import static dev.fattura.support.ContractExamples.BUILDING;
import static dev.fattura.support.ContractExamples.FIRST;
import static dev.fattura.support.ContractExamples.MONTH_END;
import static dev.fattura.support.ContractExamples.SECOND;
import static dev.fattura.support.ContractExamples.SHARED;
import static dev.fattura.support.ContractExamples.building;
import static dev.fattura.support.ContractExamples.devices;
import static dev.fattura.support.ContractExamples.office;
import static dev.fattura.support.ContractExamples.progressBased;
import static dev.fattura.support.ContractExamples.shared;
import static dev.fattura.support.ContractExamples.sole;
import static dev.fattura.support.ContractExamples.usd;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.money.Percent;
import dev.fattura.proforma.ConfirmInvoice;
import dev.fattura.proforma.DraftInvoice;
import dev.fattura.proforma.DraftRequest;
import dev.fattura.support.ContractExamples;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of domain.md 1.9: milestones and progress, of one customer and of several. */
class MilestoneStatusTest {

    @Test
    void milestoneOfOneCustomer_goesFromNotReadyToCustomerInvoicePosted() {
        InMemoryTable office = office(sole(null), building());
        assertThat(milestone(office, 1)).isEqualTo("1000.01 notReady");

        mark(office);
        assertThat(milestone(office, 1)).isEqualTo("1000.01 readyToInvoice");
        Invoice draft = draft(office, "INV-1", null);
        assertThat(draft.total()).isEqualTo(usd("6000.01"));
        assertThat(milestone(office, 1)).isEqualTo("1000.01 customerInvoiceCreated INV-1");
        confirm(office, draft);
        assertThat(milestone(office, 1)).isEqualTo("1000.01 customerInvoicePosted INV-1");
    }

    @Test
    void milestoneOfTwoCustomers_isInvoicedToEach_andCompletedWhenBothAreConfirmed() {
        InMemoryTable office = office(shared(), building());
        assertThat(milestone(office, 1))
                .isEqualTo("1000.01 notStarted; US-027 600.01 notReady; US-028 400.00 notReady");

        mark(office);
        assertThat(milestone(office, 1))
                .isEqualTo("1000.01 inProgress; US-027 600.01 readyToInvoice; US-028 400.00 readyToInvoice");
        Invoice first = draft(office, "INV-1", null);
        // 60 per cent of 5,000.00, and of 1,000.01 with the penny that splitting leaves over.
        assertThat(first.customer()).isEqualTo(FIRST);
        assertThat(first.total()).isEqualTo(usd("3600.01"));
        Invoice second = draft(office, "INV-2", SECOND);
        assertThat(second.total()).isEqualTo(usd("2400.00"));
        confirm(office, first);
        assertThat(milestone(office, 1))
                .isEqualTo(
                        "1000.01 inProgress; US-027 600.01 customerInvoicePosted INV-1; US-028 400.00 customerInvoiceCreated INV-2");
        confirm(office, second);
        assertThat(milestone(office, 1))
                .isEqualTo(
                        "1000.01 completed; US-027 600.01 customerInvoicePosted INV-1; US-028 400.00 customerInvoicePosted INV-2");
    }

    @Test
    void progressOfOneCustomer_isNotReadyAgainAfterEachInvoice_andCompletedAt100PerCent() {
        InMemoryTable office = office(sole(null), progressBased());
        assertThat(progress(office)).isEqualTo("notStarted notReady 0.00 0 10000.01");

        progress(office, "P1", "30");
        assertThat(progress(office)).isEqualTo("inProgress readyToInvoice 0.00 0 10000.01");
        Invoice draft = draft(office, "INV-1", null);
        assertThat(draft.total()).isEqualTo(usd("3000.00"));
        assertThat(progress(office)).isEqualTo("inProgress customerInvoiceCreated 0.00 0 10000.01");
        confirm(office, draft);
        assertThat(progress(office)).isEqualTo("inProgress notReady 3000.00 30 7000.01");

        // 63.3333 per cent of 10,000.01 are 6,333.33, of which 3,000.00 are invoiced.
        progress(office, "P2", "33.3333");
        confirm(office, draft(office, "INV-2", null));
        assertThat(progress(office)).isEqualTo("inProgress notReady 6333.33 63.3333 3666.68");
        progress(office, "P3", "36.6667");
        confirm(office, draft(office, "INV-3", null));
        assertThat(progress(office)).isEqualTo("completed notReady 10000.01 100 0.00");
    }

    @Test
    void progressOfTwoCustomers_countsInPerCentWhenBothAreConfirmed() {
        InMemoryTable office = office(shared(), progressBased());
        progress(office, "P1", "30");
        Invoice first = draft(office, "INV-1", FIRST);
        Invoice second = draft(office, "INV-2", SECOND);
        assertThat(first.total()).isEqualTo(usd("1800.00"));
        assertThat(second.total()).isEqualTo(usd("1200.00"));

        confirm(office, first);
        assertThat(progress(office)).isEqualTo("inProgress notReady 1800.00 0 8200.01");
        confirm(office, second);
        assertThat(progress(office)).isEqualTo("inProgress notReady 3000.00 30 7000.01");
    }

    @Test
    void progress_again_changesNothing_andOtherwiseIsRefused() {
        InMemoryTable office = office(sole(null), progressBased(), devices());
        progress(office, "P1", "30");
        var contents = office.contents();

        new MarkProgress(office).mark(request("P1", "30", BUILDING), remembered("progress P1"));
        assertThat(office.contents()).isEqualTo(contents);
        assertRefused(office, RefusalCode.ALREADY_RECORDED, "/progress/milestone", () -> progress(office, "P1", "31"));
        assertRefused(
                office, RefusalCode.PROGRESS_EXCEEDED, "/progress/percent", () -> progress(office, "P2", "70.0001"));
        assertRefused(office, RefusalCode.WRONG_LINE, "/progress/line", () -> new MarkProgress(office)
                .mark(request("P2", "10", ContractExamples.DEVICES), remembered("other")));
        assertRefused(office, RefusalCode.UNKNOWN_REFERENCE, "/progress/line", () -> new MarkProgress(office)
                .mark(request("P2", "10", new ContractLine.Id("9")), remembered("none")));
    }

    @Test
    void progress_crashedBeforeAnyWrite_endsAsIfUndisturbed() {
        int writes =
                Disturbed.byCrashes(() -> office(shared(), progressBased()), office -> progress(office, "P1", "30"));
        assertThat(writes).isEqualTo(1);
        Disturbed.byTwins(() -> office(shared(), progressBased()), office -> progress(office, "P1", "30"));
    }

    @Test
    void record_againAfterProgress_isTheSameContract() {
        InMemoryTable office = office(sole(null), progressBased());
        progress(office, "P1", "30");
        var contents = office.contents();

        new RecordContract(office)
                .record(new ContractWithLines(sole(null), List.of(progressBased())), remembered("again"));

        assertThat(office.contents()).isEqualTo(contents);
    }

    @Test
    void draft_toACustomer_hasOnlyWhatHeBears() {
        InMemoryTable office = office(shared(), building(), devices());

        // A product goes to the primary customer alone.
        assertThat(draft(office, "INV-1", SECOND).total()).isEqualTo(usd("2000.00"));
        assertThat(draft(office, "INV-2", FIRST).total()).isEqualTo(usd("3750.00"));
    }

    @Test
    void draft_toSomebodyElse_isRefused() {
        Contract contract = ContractExamples.contract(
                null, ContractExamples.customer(FIRST, "100", true), ContractExamples.customer(SECOND, "0", false));
        InMemoryTable office = office(contract, ContractExamples.line(), building(), devices());
        ContractExamples.approve(office, ContractExamples.time("TE-1", "8"));

        assertRefused(office, RefusalCode.UNKNOWN_REFERENCE, "/customer", () -> draft(office, "INV-1", "US-099"));
        assertRefused(
                office, RefusalCode.NOTHING_TO_INVOICE, "/fromBacklog/upTo", () -> draft(office, "INV-1", SECOND));
        assertRefused(
                office,
                RefusalCode.WRONG_CUSTOMER,
                "/lines/0/milestone",
                () -> draft(office, new DraftRequest.GivenLine(null, "2", "M1", null, null, null, null)));
        assertRefused(
                office,
                RefusalCode.WRONG_CUSTOMER,
                "/lines/0/product",
                () -> draft(office, new DraftRequest.GivenLine(null, "3", null, "DEV-1", null, null, null)));
        assertRefused(
                office,
                RefusalCode.WRONG_CUSTOMER,
                "/lines/0/unbilledSales",
                () -> draft(
                        office,
                        new DraftRequest.GivenLine(
                                Ids.unbilledSalesOf("TE-1").value(), null, null, null, null, null, null)));
    }

    private static void draft(InMemoryTable office, DraftRequest.GivenLine chosen) {
        new DraftInvoice(office)
                .draft(
                        new DraftRequest(
                                new Invoice.Id("INV-1"), SHARED, MONTH_END, null, List.of(chosen), SECOND, List.of()),
                        remembered("chosen"));
    }

    private static Invoice draft(InMemoryTable office, String number, String customer) {
        LocalDate upTo = MONTH_END;
        return new DraftInvoice(office)
                .draft(
                        new DraftRequest(
                                new Invoice.Id(number), SHARED, MONTH_END, upTo, List.of(), customer, List.of()),
                        remembered("draft " + number));
    }

    private static void confirm(InMemoryTable office, Invoice draft) {
        new ConfirmInvoice(office).confirm(draft.id(), draft.version(), MONTH_END, remembered("confirm " + draft.id()));
    }

    private static void mark(InMemoryTable office) {
        new MarkBacklog(office)
                .mark(
                        new MarkRequest(SHARED, BacklogStatus.READY_TO_INVOICE, List.of(), MONTH_END, null),
                        remembered("mark"));
    }

    private static void progress(InMemoryTable office, String milestone, String percent) {
        new MarkProgress(office).mark(request(milestone, percent, BUILDING), remembered("progress " + milestone));
    }

    private static MarkRequest.Progress request(String milestone, String percent, ContractLine.Id line) {
        return new MarkRequest.Progress(SHARED, line, milestone, "", Percent.of(percent), MONTH_END);
    }

    private static JsonNode line(InMemoryTable office) {
        return ShownContractJson.of(new ShowContract(office).show(SHARED)).at("/lines/0");
    }

    private static String milestone(InMemoryTable office, int index) {
        JsonNode milestone = line(office).at("/milestones/" + index);
        StringBuilder text = new StringBuilder(status(milestone));
        milestone.path("parts").forEach(part -> text.append("; ")
                .append(part.path("customer").asText())
                .append(' ')
                .append(status(part)));
        return text.toString();
    }

    private static String status(JsonNode sold) {
        String invoice = sold.has("invoice") ? " " + sold.path("invoice").asText() : "";
        return sold.at("/amount/amount").asText() + " " + sold.path("status").asText() + invoice;
    }

    /** Whole, next invoice, invoiced to date in money and in per cent, remaining. */
    private static String progress(InMemoryTable office) {
        JsonNode progress = line(office).path("progress");
        return String.join(
                " ",
                progress.path("status").asText(),
                progress.path("nextInvoiceStatus").asText(),
                progress.at("/invoicedToDate/amount").asText(),
                progress.path("percentInvoicedToDate").asText(),
                progress.at("/remaining/amount").asText());
    }
}
