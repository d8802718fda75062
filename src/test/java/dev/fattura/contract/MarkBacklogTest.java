package dev.fattura.contract;

import static dev.fattura.support.ContractExamples.BUILDING;
import static dev.fattura.support.ContractExamples.DEVICES;
import static dev.fattura.support.ContractExamples.FIRST;
import static dev.fattura.support.ContractExamples.MONTH_END;
import static dev.fattura.support.ContractExamples.SECOND;
import static dev.fattura.support.ContractExamples.SHARED;
import static dev.fattura.support.ContractExamples.WORK;
import static dev.fattura.support.ContractExamples.approve;
import static dev.fattura.support.ContractExamples.backlog;
import static dev.fattura.support.ContractExamples.building;
import static dev.fattura.support.ContractExamples.devices;
import static dev.fattura.support.ContractExamples.line;
import static dev.fattura.support.ContractExamples.office;
import static dev.fattura.support.ContractExamples.shared;
import static dev.fattura.support.ContractExamples.sole;
import static dev.fattura.support.ContractExamples.time;
import static dev.fattura.support.ContractExamples.usd;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Retainer;
import dev.fattura.proforma.DraftInvoice;
import dev.fattura.proforma.DraftRequest;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.Condition;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.RetainerItem;
import dev.fattura.store.Write;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What may be invoiced, marked ready or not (domain.md 1.9, 1.13). */
class MarkBacklogTest {

    private static final UUID M2 = Billable.milestone(SHARED, BUILDING, "M2").id();
    private static final UUID DEVICE =
            Billable.product(SHARED, DEVICES, "DEV-1").id();
    private static final UUID TIME = Ids.unbilledSalesOf("TE-1").value();
    private static final UUID RETAINER = Billable.retainer(SHARED, WORK, "R1").id();

    @Test
    void mark_ofChosenEntries_changesEachKind() {
        InMemoryTable office = full();

        MarkRequest.Marked marked = mark(office, BacklogStatus.NOT_READY, TIME, DEVICE, RETAINER, M2);

        assertThat(marked).isEqualTo(new MarkRequest.Marked(3, 1, 0));
        assertThat(backlog(office))
                .containsExactly(
                        "US-027 DEV-1 notReady",
                        "US-027 M1 readyToInvoice",
                        "US-027 M2 notReady",
                        "US-027 R1 notReady",
                        "US-027 unbilledSales notReady");
        assertThat(retainer(office).readyToInvoice()).isFalse();
        assertThat(retainer(office).version()).isEqualTo(2);
    }

    @Test
    void mark_ofAMilestoneThatWasRecordedNotReady_letsItBeInvoiced() {
        InMemoryTable office = full();

        mark(office, BacklogStatus.READY_TO_INVOICE, M2);

        assertThat(draft(office, MONTH_END).total()).isEqualTo(usd("9350.01"));
    }

    @Test
    void draft_takesOnlyWhatIsReady() {
        InMemoryTable office = full();
        mark(office, BacklogStatus.NOT_READY, TIME, RETAINER);

        // M1 and the devices.
        assertThat(draft(office, MONTH_END).total()).isEqualTo(usd("5750"));
        assertThat(backlog(office))
                .containsExactly("US-027 M2 notReady", "US-027 R1 notReady", "US-027 unbilledSales notReady");
    }

    @Test
    void draft_ofChosenLinesThatAreNotReady_isRefused() {
        InMemoryTable office = full();
        mark(office, BacklogStatus.NOT_READY, TIME);
        DraftRequest.GivenLine chosen = new DraftRequest.GivenLine(TIME, null, null, null, null, null, null);

        assertRefused(office, RefusalCode.MILESTONE_NOT_READY, "/lines/0/unbilledSales", () -> new DraftInvoice(office)
                .draft(
                        new DraftRequest(new Invoice.Id("INV-1"), SHARED, MONTH_END, null, List.of(chosen)),
                        remembered("draft")));
    }

