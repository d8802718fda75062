package dev.fattura.proforma;

import static dev.fattura.proforma.Corrections.SECOND;
import static dev.fattura.proforma.Corrections.THIRD;
import static dev.fattura.proforma.Corrections.chosen;
import static dev.fattura.proforma.Corrections.gbp;
import static dev.fattura.support.OfficeExamples.FEBRUARY_2;
import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.OfficeExamples.unbilledSales;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.contract.ApproveTransactions;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Money;
import dev.fattura.money.Quantity;
import dev.fattura.store.InvoiceItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Revising INV-1001: time of 1,000, non-chargeable time of 500, milestone of 5,000 and product of 750 GBP. */
class ReviseInvoiceTest {

    @Test
    void revise_all_creditsEverythingButProductsInFull() {
        InMemoryTable office = confirmed();

        Invoice corrective = Corrections.revise(office, Corrections.all(INVOICE, "INV-1002"));

        assertThat(corrective.status()).isEqualTo(InvoiceStatus.DRAFT);
        assertThat(corrective.lines()).isEqualTo(3);
        assertThat(corrective.total()).isEqualTo(gbp(-6_000));
        assertThat(corrective.adjustments().corrects()).containsExactly(INVOICE);
        assertThat(Corrections.details(office, SECOND)).allSatisfy(detail -> {
            assertThat(detail.quantity()).isEqualTo(Quantity.of("0"));
            assertThat(detail.amount()).isEqualTo(gbp(0));
            assertThat(detail.billable().kind()).isEqualTo(Billable.Kind.BILLED_SALES);
            assertThat(detail.requireOriginal().invoice()).isEqualTo(INVOICE);
            assertThat(detail.origins())
                    .extracting(origin -> origin.type().code())
                    .startsWith("invoice");
        });
        assertThat(RevisionLock.holder(office, INVOICE)).contains(SECOND);
    }

    @Test
    void revise_chosen_takesTheirNewTotals() {
        InMemoryTable office = confirmed();

        Invoice corrective = Corrections.revise(office, of("INV-1002", chosen(time(office), "3", null)));

        InvoiceLineDetail detail = Corrections.details(office, SECOND).get(0);
        assertThat(detail.quantity()).isEqualTo(Quantity.of("3"));
        assertThat(detail.amount()).isEqualTo(gbp(750));
        assertThat(detail.charged()).isEqualTo(gbp(-250));
        assertThat(detail.requireBacking().amount()).isEqualTo(gbp(1_000));
        assertThat(corrective.total()).isEqualTo(gbp(-250));
    }

    @Test
    void revise_chosenWithAPriceOnly_keepsTheQuantity() {
        InMemoryTable office = confirmed();

        assertThat(Corrections.revise(office, of("INV-1002", chosen(time(office), null, "225")))
                        .total())
                .isEqualTo(gbp(-100));
    }

    @Test
    void revise_whatCannotBe_isRefused() {
        InMemoryTable office = confirmed();
        Actual time = time(office);
        Actual milestone = Corrections.billedSales(office, INVOICE, TransactionClass.MILESTONE);
        Actual product = Corrections.billedSales(office, INVOICE, TransactionClass.PRODUCT);
        String line = "/lines/0";

        assertReviseRefused(office, RefusalCode.CORRECTION_UNCHANGED, line, chosen(time, "4", null));
        assertReviseRefused(office, RefusalCode.CORRECTION_UNCHANGED, line, chosen(time, "4", "250"));
        assertReviseRefused(office, RefusalCode.NOT_CORRECTABLE, line, chosen(product, null, null));
        assertReviseRefused(office, RefusalCode.NOT_CORRECTABLE, line + "/quantity", chosen(milestone, "0.5", null));
        assertReviseRefused(office, RefusalCode.NOT_CORRECTABLE, line + "/price", chosen(milestone, "1", "4000"));
        assertReviseRefused(
                office,
                RefusalCode.BILLING_TYPE_LOCKED,
                line + "/billingType",
                new ReviseRequest.Chosen(time.id().value(), null, null, BillingType.COMPLIMENTARY));
        assertReviseRefused(office, RefusalCode.NEGATIVE_VALUE, line + "/quantity", chosen(time, "-1", null));
        assertReviseRefused(office, RefusalCode.NEGATIVE_VALUE, line + "/price", chosen(time, "2", "-1"));
        assertReviseRefused(
                office, RefusalCode.DUPLICATE_LINE, "/lines/1", chosen(time, null, null), chosen(time, "2", null));
        assertReviseRefused(
                office,
                RefusalCode.UNKNOWN_REFERENCE,
                line + "/billedSales",
                new ReviseRequest.Chosen(Ids.unbilledSalesOf("TE-1").value(), null, null, null));
    }

