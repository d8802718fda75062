package dev.fattura.contract;

import static dev.fattura.support.ContractExamples.FIRST;
import static dev.fattura.support.ContractExamples.MONTH_END;
import static dev.fattura.support.ContractExamples.SECOND;
import static dev.fattura.support.ContractExamples.SHARED;
import static dev.fattura.support.ContractExamples.approve;
import static dev.fattura.support.ContractExamples.line;
import static dev.fattura.support.ContractExamples.notToExceed;
import static dev.fattura.support.ContractExamples.office;
import static dev.fattura.support.ContractExamples.sole;
import static dev.fattura.support.ContractExamples.time;
import static dev.fattura.support.ContractExamples.usd;
import static dev.fattura.support.ContractExamples.work;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.audit.Auditor;
import dev.fattura.audit.Moment;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceScheduleType;
import dev.fattura.ledger.NotToExceed;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.proforma.AddLinesRequest;
import dev.fattura.proforma.ConfirmInvoice;
import dev.fattura.proforma.DraftInvoice;
import dev.fattura.proforma.DraftRequest;
import dev.fattura.proforma.EditInvoice;
import dev.fattura.proforma.EditLines;
import dev.fattura.proforma.EnteredLine;
import dev.fattura.proforma.LineChange;
import dev.fattura.proforma.ReviseInvoice;
import dev.fattura.proforma.ReviseRequest;
import dev.fattura.store.ActualItem;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Table;
import dev.fattura.support.ContractExamples;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits that are not to be exceeded (domain.md 1.5): an hour of Bob's is 200 USD. */
class NotToExceedTest {

