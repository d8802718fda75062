package dev.fattura.proforma;

import static dev.fattura.proforma.Corrections.SECOND;
import static dev.fattura.proforma.Corrections.THIRD;
import static dev.fattura.proforma.Corrections.chosen;
import static dev.fattura.proforma.Corrections.gbp;
import static dev.fattura.support.OfficeExamples.DESIGN;
import static dev.fattura.support.OfficeExamples.FEBRUARY_2;
import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.JANUARY_31;
import static dev.fattura.support.OfficeExamples.ORDER;
import static dev.fattura.support.OfficeExamples.milestone;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.OfficeExamples.unbilledSales;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.CorrectionItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Confirming corrections of INV-1001, which billed 4 hours for 1,000 GBP and the milestone M1 for 5,000. */
class ConfirmCorrectionTest {

    private static final Billable M1 = Billable.milestone(ORDER, DESIGN, "M1");

    @Test
    void fullCredit_returnsWorkAndMilestone_andBothCanBeBilledAgain() {
        InMemoryTable office = revised();

        Invoice corrective = Corrections.confirm(office, SECOND);

        assertThat(corrective.controlTotals().charged()).isEqualTo(gbp(-6_000));
        assertThat(Corrections.written(office, SECOND, TransactionType.BILLED_SALES))
                .containsExactly("milestone -5000.00", "time -1000.00");
        assertThat(Corrections.written(office, SECOND, TransactionType.UNBILLED_SALES))
                .containsExactly("time 1000.00");
        assertThat(ClaimItem.holder(office, M1)).isEmpty();
        assertThat(OfficeExamples.backlog(office)).contains(new BacklogEntry(ORDER, "US-027", JANUARY_31, M1));
        assertThat(CorrectionItem.of(office, INVOICE)).containsExactly(SECOND);

        Invoice again = Corrections.draft(office, "INV-1003");
        assertThat(again.total()).isEqualTo(gbp(6_750));
        Corrections.confirm(office, THIRD);
        assertThat(ClaimItem.holder(office, M1)).contains(THIRD);
        assertThat(billed(office)).isEqualTo("6750.00 GBP");
    }

    @Test
    void decrease_thenDecreaseOfTheReplacement_thenFullCredit_leavesNothingBilled() {
        InMemoryTable office = confirmed();
        Actual first = Corrections.billedSales(office, INVOICE, TransactionClass.TIME);
        correct(office, INVOICE, "INV-1002", chosen(first, "3", null));
        assertThat(billedTime(office)).isEqualTo("750.00 GBP");

        Actual second = Corrections.billedSales(office, SECOND, TransactionClass.TIME);
        correct(office, SECOND, "INV-1003", chosen(second, "5", null));
        assertThat(billedTime(office)).isEqualTo("1250.00 GBP");

        Invoice.Id fourth = new Invoice.Id("INV-1004");
        Actual third = Corrections.billedSales(office, THIRD, TransactionClass.TIME);
        correct(office, THIRD, "INV-1004", chosen(third, null, null));

        assertThat(billedTime(office)).isEqualTo("0.00 GBP");
        assertThat(Corrections.written(office, fourth, TransactionType.UNBILLED_SALES))
                .containsExactly("time 1250.00");
        // The hour that the first correction returned and the five that the last one did.
        assertThat(OfficeExamples.backlog(office))
                .extracting(entry -> entry.billable().kind())
                .filteredOn(kind -> kind == Billable.Kind.UNBILLED_SALES)
                .hasSize(2);
    }

    @Test
    void replacement_thatIsBilledAtOnce_cannotBeBilledTwice() {
        InMemoryTable office = confirmed();
        correct(office, INVOICE, "INV-1002", chosen(time(office), "3", null));
        InvoiceLineDetail correction = Corrections.details(office, SECOND).get(0);

        assertRefused(
                office,
                RefusalCode.WRONG_LINE,
                "/lines/0/unbilledSales",
                () -> Corrections.draft(
                        office, "INV-1003", given(Actual.Id.of(ActualPart.REPLACEMENT, correction.id()))));
        assertThat(Corrections.draft(office, "INV-1003", given(Actual.Id.of(ActualPart.RETURNED, correction.id())))
                        .total())
                .isEqualTo(gbp(250));
    }

    @Test
    void retainer_credited_isInTheBacklogAndItsBalanceGone() {
        InMemoryTable office = retainerInvoiced();
        Corrections.revise(office, Corrections.all(INVOICE, "INV-1002"));
        Corrections.confirm(office, SECOND);

        assertThat(Corrections.written(office, SECOND, TransactionType.BILLED_SALES))
                .containsExactly("retainer -10000.00");
        assertThat(Corrections.written(office, SECOND, TransactionType.UNBILLED_SALES))
                .containsExactly("retainer 10000.00");
        assertThat(Corrections.deductions(office)).isEmpty();
        assertThat(Corrections.draft(office, "INV-1003", retainer("R1")).total())
                .isEqualTo(gbp(10_000));
        Corrections.confirm(office, THIRD);
        assertThat(Corrections.deductions(office)).hasSize(1);
    }