    /** The draft has read the entry as ready; then it is marked; then the draft takes what is still ready. */
    @Test
    void draft_whileAnotherMarks_leavesWhatIsNotReadyInTheBacklog() {
        InMemoryTable office = full();

        Disturbed.disturbedAt(
                2, office, table -> draft(table, MONTH_END), table -> mark(table, BacklogStatus.NOT_READY, TIME));

        assertThat(backlog(office))
                .contains("US-027 unbilledSales notReady")
                .doesNotContain("US-027 M1 readyToInvoice");
    }

    @Test
    void mark_upToADay_takesThoseOfTheDay_ofOneCustomerOrOfAll() {
        InMemoryTable office = office(shared(), line(), building());
        approve(office, time("TE-1", "8"));

        assertThat(markUpTo(office, LocalDate.of(2026, 1, 11), null)).isEqualTo(MarkRequest.Marked.NONE);
        assertThat(markUpTo(office, LocalDate.of(2026, 1, 12), SECOND)).isEqualTo(new MarkRequest.Marked(1, 0, 0));
        assertThat(markUpTo(office, MONTH_END, null)).isEqualTo(new MarkRequest.Marked(3, 3, 0));
        assertThat(backlog(office)).hasSize(6).allMatch(text -> text.endsWith("notReady"));
    }

    @Test
    void mark_upToADay_leavesOutWhatIsBeyondALimit() {
        InMemoryTable office = office(sole(usd("1000")), line());
        approve(office, time("TE-1", "8"), time("TE-2", "5"));

        MarkRequest.Marked marked = new MarkBacklog(office)
                .mark(
                        new MarkRequest(SHARED, BacklogStatus.READY_TO_INVOICE, List.of(), MONTH_END, null),
                        remembered("mark"));

        assertThat(marked).isEqualTo(new MarkRequest.Marked(0, 1, 1));
    }

    @Test
    void mark_ofALongBacklog_goesThroughAllOfIt() {
        InMemoryTable office = office(sole(null), line());
        for (int index = 0; index < 120; index++) {
            approve(office, time("TE-" + index, "1"));
        }
        assertThat(markUpTo(office, MONTH_END, FIRST)).isEqualTo(new MarkRequest.Marked(120, 0, 0));
        assertThat(backlog(office)).hasSize(120).allMatch(text -> text.endsWith("notReady"));
    }

    /** Within a month the entries lie in the order of their ids. */
    @Test
    void mark_upToADayWithinAMonth_findsWhatLiesBehindLaterDays() {
        InMemoryTable office = office(sole(null), line());
        for (int index = 0; index < 120; index++) {
            approve(
                    office,
                    OfficeExamples.on(LocalDate.of(2026, 1, index % 2 == 0 ? 5 : 25), time("TE-" + index, "1")));
        }

        assertThat(markUpTo(office, LocalDate.of(2026, 1, 15), FIRST)).isEqualTo(new MarkRequest.Marked(60, 0, 0));
        assertThat(backlog(office))
                .filteredOn(text -> text.endsWith("notReady"))
                .hasSize(60);
    }

    @Test
    void mark_ofWhatIsOnAnInvoiceOrIsNothing_isRefused() {
        InMemoryTable office = full();
        draft(office, MONTH_END);

        assertRefused(
                office,
                RefusalCode.ALREADY_ON_INVOICE,
                "/entries/1",
                () -> mark(office, BacklogStatus.READY_TO_INVOICE, M2, TIME));
        assertRefused(
                office,
                RefusalCode.UNKNOWN_REFERENCE,
                "/entries/0",
                () -> mark(office, BacklogStatus.READY_TO_INVOICE, new UUID(1, 2)));
        // Cost is no unbilled sales.
        assertRefused(
                office,
                RefusalCode.UNKNOWN_REFERENCE,
                "/entries/0",
                () -> mark(
                        office,
                        BacklogStatus.READY_TO_INVOICE,
                        Ids.costOf("TE-1").value()));
        assertRefused(office, RefusalCode.UNKNOWN_REFERENCE, "/customer", () -> markUpTo(office, MONTH_END, "US-099"));
        assertRefused(office, RefusalCode.NOT_FOUND, null, () -> new MarkBacklog(office)
                .mark(
                        new MarkRequest(new Contract.Id("ORD-9"), BacklogStatus.NOT_READY, List.of(), MONTH_END, null),
                        remembered("mark")));
    }