    /** 35 hours are invoiced, 12.5 are in the backlog. */
    @ParameterizedTest
    @CsvSource({"4, failed contract, 9500", "2.5, committed, 10000", "2.51, failed contract, 9500", "1, committed, 9700"
    })
    void limitOf10000_with7000InvoicedAnd2500InTheBacklog_takesWhatStillFits(
            String hours, String outcome, String used) {
        InMemoryTable office = office(sole(usd("10000")), line());
        approve(office, time("TE-1", "35"));
        confirmAll(office);
        approve(office, time("TE-2", "12.5"));

        approve(office, time("TE-3", hours));

        assertThat(standing(office, "TE-3", FIRST)).isEqualTo(outcome);
        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd(used));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            # line customer, line, customer, contract, of the first,               of the second
            900,             -,    -,        -,        failed customerOnLine,       notApplicable
            -,               1500, -,        -,        committed,                   failed line
            -,               -,    900,      -,        failed customerOnContract,   notApplicable
            -,               -,    -,        1500,     committed,                   failed contract
            900,             900,  900,      900,      failed customerOnLine,       committed
            2000,            900,  900,      900,      failed line,                 committed
            2000,            2000, 900,      900,      failed customerOnContract,   committed
            2000,            2000, 2000,     900,      failed contract,             committed
            2000,            2000, 2000,     2000,     committed,                   committed
            960,             1600, 960,      1600,     committed,                   committed
            """)
    void limits_areEvaluatedFromTheCustomerOnTheLineToTheContract(
            String lineCustomer, String line, String customer, String contract, String first, String second) {
        ContractLine.Terms terms = new ContractLine.Terms(
                List.of(
                        new ContractLine.LineCustomer(FIRST, Percent.of("60"), true, money(lineCustomer)),
                        new ContractLine.LineCustomer(SECOND, Percent.of("40"), false, null)),
                ContractLine.Terms.ALL,
                money(line),
                InvoiceScheduleType.COMPLETED_MILESTONES,
                null,
                null);
        Contract agreed = ContractExamples.contract(
                money(contract),
                new ContractCustomer(FIRST, Percent.of("60"), true, null, null, money(customer)),
                ContractExamples.customer(SECOND, "40", false));
        InMemoryTable office = office(agreed, line(terms));

        // 960 for the first, 640 for the second.
        approve(office, time("TE-1", "8"));

        assertThat(standing(office, "TE-1", FIRST)).isEqualTo(first);
        assertThat(standing(office, "TE-1", SECOND)).isEqualTo(second.equals("notApplicable") ? "committed" : second);
    }

    @Test
    void limit_countsChargeableWorkOnly() {
        InMemoryTable office = office(sole(usd("1000")), line());

        approve(office, work("T-1", TransactionClass.TIME, "8", BillingType.NON_CHARGEABLE, usual()));
        approve(office, work("T-2", TransactionClass.EXPENSE, "8", BillingType.COMPLIMENTARY, usual()));
        approve(office, ContractExamples.billable("T-3", "8", "5"));

        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd("1000"));
        assertThat(ContractExamples.backlog(office)).allMatch(text -> text.endsWith("readyToInvoice"));
    }

    @Test
    void workBeyondTheLimit_isNotReady_andCannotBeMarkedSo() {
        InMemoryTable office = office(sole(usd("1000")), line());
        approve(office, time("TE-1", "8"));

        assertThat(ContractExamples.backlog(office)).containsExactly("US-027 unbilledSales notReady");
        assertRefused(
                office,
                RefusalCode.NOT_TO_EXCEED,
                "/entries/0",
                () -> mark(office, Ids.unbilledSalesOf("TE-1").value()));
    }

    @Test
    void reset_givesRoomBack_soThatWhatFailedPassesWhenItIsReevaluated() {
        InMemoryTable office = office(sole(null), line(notToExceed(usd("2000"))));
        approve(office, time("TE-1", "8"), time("TE-2", "4"));
        assertThat(standing(office, "TE-2", FIRST)).isEqualTo("failed line");

        reset(office, "TE-1");
        assertThat(standing(office, "TE-1", FIRST)).isEqualTo("notEvaluated");
        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd("0"));
        assertThat(ContractExamples.backlog(office)).allMatch(text -> text.endsWith("notReady"));
        assertRefused(
                office,
                RefusalCode.NOT_TO_EXCEED,
                "/entries/0",
                () -> mark(office, Ids.unbilledSalesOf("TE-1").value()));

        EvaluateBacklog.Evaluated evaluated = new EvaluateBacklog(office)
                .reevaluate(SHARED, List.of(Ids.unbilledSalesOf("TE-2").value()), remembered("reevaluate"));

        assertThat(evaluated.counts())
                .containsEntry(NotToExceed.Status.COMMITTED, 1L)
                .hasSize(1);
        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd("800"));
        mark(office, Ids.unbilledSalesOf("TE-2").value());
        assertThat(standing(office, "TE-2", FIRST)).isEqualTo("committed");
        // What was reset does not fit any more.
        assertThat(new EvaluateBacklog(office)
                        .reevaluate(SHARED, List.of(), remembered("all"))
                        .counts())
                .containsEntry(NotToExceed.Status.FAILED, 1L)
                .hasSize(1);
        assertThat(standing(office, "TE-1", FIRST)).isEqualTo("failed line");
    }

    @Test
    void reevaluate_andReset_leaveAloneWhatNoLimitCounts() {
        InMemoryTable office = office(sole(usd("1000")), line(), ContractExamples.building());
        approve(office, work("T-1", TransactionClass.TIME, "8", BillingType.NON_CHARGEABLE, usual()));
        var before = office.contents();
        List<UUID> entries = List.of(
                Ids.unbilledSalesOf("T-1").value(),
                Billable.milestone(SHARED, ContractExamples.BUILDING, "M1").id());

        assertThat(new EvaluateBacklog(office)
                        .reset(SHARED, entries, remembered("reset"))
                        .counts())
                .containsEntry(NotToExceed.Status.NOT_APPLICABLE, 2L)
                .hasSize(1);
        assertThat(office.contents()).isEqualTo(before);
    }

    @Test
    void reset_ofWhatIsOnADraft_isRefused() {
        InMemoryTable office = office(sole(usd("10000")), line());
        approve(office, time("TE-1", "8"));
        draft(office);
        assertRefused(office, RefusalCode.ALREADY_ON_INVOICE, "/entries/0", () -> reset(office, "TE-1"));
    }

    @Test
    void deletedDraft_bringsWorkBack_thatCountsAsBefore() {
        InMemoryTable office = office(sole(usd("10000")), line());
        approve(office, time("TE-1", "8"));
        Invoice draft = draft(office);
        new EditInvoice(office).delete(draft.id(), draft.version(), remembered("delete"));

        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd("1600"));
        reset(office, "TE-1");
        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd("0"));
    }

    /** TE-1, 600, and a line of 400 that was entered by hand and never counted; both are credited. */
    @Test
    void reset_ofWhatWasEnteredByHand_freesNothing() {
        InMemoryTable office = office(sole(usd("1000")), line());
        approve(office, time("TE-1", "3"));
        Invoice draft = draft(office);
        new EditLines(office).add(draft.id(), draft.version(), twoHoursByHand(), remembered("by hand"));
        confirm(office);
        correct(office, "0");

        assertThat(resetOf(office, "400")).isEqualTo("notApplicable");
        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd("600"));
        assertThat(resetOf(office, "600")).isEqualTo("notEvaluated");
        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd("0"));
    }

    /** Of TE-1 8 hours, 1,600, are counted, of TE-2 300. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # invoiced, corrected to, returned, its standing, used
            8,          0,            1600,     notEvaluated,  300
            8,          6,            400,      notEvaluated,  1500
            10,         0,            2000,     notEvaluated,  300
            10,         9,            200,      notApplicable, 1900
            10,         7,            600,      notEvaluated,  1700
            5,          0,            1000,     notEvaluated,  900
            """)
    void reset_ofWhatACorrectionGaveBack_freesWhatWasCountedOfIt(
            String invoiced, String corrected, String returned, String standing, String used) {
        InMemoryTable office = office(sole(usd("2000")), line());
        approve(office, time("TE-1", "8"));
        Invoice draft = draft(office);
        edit(office, draft, new LineChange(Quantity.of(invoiced), null, null, null, null));
        confirm(office);
        correct(office, corrected);
        approve(office, time("TE-2", "1.5"));

        assertThat(resetOf(office, returned)).isEqualTo(standing);
        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd(used));
        // Nothing else has used the room, so it is within its limit as it was before, and counts as much.
        reevaluateAll(office);
        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd("1900"));
    }

    @Test
    void reset_ofWhatAnInvoiceMadeChargeable_freesNothing() {
        InMemoryTable office = office(sole(usd("2000")), line());
        approve(office, work("T-1", TransactionClass.TIME, "8", BillingType.NON_CHARGEABLE, usual()));
        Invoice draft = draft(office);
        edit(office, draft, new LineChange(null, null, BillingType.CHARGEABLE, null, null));
        confirm(office);
        correct(office, "0");
        approve(office, time("TE-2", "1"));

        assertThat(resetOf(office, "1600")).isEqualTo("notApplicable");
        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd("200"));
    }

    /** What was given back is billed again, raised, and given back once more. */
    @Test
    void reset_ofWhatTwoCorrectionsGaveBack_freesWhatWasCountedOfIt() {
        InMemoryTable office = office(sole(usd("2000")), line());
        approve(office, time("TE-1", "8"));
        draft(office);
        confirm(office);
        correct(office, "6");
        Invoice again = new DraftInvoice(office)
                .draft(
                        new DraftRequest(new Invoice.Id("INV-3"), SHARED, MONTH_END, MONTH_END, List.of()),
                        remembered("draft again"));
        edit(office, again, new LineChange(Quantity.of("5"), null, null, null, null));
        confirm(office, again.id());
        new ReviseInvoice(office)
                .revise(
                        new ReviseRequest(again.id(), new Invoice.Id("INV-4"), MONTH_END, null, List.of()),
                        remembered("revise again"));
        confirm(office, new Invoice.Id("INV-4"));

        assertThat(resetOf(office, "1000")).isEqualTo("notEvaluated");
        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd("1200"));
    }

    /** Each page is read at once, also where nothing of it fits. */
    @Test
    void reevaluate_ofManyThatDoNotFit_asksTheStoreFewTimes() {
        InMemoryTable office = office(sole(usd("1000")), line());
        for (int request = 0; request < 3; request++) {
            approveHundred(office, request);
        }
        List<String> calls = new ArrayList<>();

        EvaluateBacklog.Evaluated evaluated =
                new EvaluateBacklog(counting(office, calls)).reevaluate(SHARED, List.of(), remembered("all"));

        assertThat(evaluated.counts()).isEqualTo(Map.of(NotToExceed.Status.FAILED, 300L));
        // Of each page its entries, actuals and limits; besides, the contract, its line, and that no page is left.
        assertThat(calls).as(calls.toString()).hasSize(3 * 3 + 3);
    }

    /** The first ten fit; they are reset, and evaluated again together with those that failed. */
    @Test
    void reevaluate_ofMany_letsTheFirstUseTheRoom() {
        InMemoryTable office = office(sole(usd("16000")), line());
        approveHundred(office, 0);
        approveHundred(office, 1);
        new EvaluateBacklog(office)
                .reset(
                        SHARED,
                        BacklogItem.page(office, SHARED, FIRST, null, 200).entries().stream()
                                .filter(entry -> entry.standing().good())
                                .map(entry -> entry.billable().id())
                                .toList(),
                        remembered("reset"));
        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd("0"));

        assertThat(new EvaluateBacklog(office)
                        .reevaluate(SHARED, List.of(), remembered("all"))
                        .counts())
                .isEqualTo(Map.of(NotToExceed.Status.COMMITTED, 10L, NotToExceed.Status.FAILED, 190L));
        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd("16000"));
    }

    private static void approveHundred(InMemoryTable office, int request) {
        new ApproveTransactions(office)
                .approve(
                        IntStream.range(0, 100)
                                .mapToObj(index -> time("TE-" + request + "-" + index, "8"))
                                .toList(),
                        remembered("approve " + request));
    }

    /** Writes down what is asked of the table. */
    private static Table counting(Table table, List<String> calls) {
        return (Table) Proxy.newProxyInstance(
                Table.class.getClassLoader(), new Class<?>[] {Table.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    return method.invoke(table, arguments);
                });
    }

    @Test
    void evaluation_crashedBeforeAnyWrite_endsAsIfUndisturbed() {
        Disturbed.byCrashes(NotToExceedTest::twoEntries, office -> reset(office, "TE-1"));
        Disturbed.byTwins(NotToExceedTest::twoEntries, office -> reset(office, "TE-1"));
        Disturbed.byCrashes(NotToExceedTest::freed, NotToExceedTest::reevaluateAll);
        Disturbed.byTwins(NotToExceedTest::freed, NotToExceedTest::reevaluateAll);
    }

    private static InMemoryTable twoEntries() {
        InMemoryTable office = office(sole(usd("1600")), line());
        approve(office, time("TE-1", "4"), time("TE-2", "4"), time("TE-3", "4"));
        return office;
    }

    private static InMemoryTable freed() {
        InMemoryTable office = twoEntries();
        new CancelApproval(office).cancel("TE-1", MONTH_END, remembered("cancel"));
        return office;
    }

    private static void reevaluateAll(InMemoryTable office) {
        new EvaluateBacklog(office).reevaluate(SHARED, List.of(), remembered("reevaluate"));
    }

    private static ApprovedTransaction.Treatment usual() {
        return ApprovedTransaction.Treatment.USUAL;
    }

    private static Money money(String amount) {
        return amount == null ? null : usd(amount);
    }

    private static void reset(InMemoryTable office, String transaction) {
        new EvaluateBacklog(office)
                .reset(SHARED, List.of(Ids.unbilledSalesOf(transaction).value()), remembered("reset " + transaction));
    }

    private static void mark(InMemoryTable office, UUID entry) {
        new MarkBacklog(office)
                .mark(
                        new MarkRequest(SHARED, BacklogStatus.READY_TO_INVOICE, List.of(entry), null, null),
                        remembered("mark"));
    }

    /** Resets the entry of that amount; says what it is then. */
    private static String resetOf(InMemoryTable office, String amount) {
        UUID entry = BacklogItem.page(office, SHARED, FIRST, null, 100).entries().stream()
                .map(each -> each.billable().id())
                .filter(id -> ActualItem.find(office, new Actual.Id(id))
                        .orElseThrow()
                        .amount()
                        .equals(usd(amount)))
                .findFirst()
                .orElseThrow();
        EvaluateBacklog.Evaluated evaluated =
                new EvaluateBacklog(office).reset(SHARED, List.of(entry), remembered("reset " + entry));
        Auditor.require(office.contents(), Map.of(), Moment.ANY);
        return evaluated.counts().keySet().stream()
                .map(NotToExceed.Status::code)
                .collect(Collectors.joining());
    }

    private static AddLinesRequest twoHoursByHand() {
        return new AddLinesRequest(
                List.of(),
                List.of(new EnteredLine(
                        "E1",
                        TransactionClass.TIME,
                        ContractExamples.WORK,
                        Quantity.of("2"),
                        "hour",
                        Price.of("200", ContractExamples.USD),
                        BillingType.CHARGEABLE,
                        MONTH_END,
                        null,
                        null)));
    }

    /** Changes the one line of a draft, where it says something else than that. */
    private static void edit(InMemoryTable office, Invoice draft, LineChange change) {
        InvoiceLineDetail detail =
                InvoiceLineDetailItem.page(office, draft, 0, null, 10).details().get(0);
        if (!detail.quantity().equals(change.quantity())) {
            new EditLines(office)
                    .edit(draft.id(), draft.version(), detail.id(), change, remembered("edit " + draft.id()));
        }
    }

    /** Corrects every line of the invoice to that many hours. */
    private static void correct(InMemoryTable office, String hours) {
        Invoice correction = new ReviseInvoice(office)
                .revise(
                        new ReviseRequest(new Invoice.Id("INV-1"), new Invoice.Id("INV-2"), MONTH_END, null, List.of()),
                        remembered("revise"));
        if (!hours.equals("0")) {
            edit(office, correction, new LineChange(Quantity.of(hours), null, null, null, null));
        }
        confirm(office, correction.id());
    }

    private static void confirm(InMemoryTable office) {
        confirm(office, new Invoice.Id("INV-1"));
    }

    private static void confirm(InMemoryTable office, Invoice.Id id) {
        long version = InvoiceItem.find(office, id).orElseThrow().version();
        new ConfirmInvoice(office).confirm(id, version, MONTH_END, remembered("confirm " + id));
    }

    private static String standing(InMemoryTable office, String transaction, String customer) {
        BacklogEntry found = BacklogItem.page(office, SHARED, customer, null, 100).entries().stream()
                .filter(entry -> Ids.placeOf(transaction)
                        .possible()
                        .contains(new Actual.Id(entry.billable().id())))
                .findFirst()
                .orElseThrow();
        NotToExceed kept = found.standing().kept();
        return kept == null
                ? "committed"
                : kept.status().code()
                        + (kept.level() == null ? "" : " " + kept.level().code());
    }

    private static Invoice draft(InMemoryTable office) {
        return new DraftInvoice(office)
                .draft(
                        new DraftRequest(new Invoice.Id("INV-1"), SHARED, MONTH_END, MONTH_END, List.of()),
                        remembered("draft"));
    }

    private static void confirmAll(InMemoryTable office) {
        draft(office);
        confirm(office);
    }
}