    @Test
    void revise_anInvoiceThatIsNotConfirmed_isRefused() {
        InMemoryTable office = office();
        Corrections.draft(office, "INV-1001");

        assertRefused(
                office,
                RefusalCode.INVOICE_NOT_CONFIRMED,
                null,
                () -> Corrections.revise(office, Corrections.all(INVOICE, "INV-1002")));
        assertRefused(
                office,
                RefusalCode.NOT_FOUND,
                null,
                () -> Corrections.revise(office, Corrections.all(new Invoice.Id("INV-9"), "INV-1002")));
    }

    @Test
    void revise_anInvoiceThatIsBeingRevised_isRefused_untilThatDraftIsDeletedOrConfirmed() {
        InMemoryTable office = confirmed();
        Corrections.revise(office, of("INV-1002", chosen(time(office), null, null)));
        assertRefused(
                office,
                RefusalCode.REVISION_IN_PROGRESS,
                null,
                () -> Corrections.revise(office, Corrections.all(INVOICE, "INV-1003")));

        new EditInvoice(office).delete(SECOND, 1, remembered("delete"));
        assertThat(RevisionLock.holder(office, INVOICE)).isEmpty();
        Corrections.revise(office, of("INV-1003", chosen(time(office), null, null)));
        Corrections.confirm(office, THIRD);
        assertThat(RevisionLock.holder(office, INVOICE)).isEmpty();
        // What is left: the non-chargeable time and the milestone.
        assertThat(Corrections.revise(office, Corrections.all(INVOICE, "INV-1004"))
                        .lines())
                .isEqualTo(2);
    }

    @Test
    void revise_whatIsCorrectedAlready_isRefused() {
        InMemoryTable office = confirmed();
        Actual time = time(office);
        Corrections.revise(office, Corrections.all(INVOICE, "INV-1002"));
        Corrections.confirm(office, SECOND);

        assertRefused(
                office,
                RefusalCode.ALREADY_CORRECTED,
                "/lines/0",
                () -> Corrections.revise(office, of("INV-1003", chosen(time, null, null))));
        assertRefused(
                office,
                RefusalCode.NOTHING_TO_REVISE,
                null,
                () -> Corrections.revise(office, Corrections.all(INVOICE, "INV-1003")));
    }