    @Test
    void appliedRetainer_creditedWithItsWork_isOpenAgain() {
        InMemoryTable office = retainerInvoiced();
        Corrections.draft(office, "INV-1002", unbilledSales("TE-1"));
        Corrections.confirm(office, SECOND);
        Corrections.revise(office, Corrections.all(SECOND, "INV-1003"));

        Invoice corrective = Corrections.confirm(office, THIRD);

        assertThat(corrective.controlTotals().charged()).isEqualTo(gbp(0));
        assertThat(Corrections.written(office, THIRD, TransactionType.BILLED_SALES))
                .containsExactly("retainer 1000.00", "time -1000.00");
        assertThat(Corrections.written(office, THIRD, TransactionType.UNBILLED_SALES))
                .containsExactly("retainer -1000.00", "time 1000.00");
        assertThat(Corrections.deductions(office)).hasSize(2);
    }

    @Test
    void confirm_ofACorrectionThatChangesNothing_isRefused() {
        InMemoryTable office = revised();
        InvoiceLineDetail credit = Corrections.details(office, SECOND).stream()
                .filter(detail -> detail.transactionClass() == TransactionClass.TIME)
                .findFirst()
                .orElseThrow();
        Invoice draft = InvoiceItem.find(office, SECOND).orElseThrow();
        office.putAll(List.of(InvoiceLineDetailItem.encode(draft, unchanged(credit))));

        assertRefused(office, RefusalCode.CORRECTION_UNCHANGED, null, () -> Corrections.confirm(office, SECOND));
    }

    @Test
    void confirm_disturbed_endsAsIfUndisturbed() {
        int writes = Disturbed.byCrashes(ConfirmCorrectionTest::revised, office -> new ConfirmInvoice(office)
                .confirm(SECOND, 1, FEBRUARY_2, remembered("confirm")));
        // The claim, three facts, the work and the milestone in the backlog, the seal.
        assertThat(writes).isEqualTo(7);
        Disturbed.byTwins(ConfirmCorrectionTest::revised, office -> new ConfirmInvoice(office)
                .confirm(SECOND, 1, FEBRUARY_2, remembered("confirm")));
    }

    @Test
    void confirm_byALateSecond_doesNotBringBackWhatWasBilledMeanwhile() {
        for (int write = 2; write <= 7; write++) {
            InMemoryTable office = revised();
            Disturbed.disturbedAt(write, office, table -> Corrections.confirm(table, SECOND), table -> {
                new ConfirmInvoice(table).finish(InvoiceItem.find(table, SECOND).orElseThrow());
                Corrections.draft(table, "INV-1003");
                Corrections.confirm(table, THIRD);
            });

            assertThat(ClaimItem.holder(office, M1))
                    .as("late before write %s", write)
                    .contains(THIRD);
            assertThat(billed(office)).isEqualTo("6750.00 GBP");
            assertThat(RevisionLock.holder(office, INVOICE)).isEmpty();
            assertThat(new BacklogLines(office, OfficeExamples.contract(), "US-027", FEBRUARY_2).count())
                    .isZero();
        }
    }

    private static InvoiceLineDetail unchanged(InvoiceLineDetail credit) {
        return new InvoiceLineDetail(
                credit.id(),
                credit.invoice(),
                credit.billable(),
                credit.transactionClass(),
                credit.billingType(),
                Quantity.of("4"),
                Price.of("250", OfficeExamples.GBP),
                gbp(1_000),
                credit.transactionDate(),
                credit.dimensions(),
                credit.origins(),
                credit.backing(),
                credit.original());
    }

    private static void correct(
            InMemoryTable office, Invoice.Id original, String corrective, ReviseRequest.Chosen chosen) {
        Corrections.revise(
                office, new ReviseRequest(original, new Invoice.Id(corrective), FEBRUARY_2, null, List.of(chosen)));
        Corrections.confirm(office, new Invoice.Id(corrective));
    }

    private static Actual time(InMemoryTable office) {
        return Corrections.billedSales(office, INVOICE, TransactionClass.TIME);
    }

    private static DraftRequest.GivenLine given(Actual.Id unbilledSales) {
        return new DraftRequest.GivenLine(unbilledSales.value(), null, null, null, null, null, null);
    }

    private static DraftRequest.GivenLine retainer(String id) {
        return new DraftRequest.GivenLine(null, null, null, null, null, null, null, id);
    }

    private static String billedTime(InMemoryTable office) {
        return sum(office, TransactionClass.TIME);
    }

    private static String billed(InMemoryTable office) {
        return Corrections.actuals(office).stream()
                .filter(actual -> actual.type() == TransactionType.BILLED_SALES)
                .map(Actual::amount)
                .reduce(gbp(0), Money::plus)
                .toString();
    }

    private static String sum(InMemoryTable office, TransactionClass transactionClass) {
        return Corrections.actuals(office).stream()
                .filter(actual -> actual.type() == TransactionType.BILLED_SALES)
                .filter(actual -> actual.transactionClass() == transactionClass)
                .map(Actual::amount)
                .reduce(gbp(0), Money::plus)
                .toString();
    }

    private static InMemoryTable confirmed() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.time("TE-1"));
        Corrections.draft(office, "INV-1001", unbilledSales("TE-1"), milestone("M1"));
        Corrections.confirm(office, INVOICE);
        return office;
    }

    private static InMemoryTable revised() {
        InMemoryTable office = confirmed();
        Corrections.revise(office, Corrections.all(INVOICE, "INV-1002"));
        return office;
    }

    private static InMemoryTable retainerInvoiced() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.time("TE-1"));
        Corrections.recorded(office, "R1", 10_000);
        Corrections.draft(office, "INV-1001", retainer("R1"));
        Corrections.confirm(office, INVOICE);
        return office;
    }
}
