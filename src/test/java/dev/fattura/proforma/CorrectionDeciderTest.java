package dev.fattura.proforma;

import static dev.fattura.support.OfficeExamples.CONSULTING;
import static dev.fattura.support.OfficeExamples.DESIGN;
import static dev.fattura.support.OfficeExamples.FEBRUARY_2;
import static dev.fattura.support.OfficeExamples.GBP;
import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.JANUARY_5;
import static dev.fattura.support.OfficeExamples.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.support.OfficeExamples;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of domain.md 2.15 and of crediting retainers, with their numbers: Bob's 8 hours at 200 on invoice INV-1001. */
class CorrectionDeciderTest {

    private static final Invoice.Id CORRECTIVE = new Invoice.Id("INV-1002");
    private static final UUID BILLED = UUID.fromString("00000000-0000-0000-0000-0000000000b1");
    private static final UUID UNBILLED = UUID.fromString("00000000-0000-0000-0000-0000000000a1");
    private static final InvoiceLineDetail.Id OLD =
            new InvoiceLineDetail.Id(UUID.fromString("00000000-0000-0000-0000-0000000000d1"));
    private static final Billable WORK = Billable.unbilledSales(new Actual.Id(UNBILLED), CONSULTING);

    @Test
    void fullCredit_reversesTheBilledSales_andReturnsTheWork() {
        InvoiceLineDetail detail = time("0", "200");
        ConfirmDecider.Facts facts = confirm(detail);

        assertThat(texts(detail).rows(facts))
                .containsExactly(
                        "billedSalesReversal: BS time chargeable unadjustable -8 x 200.00 = -1600.00 GBP crosses",
                        "returnedUnbilledSales: US time chargeable normal 8 x 200.00 = 1600.00 GBP crosses");
        assertThat(facts.toBacklog()).containsExactly(returned(detail));
        assertThat(facts.released()).isEmpty();
        assertThat(charged(facts)).isEqualTo("-1600.00 GBP");
    }

    @Test
    void decrease_billsTheNewTotal_andReturnsTheRestChargeable() {
        InvoiceLineDetail detail = time("6", "200");
        ConfirmDecider.Facts facts = confirm(detail);

        assertThat(texts(detail).rows(facts))
                .containsExactly(
                        "billedSalesReversal: BS time chargeable unadjustable -8 x 200.00 = -1600.00 GBP crosses",
                        "correctedUnbilledSales: US time chargeable normal 6 x 200.00 = 1200.00 GBP crosses",
                        "unbilledSalesReversal: US time chargeable unadjustable -6 x 200.00 = -1200.00 GBP skip",
                        "billedSales: BS time chargeable normal 6 x 200.00 = 1200.00 GBP crosses",
                        "returnedUnbilledSales: US time chargeable normal 2 x 200.00 = 400.00 GBP crosses");
        assertThat(facts.toBacklog()).containsExactly(returned(detail));
        assertThat(charged(facts)).isEqualTo("-400.00 GBP");
    }

    @Test
    void increase_billsTheNewTotal_andLeavesNothing() {
        InvoiceLineDetail detail = time("10", "200");
        ConfirmDecider.Facts facts = confirm(detail);

        assertThat(texts(detail).rows(facts))
                .containsExactly(
                        "billedSalesReversal: BS time chargeable unadjustable -8 x 200.00 = -1600.00 GBP crosses",
                        "correctedUnbilledSales: US time chargeable normal 10 x 200.00 = 2000.00 GBP crosses",
                        "unbilledSalesReversal: US time chargeable unadjustable -10 x 200.00 = -2000.00 GBP skip",
                        "billedSales: BS time chargeable normal 10 x 200.00 = 2000.00 GBP crosses");
        assertThat(facts.toBacklog()).isEmpty();
        assertThat(charged(facts)).isEqualTo("400.00 GBP");
    }