    @Test
    void revise_aRetainerWhoseBalanceIsUsed_isRefused_andLeftOutOfAll() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.time("TE-1"), OfficeExamples.time("TE-2"));
        Corrections.recorded(office, "R1", 10_000);
        Corrections.draft(office, "INV-1001", given("R1"), unbilledSales("TE-1"));
        Corrections.confirm(office, INVOICE);
        Actual retainer = Corrections.billedSales(office, INVOICE, TransactionClass.RETAINER);
        Corrections.draft(office, "INV-1002", unbilledSales("TE-2"));

        assertRefused(
                office,
                RefusalCode.RETAINER_USED,
                "/lines/0",
                () -> Corrections.revise(office, of("INV-1003", chosen(retainer, null, null))));
        assertThat(Corrections.revise(office, Corrections.all(INVOICE, "INV-1003"))
                        .total())
                .isEqualTo(gbp(-1_000));
    }

    @Test
    void revise_aRetainerOntoTheDraftThatAppliesIt_isRefused_andLeftOutOfAll() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.time("TE-1"), OfficeExamples.time("TE-2"));
        Corrections.recorded(office, "R1", 10_000);
        Corrections.draft(office, "INV-1001", given("R1"), unbilledSales("TE-1"));
        Corrections.confirm(office, INVOICE);
        Actual retainer = Corrections.billedSales(office, INVOICE, TransactionClass.RETAINER);
        // 1,000 of work and 1,000 of the retainer applied to it.
        Corrections.draft(office, "INV-1002", unbilledSales("TE-2"));

        assertRefused(
                office,
                RefusalCode.RETAINER_USED,
                "/lines/0",
                () -> Corrections.revise(
                        office, new ReviseRequest(INVOICE, null, null, SECOND, List.of(chosen(retainer, null, null)))));
        // The time is credited, the retainer stays.
        assertThat(Corrections.revise(office, new ReviseRequest(INVOICE, null, null, SECOND, List.of()))
                        .total())
                .isEqualTo(gbp(-1_000));
    }

    @Test
    void revise_thePriceOfAnAppliedRetainer_isRefusedBecauseItIsCreditedAsAWhole() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.time("TE-1"), OfficeExamples.time("TE-2"));
        Corrections.recorded(office, "R1", 10_000);
        Corrections.draft(office, "INV-1001", given("R1"));
        Corrections.confirm(office, INVOICE);
        Corrections.draft(office, "INV-1002", unbilledSales("TE-1"));
        Corrections.confirm(office, SECOND);
        Actual applied = Corrections.billedSales(office, SECOND, TransactionClass.RETAINER);

        assertRefused(
                office,
                RefusalCode.NOT_CORRECTABLE,
                "/lines/0/price",
                () -> Corrections.revise(
                        office,
                        new ReviseRequest(SECOND, THIRD, FEBRUARY_2, null, List.of(chosen(applied, null, "5.00")))));
    }

    @Test
    void revise_aRetainer_keepsItsBalanceFromBeingApplied_untilTheDraftIsDeleted() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.time("TE-1"));
        Corrections.recorded(office, "R1", 10_000);
        Corrections.draft(office, "INV-1001", given("R1"));
        Corrections.confirm(office, INVOICE);
        var open = Corrections.deductions(office);
        Corrections.revise(office, Corrections.all(INVOICE, "INV-1002"));
        assertThat(Corrections.deductions(office)).isEmpty();

        assertThat(Corrections.draft(office, "INV-1003", unbilledSales("TE-1")).total())
                .isEqualTo(gbp(1_000));

        new EditInvoice(office).delete(SECOND, 1, remembered("delete"));
        assertThat(Corrections.deductions(office)).isEqualTo(open);
    }

    @Test
    void revise_ontoADraftOfTheContract_addsToIt() {
        InMemoryTable office = confirmed();
        new ApproveTransactions(office).approve(List.of(OfficeExamples.time("TE-7")), remembered("more"));
        Corrections.draft(office, "INV-1002", unbilledSales("TE-7"));

        Invoice added = Corrections.revise(
                office, new ReviseRequest(INVOICE, null, null, SECOND, List.of(chosen(time(office), "3", null))));

        assertThat(added.version()).isEqualTo(2);
        assertThat(added.lines()).isEqualTo(2);
        assertThat(added.total()).isEqualTo(gbp(750));
        assertThat(added.adjustments().corrects()).containsExactly(INVOICE);
        // All the rest of it, onto the same draft.
        Invoice all = Corrections.revise(office, new ReviseRequest(INVOICE, null, null, SECOND, List.of()));
        assertThat(all.total()).isEqualTo(gbp(-4_250));
        assertThat(Corrections.confirm(office, SECOND).controlTotals().charged())
                .isEqualTo(gbp(-4_250));
    }

    @Test
    void revise_ontoWhatIsNoDraftOfTheContract_isRefused() {
        InMemoryTable office = confirmed();
        ReviseRequest ontoItself = new ReviseRequest(INVOICE, null, null, INVOICE, List.of());
        ReviseRequest ontoNothing = new ReviseRequest(INVOICE, null, null, THIRD, List.of());
        assertRefused(office, RefusalCode.INVOICE_CONFIRMED, null, () -> Corrections.revise(office, ontoItself));
        assertRefused(office, RefusalCode.UNKNOWN_REFERENCE, "/addTo", () -> Corrections.revise(office, ontoNothing));
    }

    @Test
    void revise_again_isTheSameDraft() {
        InMemoryTable office = confirmed();
        Invoice corrective = Corrections.revise(office, Corrections.all(INVOICE, "INV-1002"));
        var contents = office.contents();

        assertThat(Corrections.revise(office, Corrections.all(INVOICE, "INV-1002")))
                .isEqualTo(corrective);
        assertThat(office.contents()).isEqualTo(contents);
    }

    @Test
    void revise_disturbed_endsAsIfUndisturbed() {
        int writes = Disturbed.byCrashes(
                ReviseInvoiceTest::confirmed,
                office -> Corrections.revise(office, Corrections.all(INVOICE, "INV-1002")));
        // The header with the lock, the details with their claims, the intake, the draft.
        assertThat(writes).isEqualTo(4);
        Disturbed.byTwins(
                ReviseInvoiceTest::confirmed,
                office -> Corrections.revise(office, Corrections.all(INVOICE, "INV-1002")));
    }

    @Test
    void reviseOntoADraft_disturbed_endsAsIfUndisturbed() {
        ReviseRequest onto = new ReviseRequest(INVOICE, null, null, SECOND, List.of());
        assertThat(Disturbed.byCrashes(ReviseInvoiceTest::withDraft, office -> Corrections.revise(office, onto)))
                .isEqualTo(1);
        Disturbed.byTwins(ReviseInvoiceTest::withDraft, office -> Corrections.revise(office, onto));
    }

    @Test
    void delete_disturbed_endsAsIfUndisturbed() {
        Disturbed.byCrashes(
                ReviseInvoiceTest::revised, office -> new EditInvoice(office).delete(SECOND, 1, remembered("delete")));
        Disturbed.byTwins(
                ReviseInvoiceTest::revised, office -> new EditInvoice(office).delete(SECOND, 1, remembered("delete")));
    }

    @Test
    void edit_ofAMilestone_keepsItCreditedInFull() {
        InMemoryTable office = revised();
        InvoiceLineDetail milestone = Corrections.details(office, SECOND).stream()
                .filter(detail -> detail.transactionClass() == TransactionClass.MILESTONE)
                .findFirst()
                .orElseThrow();

        assertRefused(
                RefusalCode.NOT_CORRECTABLE,
                "/quantity",
                () -> CorrectionLineDecider.edited(milestone, Quantity.ONE, null, null, ""));
        assertThat(CorrectionLineDecider.edited(milestone, Quantity.of("0"), null, null, ""))
                .isEqualTo(milestone);
    }

    private static ReviseRequest of(String invoice, ReviseRequest.Chosen... lines) {
        return new ReviseRequest(INVOICE, new Invoice.Id(invoice), FEBRUARY_2, null, Arrays.asList(lines));
    }

    private static void assertReviseRefused(
            InMemoryTable office, RefusalCode code, String pointer, ReviseRequest.Chosen... lines) {
        assertRefused(office, code, pointer, () -> Corrections.revise(office, of("INV-1002", lines)));
    }

    private static Actual time(InMemoryTable office) {
        return Corrections.actuals(office).stream()
                .filter(actual -> actual.amount().equals(new Money(100_000, OfficeExamples.GBP)))
                .filter(CorrectionLineDecider::isBilled)
                .findFirst()
                .orElseThrow();
    }

    private static DraftRequest.GivenLine given(String retainer) {
        return new DraftRequest.GivenLine(null, null, null, null, null, null, null, retainer);
    }

    private static InMemoryTable office() {
        return OfficeExamples.officeWith(OfficeExamples.time("TE-1"), OfficeExamples.nonChargeable("TE-2"));
    }

    private static InMemoryTable confirmed() {
        InMemoryTable office = office();
        Corrections.draft(office, "INV-1001");
        Corrections.confirm(office, INVOICE);
        assertThat(InvoiceItem.find(office, INVOICE).orElseThrow().total()).isEqualTo(gbp(6_750));
        return office;
    }

    private static InMemoryTable withDraft() {
        InMemoryTable office = confirmed();
        new ApproveTransactions(office).approve(List.of(OfficeExamples.time("TE-7")), remembered("more"));
        Corrections.draft(office, "INV-1002", unbilledSales("TE-7"));
        return office;
    }

    private static InMemoryTable revised() {
        InMemoryTable office = confirmed();
        Corrections.revise(office, Corrections.all(INVOICE, "INV-1002"));
        return office;
    }
}
