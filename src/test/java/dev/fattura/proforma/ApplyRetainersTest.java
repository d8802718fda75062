package dev.fattura.proforma;

import static dev.fattura.proforma.Corrections.SECOND;
import static dev.fattura.proforma.Corrections.THIRD;
import static dev.fattura.proforma.Corrections.gbp;
import static dev.fattura.support.OfficeExamples.FEBRUARY_2;
import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.OfficeExamples.unbilledSales;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Retainer;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Money;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The open balances of retainers on new drafts; TE-1 to TE-4 are 1,000 GBP each. */
class ApplyRetainersTest {

    @Test
    void draft_ofLessThanTheBalance_isSetOffToZero() {
        InMemoryTable office = invoiced(10_000);

        Invoice draft = Corrections.draft(office, "INV-1002", unbilledSales("TE-1"), unbilledSales("TE-2"));

        assertThat(draft.total()).isEqualTo(gbp(0));
        assertThat(draft.lines()).isEqualTo(3);
        assertThat(draft.adjustments().appliesRetainers()).isTrue();
        InvoiceLineDetail applied = deduction(office, SECOND);
        assertThat(applied.amount()).isEqualTo(gbp(-2_000));
        assertThat(applied.requireBacking().amount()).isEqualTo(gbp(-10_000));
        assertThat(Corrections.deductions(office)).isEmpty();
    }

    @Test
    void draft_ofMoreThanTheBalance_takesAllOfIt() {
        InMemoryTable office = invoiced(1_500);

        Invoice draft = Corrections.draft(office, "INV-1002", unbilledSales("TE-1"), unbilledSales("TE-2"));

        assertThat(draft.total()).isEqualTo(gbp(500));
        assertThat(deduction(office, SECOND).amount()).isEqualTo(gbp(-1_500));
    }

    @Test
    void balances_areAppliedTheOldestFirst() {
        InMemoryTable office = work();
        Corrections.recorded(office, "R1", 600);
        new RecordRetainer(office)
                .record(
                        new RetainerRequest(
                                OfficeExamples.ORDER,
                                new Retainer.Id("R0"),
                                null,
                                null,
                                "Later",
                                gbp(700),
                                OfficeExamples.JANUARY_31,
                                true),
                        remembered("later"));
        Corrections.draft(office, "INV-1001", given("R1"), given("R0"));
        Corrections.confirm(office, INVOICE);

        Invoice draft = Corrections.draft(office, "INV-1002", unbilledSales("TE-1"));

        assertThat(draft.total()).isEqualTo(gbp(0));
        assertThat(Corrections.details(office, SECOND))
                .filteredOn(detail -> detail.billable().kind() == Billable.Kind.DEDUCTION)
                .extracting(detail -> detail.dimensions().description() + " " + detail.amount())
                .containsExactlyInAnyOrder("Retainer R1 -600.00 GBP", "Later -400.00 GBP");
    }

    @Test
    void nonChargeableLines_andRetainers_areNothingToApplyTo() {
        InMemoryTable office = OfficeExamples.officeWith(OfficeExamples.nonChargeable("TE-1"));
        invoice(office, "R1", 10_000);
        Corrections.recorded(office, "R2", 500);

        Invoice draft = Corrections.draft(office, "INV-1002", unbilledSales("TE-1"), given("R2"));

        assertThat(draft.total()).isEqualTo(gbp(500));
        assertThat(draft.adjustments().appliesRetainers()).isFalse();
        assertThat(Corrections.deductions(office)).hasSize(1);
    }

    @Test
    void balance_isOnOneDraftAtATime_andFreeAgainWhenThatIsDeleted() {
        InMemoryTable office = invoiced(10_000);
        var open = Corrections.deductions(office);
        Corrections.draft(office, "INV-1002", unbilledSales("TE-1"));

        Invoice other = Corrections.draft(office, "INV-1003", unbilledSales("TE-2"));

        assertThat(other.total()).isEqualTo(gbp(1_000));
        new EditInvoice(office).delete(SECOND, 1, remembered("delete"));
        assertThat(Corrections.deductions(office)).isEqualTo(open);
        assertThat(ClaimItem.holder(office, open.get(0).billable())).isEmpty();
    }

    @Test
    void confirmed_leavesTheRestForTheNextDraft_untilItIsUsedUp() {
        InMemoryTable office = invoiced(2_500);
        Corrections.draft(office, "INV-1002", unbilledSales("TE-1"), unbilledSales("TE-2"));
        Corrections.confirm(office, SECOND);

        assertThat(Corrections.written(office, SECOND, TransactionType.BILLED_SALES))
                .containsExactly("retainer -2000.00", "time 1000.00", "time 1000.00");
        assertThat(Corrections.written(office, SECOND, TransactionType.UNBILLED_SALES))
                .containsExactly("retainer -500.00", "retainer 2500.00", "time -1000.00", "time -1000.00");
        Invoice next = Corrections.draft(office, "INV-1003", unbilledSales("TE-3"));
        assertThat(next.total()).isEqualTo(gbp(500));
        Corrections.confirm(office, THIRD);
        assertThat(Corrections.deductions(office)).isEmpty();
        assertThat(open(office)).isEqualTo("0.00 GBP");
    }