    @Test
    void priceCorrection_returnsTheDifferenceOfThePrice() {
        InvoiceLineDetail detail = time("8", "180");
        ConfirmDecider.Facts facts = confirm(detail);

        assertThat(texts(detail).rows(facts))
                .containsExactly(
                        "billedSalesReversal: BS time chargeable unadjustable -8 x 200.00 = -1600.00 GBP crosses",
                        "correctedUnbilledSales: US time chargeable normal 8 x 180.00 = 1440.00 GBP crosses",
                        "unbilledSalesReversal: US time chargeable unadjustable -8 x 180.00 = -1440.00 GBP skip",
                        "billedSales: BS time chargeable normal 8 x 180.00 = 1440.00 GBP crosses",
                        "returnedUnbilledSales: US time chargeable normal 8 x 20.00 = 160.00 GBP crosses");
        assertThat(charged(facts)).isEqualTo("-160.00 GBP");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # new quantity, new price, returned
            6,              180,       1 x 520.00 = 520.00 GBP
            9,              150,       1 x 250.00 = 250.00 GBP
            8,              0,         8 x 200.00 = 1600.00 GBP
            0,              150,       8 x 200.00 = 1600.00 GBP
            7.5,            200,       0.5 x 200.00 = 100.00 GBP
            """)
    void remainder_isTheDifferenceOfTheAmounts(String quantity, String price, String returned) {
        InvoiceLineDetail detail = time(quantity, price);

        assertThat(texts(detail).rows(confirm(detail)))
                .last()
                .isEqualTo("returnedUnbilledSales: US time chargeable normal " + returned + " crosses");
    }

    @ParameterizedTest
    @CsvSource({"6, 300", "10, 200", "8, 210"})
    void remainder_ofALineThatIsNotLess_isNone(String quantity, String price) {
        assertThat(confirm(time(quantity, price)).toBacklog()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # class, billing type,   new, rows
            EXPENSE,  CHARGEABLE,     0,   2
            MATERIAL, CHARGEABLE,     0,   2
            FEE,      CHARGEABLE,     0,   2
            EXPENSE,  CHARGEABLE,     6,   5
            MATERIAL, CHARGEABLE,     6,   5
            FEE,      CHARGEABLE,     6,   5
            TIME,     NON_CHARGEABLE, 0,   2
            TIME,     COMPLIMENTARY,  0,   2
            TIME,     NON_CHARGEABLE, 6,   5
            """)
    void correction_ofEveryClassAndBillingType_keepsBoth(
            TransactionClass transactionClass, BillingType billingType, String quantity, int rows) {
        ConfirmDecider.Facts facts =
                confirm(work(transactionClass, billingType, quantity, "200", new Actual.Id(UNBILLED)));

        assertThat(facts.actuals()).hasSize(rows).allSatisfy(actual -> {
            assertThat(actual.transactionClass()).isEqualTo(transactionClass);
            assertThat(actual.billingType()).isEqualTo(billingType);
        });
        // What was billed and is not any more is in the backlog, and nothing is anywhere twice.
        assertThat(sum(facts)).isEqualTo("0.00 GBP");
        assertThat(facts.toBacklog()).hasSize(1);
        assertThat(charged(facts))
                .isEqualTo(
                        billingType != BillingType.CHARGEABLE
                                ? "0.00 GBP"
                                : quantity.equals("0") ? "-1600.00 GBP" : "-400.00 GBP");
    }

    @Test
    void entered_onAFixedPriceLine_hasNoUnbilledSalesToReturnTo() {
        InvoiceLineDetail full = work(TransactionClass.FEE, BillingType.CHARGEABLE, "0", "200", null);
        InvoiceLineDetail part = work(TransactionClass.FEE, BillingType.CHARGEABLE, "6", "200", null);

        assertThat(texts(full).rows(confirm(full)))
                .containsExactly(
                        "billedSalesReversal: BS fee chargeable unadjustable -8 x 200.00 = -1600.00 GBP crosses");
        assertThat(texts(part).rows(confirm(part)))
                .containsExactly(
                        "billedSalesReversal: BS fee chargeable unadjustable -8 x 200.00 = -1600.00 GBP crosses",
                        "billedSales: BS fee chargeable normal 6 x 200.00 = 1200.00 GBP crosses");
    }

    @Test
    void connections_ofACorrection_nameTheBilledSalesAndEachOther() {
        InvoiceLineDetail detail = time("6", "200");
        FactTexts texts = texts(detail);

        assertThat(confirm(detail).actuals())
                .extracting(texts::connections)
                .containsExactly(
                        "reversing BS#1 original",
                        "replacing BS#1 original",
                        "reversing correctedUnbilledSales original",
                        "billedSales correctedUnbilledSales unbilledSales",
                        "replacing BS#1 original");
    }