    @Test
    void approve_againAfterMarking_keepsTheStatus() {
        InMemoryTable office = full();
        mark(office, BacklogStatus.NOT_READY, TIME);

        new ApproveTransactions(office).approve(List.of(time("TE-1", "8")), remembered("again"));

        assertThat(backlog(office)).contains("US-027 unbilledSales notReady");
    }

    @Test
    void record_againAfterMarking_keepsTheStatus() {
        InMemoryTable office = full();
        mark(office, BacklogStatus.NOT_READY, DEVICE);

        new RecordContract(office)
                .record(new ContractWithLines(sole(null), List.of(line(), building(), devices())), remembered("again"));

        assertThat(backlog(office)).contains("US-027 DEV-1 notReady");
    }

    @Test
    void mark_crashedBeforeAnyWrite_endsAsIfUndisturbed() {
        assertThat(Disturbed.byCrashes(
                        MarkBacklogTest::full, office -> mark(office, BacklogStatus.NOT_READY, TIME, RETAINER)))
                .isEqualTo(1);
        Disturbed.byTwins(MarkBacklogTest::full, office -> mark(office, BacklogStatus.NOT_READY, TIME, RETAINER));
        Disturbed.byCrashes(MarkBacklogTest::full, office -> markUpTo(office, MONTH_END, null));
    }

    /** What came after the answer stays, however late an attempt of the same request is. */
    @Test
    void mark_thatWasAnswered_changesNothingMore() {
        InMemoryTable office = full();
        mark(office, BacklogStatus.NOT_READY, TIME);
        office.putAll(List.of(ReceiptItem.answered(remembered("mark"), "{}")));
        new MarkBacklog(office)
                .mark(
                        new MarkRequest(SHARED, BacklogStatus.READY_TO_INVOICE, List.of(TIME), null, null),
                        remembered("mark again"));
        var contents = office.contents();

        assertRefused(office, RefusalCode.COMMAND_IN_PROGRESS, null, () -> mark(office, BacklogStatus.NOT_READY, TIME));

        assertThat(office.contents()).isEqualTo(contents);
    }

    /** Work, milestones, a product and a retainer of one customer. */
    private static InMemoryTable full() {
        InMemoryTable office = office(sole(null), line(), building(), devices());
        approve(office, time("TE-1", "8"));
        Retainer retainer =
                new Retainer(SHARED, new Retainer.Id("R1"), WORK, FIRST, "Advance", usd("1000"), MONTH_END, true, 1);
        office.commit(List.of(
                RetainerItem.create(retainer), Write.put(BacklogItem.encode(retainer.backlogEntry()), Condition.NONE)));
        return office;
    }

    private static Retainer retainer(InMemoryTable office) {
        return RetainerItem.find(office, SHARED, new Retainer.Id("R1")).orElseThrow();
    }

    private static Invoice draft(InMemoryTable office, LocalDate upTo) {
        return new DraftInvoice(office)
                .draft(
                        new DraftRequest(new Invoice.Id("INV-1"), SHARED, MONTH_END, upTo, List.of()),
                        remembered("draft"));
    }

    private static MarkRequest.Marked mark(InMemoryTable office, BacklogStatus status, UUID... entries) {
        return new MarkBacklog(office)
                .mark(new MarkRequest(SHARED, status, List.of(entries), null, null), remembered("mark"));
    }

    private static MarkRequest.Marked markUpTo(InMemoryTable office, LocalDate upTo, String customer) {
        return new MarkBacklog(office)
                .mark(
                        new MarkRequest(SHARED, BacklogStatus.NOT_READY, List.of(), upTo, customer),
                        remembered("up to " + upTo + customer));
    }
}
