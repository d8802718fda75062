package dev.fattura.contract;

import static dev.fattura.support.ContractExamples.FIRST;
import static dev.fattura.support.ContractExamples.MONTH_END;
import static dev.fattura.support.ContractExamples.SHARED;
import static dev.fattura.support.ContractExamples.WORKED;
import static dev.fattura.support.ContractExamples.actuals;
import static dev.fattura.support.ContractExamples.approve;
import static dev.fattura.support.ContractExamples.backlog;
import static dev.fattura.support.ContractExamples.doneBy;
import static dev.fattura.support.ContractExamples.line;
import static dev.fattura.support.ContractExamples.office;
import static dev.fattura.support.ContractExamples.shared;
import static dev.fattura.support.ContractExamples.sole;
import static dev.fattura.support.ContractExamples.time;
import static dev.fattura.support.ContractExamples.usd;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Work;
import dev.fattura.proforma.DraftInvoice;
import dev.fattura.proforma.DraftRequest;
import dev.fattura.proforma.EditInvoice;
import dev.fattura.store.ActualItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.ContractExamples;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A cancelled approval (domain.md 2.14): the originals are reversed, and are in no backlog any more. */
class CancelApprovalTest {

    @Test
    void cancel_ofEightHours_reversesCostAndUnbilledSales_andBothCross() {
        InMemoryTable office = office(sole(null), line());
        approve(office, time("TE-1", "8"));

        cancel(office, "TE-1");

        assertThat(actuals(office))
                .containsExactly(
                        "cost US-027 -8 -800.00 chargeable",
                        "cost US-027 8 800.00 chargeable",
                        "unbilledSales US-027 -8 -1600.00 chargeable",
                        "unbilledSales US-027 8 1600.00 chargeable");
        assertThat(backlog(office)).isEmpty();
        Actual.Id original = Ids.unbilledSalesOf("TE-1");
        Actual reversal =
                ActualItem.find(office, Actual.Id.cancellationOf(original)).orElseThrow();
        assertThat(reversal.adjustmentStatus()).isEqualTo(AdjustmentStatus.UNADJUSTABLE);
        assertThat(reversal.skipSync()).isFalse();
        assertThat(reversal.transactionDate()).isEqualTo(WORKED);
        assertThat(reversal.accountingDate()).isEqualTo(MONTH_END);
        assertThat(reversal.connections())
                .containsExactly(new Connection(ConnectionRole.REVERSING, original.value(), ConnectionRole.ORIGINAL));
    }

    @Test
    void cancel_ofAShare_reversesEveryPart_andWaitsToCross() {
        InMemoryTable office = office(shared(), line());
        approve(office, ContractExamples.billable("TE-1", "8", "6"));

        Approval reversals = cancel(office, "TE-1");

        assertThat(reversals.entries()).hasSize(1);
        assertThat(reversals.entries().get(0).actuals()).hasSize(5);
        assertThat(actuals(office))
                .contains(
                        "unbilledSales US-027 -3.6 -720.00 chargeable",
                        "unbilledSales US-027 -1.2 -240.00 nonChargeable",
                        "unbilledSales US-028 -2.4 -480.00 chargeable",
                        "unbilledSales US-028 -0.8 -160.00 nonChargeable")
                .hasSize(10);
        assertThat(WorkItem.page(office, Work.Queue.CROSSING_APPROVAL, Work.OFFICE, null, 10)
                        .work())
                .extracting(Work::id)
                .contains(reversals.id().toString());
    }

    @Test
    void cancel_ofWorkOfAnotherCompany_reversesCostThatNeverCrossed_withoutCrossing() {
        InMemoryTable office = office(sole(null), line());
        approve(office, time("TE-1", "8", doneBy("GBPM")));

        cancel(office, "TE-1");

        assertThat(ActualItem.find(office, Actual.Id.cancellationOf(Ids.costOf("TE-1")))
                        .orElseThrow()
                        .skipSync())
                .isTrue();
    }

    @Test
    void cancel_again_changesNothing() {
        InMemoryTable office = office(sole(null), line());
        approve(office, time("TE-1", "8"));
        Approval first = cancel(office, "TE-1");
        var contents = office.contents();

        assertThat(new CancelApproval(office).cancel("TE-1", WORKED, remembered("later")))
                .isEqualTo(first);
        assertThat(office.contents()).isEqualTo(contents);
    }

    @Test
    void approve_ofACancelledTransaction_isRefused() {
        InMemoryTable office = office(sole(null), line());
        approve(office, time("TE-1", "8"));
        cancel(office, "TE-1");

        assertRefused(office, RefusalCode.APPROVAL_CANCELLED, "/transactions/0", () -> new ApproveTransactions(office)
                .approve(List.of(time("TE-1", "8")), remembered("again")));
    }

    @Test
    void cancel_whileAndAfterItIsOnAnInvoice_isRefused_andPossibleOnceTheDraftIsDeleted() {
        InMemoryTable office = office(sole(null), line());
        approve(office, time("TE-1", "8"));
        Invoice draft = draft(office);

        assertRefused(office, RefusalCode.ALREADY_ON_INVOICE, null, () -> cancel(office, "TE-1"));

        new EditInvoice(office).delete(draft.id(), draft.version(), remembered("delete"));
        cancel(office, "TE-1");
        assertThat(backlog(office)).isEmpty();
    }

    @Test
    void draft_ofACancelledTransaction_isRefused() {
        InMemoryTable office = office(sole(null), line());
        approve(office, time("TE-1", "8"));
        cancel(office, "TE-1");
        DraftRequest.GivenLine line =
                new DraftRequest.GivenLine(Ids.unbilledSalesOf("TE-1").value(), null, null, null, null, null, null);

        assertRefused(office, RefusalCode.WRONG_LINE, "/lines/0/unbilledSales", () -> new DraftInvoice(office)
                .draft(
                        new DraftRequest(new Invoice.Id("INV-1"), SHARED, MONTH_END, null, List.of(line)),
                        remembered("draft")));
    }

    @Test
    void cancel_ofWhatWasNeverApproved_isNotFound() {
        InMemoryTable office = office(sole(null), line());
        assertRefused(office, RefusalCode.NOT_FOUND, null, () -> cancel(office, "TE-1"));
    }

    @Test
    void cancel_crashedBeforeAnyWrite_endsAsIfUndisturbed() {
        int writes = Disturbed.byCrashes(CancelApprovalTest::approved, office -> cancel(office, "TE-1"));
        assertThat(writes).isEqualTo(1);
        Disturbed.byTwins(CancelApprovalTest::approved, office -> cancel(office, "TE-1"));
    }

    @Test
    void cancel_underALimit_givesItsRoomBack() {
        InMemoryTable office = approved();
        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd("1600"));

        cancel(office, "TE-1");

        assertThat(ApproveTogetherTest.used(office)).isEqualTo(usd("0"));
    }

    private static InMemoryTable approved() {
        InMemoryTable office = office(sole(usd("10000")), line());
        approve(office, time("TE-1", "8"));
        return office;
    }

    private static Invoice draft(InMemoryTable office) {
        return new DraftInvoice(office)
                .draft(
                        new DraftRequest(
                                new Invoice.Id("INV-1"), SHARED, MONTH_END, MONTH_END, List.of(), FIRST, List.of()),
                        remembered("draft"));
    }

    private static Approval cancel(InMemoryTable office, String transaction) {
        return new CancelApproval(office).cancel(transaction, MONTH_END, remembered("cancel " + transaction));
    }
}
