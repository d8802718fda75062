package dev.fattura.contract;

import static dev.fattura.support.ContractExamples.SHARED;
import static dev.fattura.support.ContractExamples.approve;
import static dev.fattura.support.ContractExamples.line;
import static dev.fattura.support.ContractExamples.office;
import static dev.fattura.support.ContractExamples.shared;
import static dev.fattura.support.ContractExamples.sole;
import static dev.fattura.support.ContractExamples.time;
import static dev.fattura.support.ContractExamples.usd;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.audit.Auditor;
import dev.fattura.audit.Moment;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.ApprovedPlace;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.InvoiceScheduleType;
import dev.fattura.ledger.Limit;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.TransactionType;
import dev.fattura.ledger.Work;
import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import dev.fattura.money.Quantity;
import dev.fattura.simulation.SimulatedDynamoDb;
import dev.fattura.simulation.StoreMeter;
import dev.fattura.store.ActualItem;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.Commit;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.DynamoTable;
import dev.fattura.store.Key;
import dev.fattura.store.LimitItem;
import dev.fattura.store.Office;
import dev.fattura.store.Patience;
import dev.fattura.store.Table;
import dev.fattura.store.TransactionItem;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import dev.fattura.support.ContractExamples;
import dev.fattura.support.Disturbed;
import dev.fattura.support.HandedOn;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApproveTogetherTest {

    @Test
    void approve_ofAShare_crashedBeforeAnyWrite_endsAsIfUndisturbed() {
        int writes = Disturbed.byCrashes(
                () -> office(shared(), line()),
                office -> approve(office, ContractExamples.billable("TE-1", "8", "6"), time("TE-2", "1")));
        // For each of two approvals: its place, the period log, and the transaction with its seal.
        assertThat(writes).isEqualTo(6);
    }

    @Test
    void approve_underALimit_byTwoAtOnce_countsOnce() {
        Disturbed.byTwins(() -> office(sole(usd("10000")), line()), office -> approve(office, time("TE-1", "8")));
    }

    @Test
    void approve_underALimit_whileAnotherTakesTheRoom_fails() {
        InMemoryTable office = office(sole(usd("2000")), line());

        // Right before the one commit of TE-1 another gets the 1,600 that would have fitted.
        Disturbed.disturbedAt(
                3, office, table -> approve(table, time("TE-1", "8")), table -> approve(table, time("TE-2", "8")));

        assertThat(used(office)).isEqualTo(usd("1600"));
        assertThat(ContractExamples.backlog(office))
                .containsExactly("US-027 unbilledSales notReady", "US-027 unbilledSales readyToInvoice");
    }

    @Test
    void approve_ofAShareAgain_isHarmless_andOtherwiseRefused() {
        InMemoryTable office = office(shared(), line());
        approve(office, time("TE-1", "8"));
        var before = ContractExamples.actuals(office);

        new ApproveTransactions(office).approve(List.of(time("TE-1", "8")), remembered("again"));

        assertThat(ContractExamples.actuals(office)).isEqualTo(before);
        assertRefused(
                office,
                RefusalCode.ALREADY_APPROVED,
                "/transactions/0",
                () -> approve(office, ContractExamples.billable("TE-1", "8", "6")));
    }

    @Test
    void approve_thatLeftAPlaceAlone_isEndedThere_byWhoeverComesNext_andThenRefusedOtherwise() {
        InMemoryTable office = office(sole(usd("10000")), line());
        crashedAtItsPlace(office, time("TE-1", "8"));
        assertThat(ContractExamples.actuals(office)).isEmpty();
        ApprovedPlace place = TransactionItem.find(office, List.of("TE-1")).get("TE-1");

        // In another request, of two, and with another quantity.
        new ApproveTransactions(office).approve(List.of(time("TE-2", "2"), time("TE-1", "3")), remembered("next"));

        assertThat(TransactionItem.find(office, List.of("TE-1"))).containsEntry("TE-1", place);
        assertThat(ActualItem.find(office, place.cost()).orElseThrow().quantity())
                .isEqualTo(Quantity.of("3"));
        assertThat(ContractExamples.actuals(office)).hasSize(4);
        assertThat(used(office)).isEqualTo(usd("1000"));
        assertRefused(
                office, RefusalCode.ALREADY_APPROVED, "/transactions/0", () -> approve(office, time("TE-1", "8")));
    }

    /** They became nothing, so there is nothing to cancel. */
    @Test
    void cancel_ofATransactionThatHasOnlyAPlace_isNotFound() {
        InMemoryTable office = office(sole(usd("10000")), line());
        crashedAtItsPlace(office, time("TE-1", "8"));

        assertRefused(office, RefusalCode.NOT_FOUND, null, () -> new CancelApproval(office)
                .cancel("TE-1", ContractExamples.MONTH_END, remembered("cancel")));
    }

    /** The one becomes a cost alone, the other unbilled sales alone: no actual of theirs gets in the other's way. */
    @Test
    void approve_ofOnePlace_byTwoWithNothingInCommon_approvesOne() {
        InMemoryTable office = OfficeExamples.office();
        crashedAtItsPlace(office, OfficeExamples.fixedPriceTime("TE-1"));

        assertThatThrownBy(() -> Disturbed.disturbedAt(
                        1,
                        office,
                        table -> approve(table, OfficeExamples.fee("TE-1")),
                        table -> approve(table, OfficeExamples.fixedPriceTime("TE-1"))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.ALREADY_APPROVED));

        ApprovedPlace place = TransactionItem.find(office, List.of("TE-1")).get("TE-1");
        assertThat(ActualItem.findAll(office, place.possible()))
                .extracting(Actual::type)
                .containsExactly(TransactionType.COST);
    }

    /** Each has a place of its own, with sheets of its own: four for a transaction, too many for one transaction of the table. */
    @Test
    void approve_ofManyThatWereLeftAlone_takesSeveralCommits() {
        InMemoryTable office = leftAlone();

        approveAll(office);

        assertThat(ContractExamples.actuals(office)).hasSize(120);
        assertThat(used(office)).isEqualTo(usd("10000"));
        assertThat(ContractExamples.backlog(office)).hasSize(60);
    }

    /** Two months are two groups; the other one is approved otherwise by a rival at the last moment. */
    @Test
    void approve_ofTwoGroups_isRefusedAsAWhole_whenARivalHasApprovedOneOfThem() {
        InMemoryTable office = office(sole(null), line());

        assertThatThrownBy(() -> Disturbed.disturbedAt(
                        4,
                        office,
                        table -> new ApproveTransactions(table)
                                .approve(List.of(time("TE-1", "8"), inFebruary("TE-2", "8")), remembered("both")),
                        table -> approve(table, inFebruary("TE-2", "7"))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.ALREADY_APPROVED));

        assertThat(ContractExamples.actuals(office)).hasSize(2);
        Auditor.require(office.contents(), Map.of(), Moment.ANY);
    }

    /** Three commits: whatever comes between them, the approval names what is approved, and the sweep finds it. */
    @Test
    void approve_inSeveralCommits_letsTheSweepFindWhatIsApproved_whereverItCrashes() {
        InMemoryTable start = leftAlone();
        for (int write = 1; ; write++) {
            InMemoryTable office = copy(start);
            boolean crashed = Disturbed.disturbedAt(write, office, ApproveTogetherTest::approveAll, table -> {
                throw new Disturbed.Crash();
            });
            Auditor.require(office.contents(), Map.of(), Moment.ANY);
            if (!crashed) {
                // The period log, and 24 in a commit, with four sheets each.
                assertThat(write).isEqualTo(1 + 4);
                return;
            }
        }
    }

    @Test
    void approve_inSeveralCommits_crashedOrOvertakenBeforeAnyWrite_endsAsIfUndisturbed() {
        InMemoryTable start = leftAlone();
        assertThat(Disturbed.byCrashes(() -> copy(start), ApproveTogetherTest::approveAll))
                .isEqualTo(1 + 3);
        Disturbed.byTwins(() -> copy(start), ApproveTogetherTest::approveAll);
    }

    @Test
    void approve_inSeveralCommits_whenOneOfTheSecondIsApprovedOtherwise_letsTheSweepFindTheFirst() {
        InMemoryTable office = leftAlone();

        assertThatThrownBy(() -> Disturbed.disturbedAt(
                        3, office, ApproveTogetherTest::approveAll, table -> approve(table, time("TE-59", "2"))))
                .isInstanceOf(Refused.class);

        assertThat(ContractExamples.actuals(office)).hasSizeBetween(4, 118);
        Auditor.require(office.contents(), Map.of(), Moment.ANY);
    }

    /** The sweep ends the entry of what it has carried; that must not be the entry of what is approved at this moment. */
    @Test
    void approve_inSeveralCommits_letsTheSweepFindTheSecond_alsoWhereItHasCarriedTheFirst() {
        InMemoryTable office = leftAlone();
        List<Key> carried = new ArrayList<>();

        Disturbed.disturbedAt(3, office, ApproveTogetherTest::approveAll, table -> crossing(table)
                .forEach(work -> carried.add(WorkItem.key(work))));
        office.deleteAll(carried);

        assertThat(carried).isNotEmpty();
        assertThat(crossing(office)).isNotEmpty();
    }

    private static List<Work> crossing(InMemoryTable office) {
        return WorkItem.page(office, Work.Queue.CROSSING_APPROVAL, Work.OFFICE, null, 100)
                .work();
    }

    /** Each of sixty has a place of its own. */
    private static InMemoryTable leftAlone() {
        InMemoryTable office = office(sole(usd("10000")), line());
        many().forEach(each -> crashedAtItsPlace(office, each));
        return office;
    }

    private static InMemoryTable copy(InMemoryTable table) {
        InMemoryTable copy = new InMemoryTable();
        copy.putAll(List.copyOf(table.contents().values()));
        return copy;
    }

    private static List<ApprovedTransaction> many() {
        return IntStream.range(0, 60)
                .mapToObj(index -> time("TE-" + index, "1"))
                .toList();
    }

    private static void approveAll(InMemoryTable office) {
        new ApproveTransactions(office).approve(many(), remembered("all"));
    }

    private static void crashedAtItsPlace(InMemoryTable office, ApprovedTransaction transaction) {
        Disturbed.disturbedAt(2, office, table -> approve(table, transaction), table -> {
            throw new Disturbed.Crash();
        });
    }

    /** The most that one transaction can become is written in one commit. */
    @Test
    void approve_forFifteenCustomersWithALimitEach_fitsOneCommit() {
        List<ContractCustomer> customers = new ArrayList<>();
        for (int index = 0; index < 15; index++) {
            customers.add(new ContractCustomer(
                    "C-" + index, Percent.of(index == 0 ? "16" : "6"), index == 0, null, null, usd("500000")));
        }
        List<ContractLine.LineCustomer> ofLine = customers.stream()
                .map(each ->
                        new ContractLine.LineCustomer(each.customer(), each.split(), each.rounding(), usd("400000")))
                .toList();
        var terms = new ContractLine.Terms(
                ofLine, ContractLine.Terms.ALL, usd("900000"), InvoiceScheduleType.COMPLETED_MILESTONES, null, null);
        Contract contract = ContractExamples.contract(usd("1000000"), customers.toArray(ContractCustomer[]::new));
        InMemoryTable office = office(contract, line(terms));

        approve(office, ContractExamples.billable("TE-1", "8", "6"));

        assertThat(ContractExamples.actuals(office)).hasSize(31);
        new CancelApproval(office).cancel("TE-1", ContractExamples.MONTH_END, remembered("cancel"));
        assertThat(ContractExamples.actuals(office)).hasSize(62);
        assertThat(ContractExamples.backlog(office)).isEmpty();
    }

    /** The simulated store refuses what DynamoDB would: an item of more than 400 KB, a transaction of more than 4 MB. */
    @Test
    void approve_ofTheLongestTexts_forFifteenCustomers_fitsTheStore() {
        List<ContractCustomer> customers = new ArrayList<>();
        for (int index = 0; index < 15; index++) {
            customers.add(
                    ContractExamples.customer("C".repeat(58) + (10 + index), index == 0 ? "16" : "6", index == 0));
        }
        Table office = simulated();
        ContractExamples.record(
                office, ContractExamples.contract(null, customers.toArray(ContractCustomer[]::new)), line());
        List<ApprovedTransaction> longest =
                IntStream.range(0, 100).mapToObj(ContractExamples::longest).toList();

        Approval approval = new ApproveTransactions(office).approve(longest, remembered("longest"));

        assertThat(approval.entries()).hasSize(100);
        assertThat(BacklogItem.page(office, SHARED, customers.get(14).customer(), null, 1_000)
                        .entries())
                .hasSize(200);
    }

    /** One of each request was left alone at its place; what makes it up writes the sheets of all others again. */
    @Test
    void approve_ofOneThatWasLeftAloneOnEachOfManyFullSheets_fitsTheStore() {
        Table office = simulated();
        ContractExamples.record(office, sole(null), line());
        List<ApprovedTransaction> left = new ArrayList<>();
        for (int request = 0; request < 10; request++) {
            List<ApprovedTransaction> together = IntStream.range(100 * request, 100 * (request + 1))
                    .mapToObj(ContractExamples::longest)
                    .toList();
            assertThatThrownBy(() -> new ApproveTransactions(withoutCommits(office))
                            .approve(
                                    together,
                                    remembered("crashed " + together.get(0).id())))
                    .isInstanceOf(Disturbed.Crash.class);
            new ApproveTransactions(office)
                    .approve(
                            together.subList(1, 100),
                            remembered("next " + together.get(0).id()));
            left.add(together.get(0));
        }

        Approval approval = new ApproveTransactions(office).approve(left, remembered("left"));

        assertThat(ActualItem.findAll(
                        office,
                        approval.entries().stream()
                                .flatMap(entry -> entry.actuals().stream())
                                .toList()))
                .hasSize(3 * left.size());
    }

    private static Table simulated() {
        return new Office(
                        new DynamoTable(SimulatedDynamoDb.undisturbed(StoreMeter.NONE), "office", Patience.sleeping()))
                .table();
    }

    private static Table withoutCommits(Table office) {
        return new HandedOn(office) {
            @Override
            public Commit commit(List<Write> writes) {
                throw new Disturbed.Crash();
            }
        };
    }

    private static ApprovedTransaction inFebruary(String id, String hours) {
        return OfficeExamples.on(LocalDate.of(2026, 2, 2), time(id, hours));
    }

    static Money used(InMemoryTable office) {
        Contract contract = ContractItem.find(office, SHARED).orElseThrow();
        List<Limit> limits =
                Limit.unused(contract, ContractLineItem.of(office, SHARED).get(0), contract.customer());
        return LimitItem.read(office, limits).get(0).used();
    }
}
