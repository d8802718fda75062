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

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceScheduleType;
import dev.fattura.ledger.NotToExceed;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import dev.fattura.proforma.ConfirmInvoice;
import dev.fattura.proforma.DraftInvoice;
import dev.fattura.proforma.DraftRequest;
import dev.fattura.proforma.EditInvoice;
import dev.fattura.store.BacklogItem;
import dev.fattura.support.ContractExamples;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import java.util.List;
import java.util.UUID;
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
        Invoice draft = draft(office);
        new ConfirmInvoice(office).confirm(draft.id(), draft.version(), MONTH_END, remembered("confirm"));
    }
}