    @Test
    void origins_ofACorrection_areThoseOfTheOld_andOfTheNewWhereWorkIsNew() {
        InvoiceLineDetail detail = time("6", "200");
        FactTexts texts = texts(detail);
        String old = "invoice INV-1001, invoiceLine INV-1001/1, invoiceLineDetail old, approvedTransaction TE-1";
        String own = "invoice INV-1002, invoiceLine INV-1002/1, invoiceLineDetail detail, ";

        assertThat(confirm(detail).actuals())
                .extracting(texts::origins)
                .containsExactly(old, own + old, old, own + old, own + old);
    }

    @Test
    void dates_ofACorrection_areTheConfirmationsAndTheSources() {
        assertThat(confirm(time("6", "200")).actuals()).allSatisfy(actual -> {
            assertThat(actual.accountingDate()).isEqualTo("2026-02-02");
            assertThat(actual.transactionDate()).isEqualTo("2026-01-05");
            assertThat(actual.invoice()).isEqualTo(CORRECTIVE);
            assertThat(actual.shards()).isEqualTo(3);
        });
    }

    @Test
    void correctionOfACorrection_billsTheReplacementAgain() {
        Billable replacement = Billable.billedSales(new Actual.Id(BILLED), CONSULTING);
        InvoiceLineDetail detail = correction(
                TransactionClass.TIME,
                BillingType.CHARGEABLE,
                "5",
                "200",
                "1600.00",
                "8",
                replacement,
                new Actual.Id(UNBILLED));

        assertThat(texts(detail).rows(confirm(detail)))
                .containsExactly(
                        "billedSalesReversal: BS time chargeable unadjustable -8 x 200.00 = -1600.00 GBP crosses",
                        "correctedUnbilledSales: US time chargeable normal 5 x 200.00 = 1000.00 GBP crosses",
                        "unbilledSalesReversal: US time chargeable unadjustable -5 x 200.00 = -1000.00 GBP skip",
                        "billedSales: BS time chargeable normal 5 x 200.00 = 1000.00 GBP crosses",
                        "returnedUnbilledSales: US time chargeable normal 3 x 200.00 = 600.00 GBP crosses");
    }

    @Test
    void milestone_isCreditedInFull_andItselfBackInTheBacklog() {
        Billable milestone = Billable.milestone(ORDER, DESIGN, "M1");
        InvoiceLineDetail detail = correction(
                TransactionClass.MILESTONE, BillingType.CHARGEABLE, "0", "5000", "5000.00", "1", milestone, null);
        ConfirmDecider.Facts facts = confirm(detail);

        assertThat(texts(detail).rows(facts))
                .containsExactly(
                        "billedSalesReversal: BS milestone chargeable unadjustable -1 x 5000.00 = -5000.00 GBP crosses");
        assertThat(facts.toBacklog()).isEmpty();
        assertThat(facts.released())
                .containsExactly(
                        new ConfirmDecider.Released(INVOICE, new BacklogEntry(ORDER, "US-027", JANUARY_5, milestone)));
    }

    @Test
    void retainer_isCredited_itsBalanceClosed_andItselfBackInTheBacklog() {
        Billable retainer = Billable.retainer(ORDER, CONSULTING, "R1");
        InvoiceLineDetail detail = correction(
                TransactionClass.RETAINER, BillingType.CHARGEABLE, "0", "10000", "10000.00", "1", retainer, null);
        ConfirmDecider.Facts facts = confirm(detail);
        FactTexts texts =
                texts(detail).name(Actual.Id.of(ActualPart.OPEN_BALANCE, OLD).value(), "US#1");

        assertThat(texts.rows(facts))
                .containsExactly(
                        "billedSalesReversal: BS retainer chargeable unadjustable -1 x 10000.00 = -10000.00 GBP crosses",
                        "unbilledSalesReversal: US retainer chargeable unadjustable 1 x 10000.00 = 10000.00 GBP skip");
        assertThat(texts.connections(facts.actuals().get(1))).isEqualTo("reversing US#1 original");
        assertThat(facts.toBacklog()).isEmpty();
        assertThat(facts.released())
                .containsExactly(
                        new ConfirmDecider.Released(INVOICE, new BacklogEntry(ORDER, "US-027", JANUARY_5, retainer)));
    }