    @Test
    void openBalance_asAGivenLine_isRefused() {
        InMemoryTable office = invoiced(2_500);
        String open = Corrections.deductions(office).get(0).billable().reference();
        DraftRequest.GivenLine line =
                new DraftRequest.GivenLine(UUID.fromString(open), null, null, null, null, null, null);

        assertRefused(
                office,
                RefusalCode.WRONG_LINE,
                "/lines/0/unbilledSales",
                () -> Corrections.draft(office, "INV-1002", line));
    }

    @Test
    void confirm_moreAppliedThanTheLinesComeTo_isRefused() {
        InMemoryTable office = invoiced(10_000);
        Invoice draft = Corrections.draft(office, "INV-1002", unbilledSales("TE-1"));
        // As an edit of the work line would leave it.
        InvoiceLineDetail applied = deduction(office, SECOND);
        office.putAll(List.of(InvoiceLineDetailItem.encode(
                draft,
                RetainerLineDecider.ofBalance(
                        SECOND,
                        applied.billable(),
                        Corrections.actuals(office).stream()
                                .filter(actual -> actual.id()
                                        .value()
                                        .equals(applied.billable().id()))
                                .findFirst()
                                .orElseThrow(),
                        gbp(1_001)))));

        assertRefused(office, RefusalCode.RETAINER_EXCEEDED, null, () -> Corrections.confirm(office, SECOND));
    }

    @Test
    void draft_disturbed_endsAsIfUndisturbed() {
        int writes = Disturbed.byCrashes(() -> invoiced(10_000), ApplyRetainersTest::draftWork);
        // Header, detail with its claim, the balance with its detail, the intake, the draft.
        assertThat(writes).isEqualTo(5);
        Disturbed.byTwins(() -> invoiced(10_000), ApplyRetainersTest::draftWork);
    }

    @Test
    void confirm_disturbed_endsAsIfUndisturbed() {
        Disturbed.byCrashes(ApplyRetainersTest::drafted, office -> Corrections.confirm(office, SECOND));
        Disturbed.byTwins(ApplyRetainersTest::drafted, office -> new ConfirmInvoice(office)
                .confirm(SECOND, 1, FEBRUARY_2, remembered("confirm")));
    }

    @Test
    void confirm_byALateSecond_doesNotBringBackTheBalanceThatIsAppliedMeanwhile() {
        InMemoryTable office = drafted();
        // The second has written its facts when the first one seals the invoice and a new draft applies the rest.
        Disturbed.disturbedAt(6, office, table -> Corrections.confirm(table, SECOND), table -> {
            new ConfirmInvoice(table).finish(InvoiceItem.find(table, SECOND).orElseThrow());
            Corrections.draft(table, "INV-1003", unbilledSales("TE-2"));
        });

        assertThat(deduction(office, THIRD).amount()).isEqualTo(gbp(-1_000));
        assertThat(new OpenBalances(office).free(OfficeExamples.ORDER, "US-027", 10, actual -> true))
                .isEmpty();
    }

    /** What the retainers of the customer come to: unbilled sales of class retainer. */
    private static String open(InMemoryTable office) {
        return Corrections.actuals(office).stream()
                .filter(actual -> actual.type() == TransactionType.UNBILLED_SALES)
                .filter(actual -> actual.transactionClass() == TransactionClass.RETAINER)
                .map(Actual::amount)
                .reduce(gbp(0), Money::plus)
                .toString();
    }

    private static InvoiceLineDetail deduction(InMemoryTable office, Invoice.Id invoice) {
        return Corrections.details(office, invoice).stream()
                .filter(detail -> detail.billable().kind() == Billable.Kind.DEDUCTION)
                .findFirst()
                .orElseThrow();
    }

    private static DraftRequest.GivenLine given(String retainer) {
        return new DraftRequest.GivenLine(null, null, null, null, null, null, null, retainer);
    }

    private static void draftWork(InMemoryTable office) {
        Corrections.draft(office, "INV-1002", unbilledSales("TE-1"));
    }

    private static InMemoryTable drafted() {
        InMemoryTable office = invoiced(10_000);
        draftWork(office);
        return office;
    }

    private static InMemoryTable work() {
        return OfficeExamples.officeWith(
                OfficeExamples.time("TE-1"),
                OfficeExamples.time("TE-2"),
                OfficeExamples.time("TE-3"),
                OfficeExamples.time("TE-4"));
    }

    private static InMemoryTable invoiced(long major) {
        InMemoryTable office = work();
        invoice(office, "R1", major);
        return office;
    }

    private static void invoice(InMemoryTable office, String retainer, long major) {
        Corrections.recorded(office, retainer, major);
        Corrections.draft(office, "INV-1001", given(retainer));
        Corrections.confirm(office, INVOICE);
    }
}
