package dev.fattura.contract;

import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.ledger.Work;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.proforma.DraftInvoice;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ApprovalItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApproveTransactionsTest {

    private static final Command APPROVE = remembered("approve");
    private static final Price COST = Price.of("120", OfficeExamples.USD);
    private static final Price SALES = Price.of("250", OfficeExamples.GBP);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # line, class,    cost minor, sales minor
            1,      TIME,     48000,      100000
            1,      EXPENSE,  48000,      100000
            1,      MATERIAL, 48000,      100000
            1,      FEE,      ,           100000
            2,      TIME,     48000,
            2,      EXPENSE,  48000,
            2,      MATERIAL, 48000,
            """)
    void approve_eachClassOnEachLine_becomesTheActualsOfTheReference(
            String line, TransactionClass transactionClass, Long cost, Long sales) {
        InMemoryTable office = OfficeExamples.office();

        Approval approval = approve(
                office,
                OfficeExamples.transaction(
                        "T-1",
                        transactionClass,
                        new ContractLine.Id(line),
                        cost == null ? null : COST,
                        sales == null ? null : SALES));

        assertThat(ActualItem.find(office, Ids.costOf("T-1")).map(Actual::amount))
                .isEqualTo(Optional.ofNullable(cost).map(minor -> new Money(minor, OfficeExamples.USD)));
        assertThat(ActualItem.find(office, Ids.unbilledSalesOf("T-1")).map(Actual::amount))
                .isEqualTo(Optional.ofNullable(sales).map(minor -> new Money(minor, OfficeExamples.GBP)));
        assertThat(approval.entries()).containsExactly(Ids.entry("T-1", cost != null, sales != null));
        assertThat(OfficeExamples.backlog(office)).hasSize(sales == null ? 2 : 3);
    }

    @Test
    void approve_time_connectsUnbilledSalesToCostAndKeepsTheOrigin() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.nonChargeable("TE-1"));

        Actual cost = ActualItem.find(office, Ids.costOf("TE-1")).orElseThrow();
        Actual sales = ActualItem.find(office, Ids.unbilledSalesOf("TE-1")).orElseThrow();
        assertThat(cost.connections()).isEmpty();
        assertThat(sales.connections())
                .containsExactly(
                        new Connection(ConnectionRole.UNBILLED_SALES, cost.id().value(), ConnectionRole.COST));
        assertThat(List.of(cost, sales)).allSatisfy(actual -> {
            assertThat(actual.origins()).containsExactly(new Origin(OriginType.APPROVED_TRANSACTION, "TE-1"));
            assertThat(actual.billingType()).isEqualTo(BillingType.NON_CHARGEABLE);
            assertThat(actual.transactionDate()).isEqualTo("2026-01-05");
            assertThat(actual.accountingDate()).isEqualTo("2026-01-05");
            assertThat(actual.skipSync()).isFalse();
            assertThat(actual.invoice()).isNull();
            assertThat(actual.dimensions().customer()).isEqualTo("US-027");
            assertThat(actual.dimensions().description()).isEqualTo("Cellar survey");
        });
        assertThat(sales.type()).isEqualTo(TransactionType.UNBILLED_SALES);
    }

    @Test
    void approve_aFee_isConnectedToNothing() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.fee("FE-1"));
        assertThat(ActualItem.find(office, Ids.unbilledSalesOf("FE-1"))
                        .orElseThrow()
                        .connections())
                .isEmpty();
    }

    @Test
    void approve_aBatch_isSealedAndWaitsToCross() {
        InMemoryTable office = OfficeExamples.office();
        Approval approval = approve(office, OfficeExamples.time("TE-1"), OfficeExamples.fixedPriceTime("TE-2"));

        assertThat(ApprovalItem.find(office, approval.id())).contains(approval);
        assertThat(WorkItem.page(office, Work.Queue.CROSSING_APPROVAL, Work.OFFICE, null, 10)
                        .work())
                .extracting(Work::id)
                .containsExactly(approval.id() + "#TE-1");
    }

    @Test
    void approve_againInAnotherBatch_isHarmless() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.time("TE-1"));
        int actuals = actuals(office);

        Approval second = new ApproveTransactions(office)
                .approve(List.of(OfficeExamples.time("TE-1"), OfficeExamples.time("TE-2")), remembered("second"));

        assertThat(second.entries()).hasSize(2);
        assertThat(actuals(office)).isEqualTo(actuals + 2);
    }

    @Test
    void approve_againWhenInvoiced_doesNotBringItBack() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.time("TE-1"));
        new DraftInvoice(office)
                .draft(OfficeExamples.ofLines(OfficeExamples.unbilledSales("TE-1")), remembered("draft"));

        new ApproveTransactions(office).approve(List.of(OfficeExamples.time("TE-1")), remembered("second"));

        assertThat(OfficeExamples.backlog(office)).hasSize(2);
    }

    @Test
    void approve_crashedBeforeAnyWrite_endsAsIfUndisturbed() {
        int writes = Disturbed.byCrashes(
                OfficeExamples::office,
                office -> approve(office, OfficeExamples.time("TE-1"), OfficeExamples.fixedPriceTime("TE-2")));
        // The places of the two, an entry of the period log, and in one commit what they become and the seal.
        assertThat(writes).isEqualTo(4);
    }

    /** The other request was begun under the same key before this one had written anything. */
    @Test
    void approve_underAKeyThatAnotherRequestBegan_isRefused_andApprovesNothing() {
        InMemoryTable office = OfficeExamples.office();
        Command other = new Command(APPROVE.id(), "another hash", true);

        assertThatThrownBy(() -> Disturbed.disturbedAt(
                        3,
                        office,
                        table -> approve(table, OfficeExamples.time("TE-1")),
                        table -> new ApproveTransactions(table).approve(List.of(OfficeExamples.time("TE-2")), other)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED));

        assertThat(ActualItem.find(office, Ids.costOf("TE-1"))).isEmpty();
        assertThat(ActualItem.find(office, Ids.costOf("TE-2"))).isPresent();
    }

    @Test
    void approve_byTwoAtOnce_endsAsIfByOne() {
        Disturbed.byTwins(
                OfficeExamples::office,
                office -> approve(office, OfficeExamples.time("TE-1"), OfficeExamples.fee("FE-1")));
    }

    @Test
    void approve_withOtherContent_isRefused() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.time("TE-1"));
        assertRefusedSecond(office, RefusalCode.ALREADY_APPROVED, "", OfficeExamples.nonChargeable("TE-1"));
        // Fewer actuals than there are.
        assertRefusedSecond(office, RefusalCode.ALREADY_APPROVED, "", OfficeExamples.fixedPriceTime("TE-1"));
        assertRefusedSecond(office, RefusalCode.ALREADY_APPROVED, "", OfficeExamples.fee("TE-1"));
    }

    @Test
    void approve_whileAnotherApprovesOtherwise_changesNoFact() {
        InMemoryTable office = OfficeExamples.office();
        Disturbed.disturbedAt(
                1,
                office,
                table -> assertRefused(
                        RefusalCode.ALREADY_APPROVED,
                        "/transactions/0",
                        () -> approve(table, OfficeExamples.time("TE-1"))),
                table -> new ApproveTransactions(table)
                        .approve(List.of(OfficeExamples.nonChargeable("TE-1")), remembered("rival")));

        assertThat(ActualItem.find(office, Ids.costOf("TE-1")).orElseThrow().amount())
                .isEqualTo(new Money(24_000, OfficeExamples.USD));
    }

    @Test
    void approve_whatDoesNotFit_isRefused() {
        InMemoryTable office = OfficeExamples.office();
        new RecordProject(office)
                .record(
                        new Project(new Project.Id("PRJ-2"), OfficeExamples.USMF, "Other"),
                        remembered("other project"));

        assertRefusedSecond(office, RefusalCode.UNKNOWN_REFERENCE, "/contract", of("ORD-9", "1", "PRJ-1", COST, SALES));
        assertRefusedSecond(office, RefusalCode.UNKNOWN_REFERENCE, "/line", of("ORD-1001", "9", "PRJ-1", COST, SALES));
        assertRefusedSecond(
                office, RefusalCode.UNKNOWN_REFERENCE, "/project", of("ORD-1001", "1", "PRJ-9", COST, SALES));
        assertRefusedSecond(office, RefusalCode.WRONG_LINE, "/project", of("ORD-1001", "1", "PRJ-2", COST, SALES));
        assertRefusedSecond(office, RefusalCode.WRONG_LINE, "/line", of("ORD-1001", "3", "PRJ-1", COST, SALES));
        assertRefusedSecond(office, RefusalCode.WRONG_LINE, "/salesPrice", of("ORD-1001", "2", "PRJ-1", COST, SALES));
        assertRefusedSecond(
                office, RefusalCode.MEMBER_MISSING, "/salesPrice", of("ORD-1001", "1", "PRJ-1", COST, null));
        assertRefusedSecond(
                office,
                RefusalCode.WRONG_CURRENCY,
                "/salesPrice/currency",
                of("ORD-1001", "1", "PRJ-1", COST, Price.of("250", new CurrencyCode("EUR"))));
        assertRefusedSecond(
                office,
                RefusalCode.MEMBER_INVALID,
                "/quantity",
                of("ORD-1001", "1", "PRJ-1", COST, Price.of("250000000.01", OfficeExamples.GBP)));
        assertRefusedSecond(
                office,
                RefusalCode.WRONG_LINE,
                "/class",
                OfficeExamples.transaction("T-9", TransactionClass.FEE, OfficeExamples.DESIGN, null, null));
        assertRefusedSecond(office, RefusalCode.DUPLICATE_LINE, "/transaction", OfficeExamples.time("TE-0"));
    }

    private static void assertRefusedSecond(
            InMemoryTable office, RefusalCode code, String member, ApprovedTransaction second) {
        assertRefused(
                office, code, "/transactions/1" + member, () -> approve(office, OfficeExamples.time("TE-0"), second));
    }

    private static ApprovedTransaction of(String contract, String line, String project, Price cost, Price sales) {
        ApprovedTransaction time =
                OfficeExamples.transaction("T-9", TransactionClass.TIME, new ContractLine.Id(line), cost, sales);
        return new ApprovedTransaction(
                time.id(),
                time.transactionClass(),
                new Contract.Id(contract),
                time.line(),
                new Project.Id(project),
                time.date(),
                time.quantity(),
                time.unit(),
                cost,
                sales,
                time.billingType(),
                null,
                null);
    }

    private static Approval approve(InMemoryTable office, ApprovedTransaction... transactions) {
        return new ApproveTransactions(office).approve(List.of(transactions), APPROVE);
    }

    private static int actuals(InMemoryTable office) {
        return (int) office.contents().values().stream()
                .filter(item -> item.kind().equals(ActualItem.KIND))
                .count();
    }
}