    @ParameterizedTest
    @CsvSource({"DEDUCTION", "REFUND"})
    void appliedOrRefundedRetainer_isCredited_andItsBalanceOpenAgain(Billable.Kind kind) {
        Billable applied = new Billable(kind, UNBILLED, CONSULTING, UNBILLED.toString());
        InvoiceLineDetail detail = correction(
                TransactionClass.RETAINER, BillingType.CHARGEABLE, "0", "4000", "-4000.00", "-1", applied, null);
        ConfirmDecider.Facts facts = confirm(detail);

        assertThat(texts(detail).rows(facts))
                .containsExactly(
                        "billedSalesReversal: BS retainer chargeable unadjustable 1 x 4000.00 = 4000.00 GBP crosses",
                        "openBalance: US retainer chargeable normal -1 x 4000.00 = -4000.00 GBP skip");
        assertThat(facts.toBacklog())
                .containsExactly(new BacklogEntry(
                        ORDER,
                        "US-027",
                        JANUARY_5,
                        Billable.deduction(Actual.Id.of(ActualPart.OPEN_BALANCE, detail.id()), CONSULTING)));
        assertThat(charged(facts)).isEqualTo("4000.00 GBP");
    }

    @Test
    void actualParts_nameEverythingThatACorrectionWrites() {
        InvoiceLineDetail decrease = time("6", "200");
        assertThat(ActualPart.idsOf(decrease))
                .containsAll(
                        confirm(decrease).actuals().stream().map(Actual::id).toList());
    }

    private static BacklogEntry returned(InvoiceLineDetail detail) {
        Actual.Id returned = Actual.Id.of(ActualPart.RETURNED, detail.id());
        return new BacklogEntry(ORDER, "US-027", JANUARY_5, Billable.unbilledSales(returned, CONSULTING));
    }

    private static ConfirmDecider.Facts confirm(InvoiceLineDetail detail) {
        return ConfirmDecider.facts(detail, FEBRUARY_2, 3);
    }

    private static FactTexts texts(InvoiceLineDetail detail) {
        return new FactTexts().parts(detail).name(BILLED, "BS#1").name(OLD.value(), "old");
    }

    private static String charged(ConfirmDecider.Facts facts) {
        return facts.addedTo(ControlTotals.none(GBP)).charged().toString();
    }

    /** Of all billed and unbilled sales: an accountant's check that nothing is lost. */
    private static String sum(ConfirmDecider.Facts facts) {
        return facts.actuals().stream()
                .map(Actual::amount)
                .reduce(Money.zero(GBP), Money::plus)
                .toString();
    }

    private static InvoiceLineDetail time(String quantity, String price) {
        return work(TransactionClass.TIME, BillingType.CHARGEABLE, quantity, price, new Actual.Id(UNBILLED));
    }

    private static InvoiceLineDetail work(
            TransactionClass transactionClass,
            BillingType billingType,
            String quantity,
            String price,
            Actual.Id unbilled) {
        return correction(transactionClass, billingType, quantity, price, "1600.00", "8", WORK, unbilled);
    }

    /** @param billed the amount that was billed, {@code old} its quantity; the old price follows */
    private static InvoiceLineDetail correction(
            TransactionClass transactionClass,
            BillingType billingType,
            String quantity,
            String price,
            String billed,
            String old,
            Billable original,
            Actual.Id unbilled) {
        boolean work = old.equals("8");
        Billable billable = Billable.billedSales(new Actual.Id(BILLED), CONSULTING);
        Quantity corrected = Quantity.of(quantity);
        Price oldPrice = Price.of(work ? "200" : price, GBP);
        ContractLine.Id line = CONSULTING;
        return new InvoiceLineDetail(
                InvoiceLineDetail.Id.of(CORRECTIVE, billable),
                CORRECTIVE,
                billable,
                transactionClass,
                billingType,
                corrected,
                Price.of(price, GBP),
                Money.of(corrected.value().multiply(new BigDecimal(price)), GBP),
                JANUARY_5,
                new Dimensions(
                        OfficeExamples.USMF, ORDER, line, OfficeExamples.PROJECT.id(), "US-027", "hour", "Bob", null),
                List.of(
                        new Origin(OriginType.INVOICE, "INV-1001"),
                        new Origin(OriginType.INVOICE_LINE, "INV-1001/1"),
                        new Origin(OriginType.INVOICE_LINE_DETAIL, OLD.toString()),
                        new Origin(OriginType.APPROVED_TRANSACTION, "TE-1")),
                new InvoiceLineDetail.Backing(
                        billingType, Quantity.of(old), oldPrice, Money.of(new BigDecimal(billed), GBP)),
                new InvoiceLineDetail.Original(INVOICE, OLD, original, unbilled));
    }
}
