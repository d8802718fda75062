package dev.fattura.proforma;

import static dev.fattura.support.OfficeExamples.CONSULTING;
import static dev.fattura.support.OfficeExamples.FEBRUARY_2;
import static dev.fattura.support.OfficeExamples.GBP;
import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.JANUARY_5;
import static dev.fattura.support.OfficeExamples.ORDER;
import static dev.fattura.support.OfficeExamples.PROJECT;
import static dev.fattura.support.OfficeExamples.USMF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceLineDetail.Backing;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scenario table of confirming time, expense, material and fees (domain.md 2.2 to 2.5, 2.12, 2.13), with Bob's 8 hours at 200. */
class BilledWorkDeciderTest {

    private static final UUID ORIGINAL = UUID.fromString("00000000-0000-0000-0000-0000000000a1");
    private static final Backing EIGHT_HOURS = values(BillingType.CHARGEABLE, "8", "200", 160_000);

    @ParameterizedTest
    @EnumSource(
            value = TransactionClass.class,
            names = {"TIME", "EXPENSE", "MATERIAL", "FEE"})
    void unedited_isBilled_andItsReversalStaysInTheOffice(TransactionClass transactionClass) {
        String name = transactionClass.code();
        assertThat(rows(billing(transactionClass, EIGHT_HOURS, EIGHT_HOURS)))
                .containsExactly(
                        "billedSales: BS " + name + " chargeable normal 8 x 200.00 = 1600.00 GBP crosses",
                        "unbilledSalesReversal: US " + name
                                + " chargeable unadjustable -8 x 200.00 = -1600.00 GBP skip");
    }

    @Test
    void quantityReduced_isReplaced_andTheRestIsBilledWithoutCharge() {
        assertThat(rows(billing(
                        TransactionClass.TIME, EIGHT_HOURS, values(BillingType.CHARGEABLE, "6", "200", 120_000))))
                .containsExactly(
                        "unbilledSalesReversal: US time chargeable unadjustable -8 x 200.00 = -1600.00 GBP crosses",
                        "correctedUnbilledSales: US time chargeable normal 6 x 200.00 = 1200.00 GBP crosses",
                        "replacementReversal: US time chargeable unadjustable -6 x 200.00 = -1200.00 GBP skip",
                        "billedSales: BS time chargeable normal 6 x 200.00 = 1200.00 GBP crosses",
                        "remainder: US time nonChargeable normal 2 x 200.00 = 400.00 GBP crosses",
                        "remainderReversal: US time nonChargeable unadjustable -2 x 200.00 = -400.00 GBP skip",
                        "remainderBilledSales: BS time nonChargeable normal 2 x 200.00 = 400.00 GBP crosses");
    }

    @Test
    void quantityIncreased_isReplaced_andLeavesNothing() {
        assertThat(rows(billing(
                        TransactionClass.TIME, EIGHT_HOURS, values(BillingType.CHARGEABLE, "10", "200", 200_000))))
                .containsExactly(
                        "unbilledSalesReversal: US time chargeable unadjustable -8 x 200.00 = -1600.00 GBP crosses",
                        "correctedUnbilledSales: US time chargeable normal 10 x 200.00 = 2000.00 GBP crosses",
                        "replacementReversal: US time chargeable unadjustable -10 x 200.00 = -2000.00 GBP skip",
                        "billedSales: BS time chargeable normal 10 x 200.00 = 2000.00 GBP crosses");
    }

    @Test
    void priceReduced_leavesTheDifferenceOfThePrices() {
        assertThat(rows(billing(
                        TransactionClass.TIME, EIGHT_HOURS, values(BillingType.CHARGEABLE, "8", "180", 144_000))))
                .contains(
                        "billedSales: BS time chargeable normal 8 x 180.00 = 1440.00 GBP crosses",
                        "remainder: US time nonChargeable normal 8 x 20.00 = 160.00 GBP crosses",
                        "remainderBilledSales: BS time nonChargeable normal 8 x 20.00 = 160.00 GBP crosses")
                .hasSize(7);
    }

    @Test
    void quantityAndPriceReduced_leaveOneRemainderOfTheWholeDifference() {
        assertThat(rows(billing(
                        TransactionClass.TIME, EIGHT_HOURS, values(BillingType.CHARGEABLE, "6", "180", 108_000))))
                .contains("remainder: US time nonChargeable normal 1 x 520.00 = 520.00 GBP crosses")
                .hasSize(7);
    }

    @Test
    void fewerHoursAtAHigherPrice_leaveNothing_whereTheAmountIsNotSmaller() {
        assertThat(rows(billing(
                        TransactionClass.TIME, EIGHT_HOURS, values(BillingType.CHARGEABLE, "4", "400", 160_000))))
                .containsExactly(
                        "unbilledSalesReversal: US time chargeable unadjustable -8 x 200.00 = -1600.00 GBP crosses",
                        "correctedUnbilledSales: US time chargeable normal 4 x 400.00 = 1600.00 GBP crosses",
                        "replacementReversal: US time chargeable unadjustable -4 x 400.00 = -1600.00 GBP skip",
                        "billedSales: BS time chargeable normal 4 x 400.00 = 1600.00 GBP crosses");
    }

    @Test
    void billingTypeChanged_isReplacedByTheOtherType() {
        assertThat(rows(billing(
                        TransactionClass.TIME, EIGHT_HOURS, values(BillingType.NON_CHARGEABLE, "8", "200", 160_000))))
                .containsExactly(
                        "unbilledSalesReversal: US time chargeable unadjustable -8 x 200.00 = -1600.00 GBP crosses",
                        "correctedUnbilledSales: US time nonChargeable normal 8 x 200.00 = 1600.00 GBP crosses",
                        "replacementReversal: US time nonChargeable unadjustable -8 x 200.00 = -1600.00 GBP skip",
                        "billedSales: BS time nonChargeable normal 8 x 200.00 = 1600.00 GBP crosses");
    }

    @Test
    void complimentaryLineReduced_leavesAComplimentaryRest() {
        assertThat(rows(billing(
                        TransactionClass.TIME,
                        values(BillingType.COMPLIMENTARY, "2", "200", 40_000),
                        values(BillingType.COMPLIMENTARY, "1", "200", 20_000))))
                .contains("remainder: US time complimentary normal 1 x 200.00 = 200.00 GBP crosses");
    }

    @Test
    void nonChargeableLine_isBilledAsItIs() {
        Backing twoHours = values(BillingType.NON_CHARGEABLE, "2", "200", 40_000);
        assertThat(rows(billing(TransactionClass.TIME, twoHours, twoHours)))
                .containsExactly(
                        "billedSales: BS time nonChargeable normal 2 x 200.00 = 400.00 GBP crosses",
                        "unbilledSalesReversal: US time nonChargeable unadjustable -2 x 200.00 = -400.00 GBP skip");
    }

    @Test
    void enteredLine_onTimeAndMaterial_isUnbilledSalesAndBilledAtOnce() {
        assertThat(rows(entered(BillingMethod.TIME_AND_MATERIAL)))
                .containsExactly(
                        "billedSales: BS fee chargeable normal 3 x 200.00 = 600.00 GBP crosses",
                        "enteredUnbilledSales: US fee chargeable normal 3 x 200.00 = 600.00 GBP crosses",
                        "unbilledSalesReversal: US fee chargeable unadjustable -3 x 200.00 = -600.00 GBP skip");
    }

    @Test
    void enteredLine_onAFixedPrice_isBilledOnly() {
        assertThat(rows(entered(BillingMethod.FIXED_PRICE)))
                .containsExactly("billedSales: BS fee chargeable normal 3 x 200.00 = 600.00 GBP crosses");
    }

    @Test
    void connections_ofAnEditedLine_nameWhatEachTakesBackReplacesOrBills() {
        InvoiceLineDetail detail =
                billing(TransactionClass.TIME, EIGHT_HOURS, values(BillingType.CHARGEABLE, "6", "200", 120_000));
        FactTexts texts = texts(detail);
        assertThat(facts(detail).actuals().stream().map(texts::connections))
                .containsExactly(
                        "reversing original original",
                        "replacing original original",
                        "reversing correctedUnbilledSales original",
                        "billedSales correctedUnbilledSales unbilledSales",
                        "replacing original original",
                        "reversing remainder original",
                        "billedSales remainder unbilledSales");
    }

    @Test
    void origins_ofAnEditedLine_areItsOwn_andOfWhatIsNewTheInvoicesToo() {
        InvoiceLineDetail detail =
                billing(TransactionClass.TIME, EIGHT_HOURS, values(BillingType.CHARGEABLE, "10", "200", 200_000));
        FactTexts texts = texts(detail);
        String own = "approvedTransaction TE-1";
        String all = "invoice INV-1001, invoiceLine INV-1001/1, invoiceLineDetail detail, " + own;
        assertThat(facts(detail).actuals().stream().map(texts::origins)).containsExactly(own, all, own, all);
    }

    @Test
    void unbilledSales_ofAnEditedLine_netToZero_andFinanceHoldsWhatIsInvoiced() {
        for (Backing said : List.of(
                values(BillingType.CHARGEABLE, "6", "200", 120_000),
                values(BillingType.CHARGEABLE, "10", "200", 200_000),
                values(BillingType.NON_CHARGEABLE, "8", "200", 160_000),
                values(BillingType.CHARGEABLE, "6", "180", 108_000))) {
            List<Actual> actuals =
                    facts(billing(TransactionClass.TIME, EIGHT_HOURS, said)).actuals();
            long unbilled = sum(actuals, actual -> actual.type() == TransactionType.UNBILLED_SALES);
            long crossing =
                    sum(actuals, actual -> actual.type() == TransactionType.UNBILLED_SALES && !actual.skipSync());
            long billed = sum(actuals, actual -> actual.type() == TransactionType.BILLED_SALES);
            assertThat(160_000 + unbilled).as("office, %s", said).isZero();
            assertThat(160_000 + crossing).as("finance, %s", said).isEqualTo(billed);
        }
    }

    @Test
    void controlTotals_ofAnEditedLine_countWhatCrossesApartFromWhatStays() {
        InvoiceLineDetail detail =
                billing(TransactionClass.TIME, EIGHT_HOURS, values(BillingType.CHARGEABLE, "6", "200", 120_000));
        ControlTotals totals = facts(detail).addedTo(ControlTotals.none(GBP));
        assertThat(totals.billedSales()).isEqualTo(new ControlTotals.Total(2, new Money(160_000, GBP)));
        assertThat(totals.unbilledSales()).isEqualTo(new ControlTotals.Total(3, new Money(0, GBP)));
        assertThat(totals.unbilledSalesReversals()).isEqualTo(new ControlTotals.Total(2, new Money(-160_000, GBP)));
        assertThat(totals.charged()).isEqualTo(new Money(120_000, GBP));
    }

    private static long sum(List<Actual> actuals, Predicate<Actual> which) {
        return actuals.stream()
                .filter(which)
                .mapToLong(actual -> actual.amount().minor())
                .sum();
    }

    private static List<String> rows(InvoiceLineDetail detail) {
        return texts(detail).rows(facts(detail));
    }

    private static FactTexts texts(InvoiceLineDetail detail) {
        return new FactTexts().parts(detail).name(ORIGINAL, "original");
    }

    private static ConfirmDecider.Facts facts(InvoiceLineDetail detail) {
        return ConfirmDecider.facts(detail, FEBRUARY_2, 3);
    }

    private static Backing values(BillingType billingType, String quantity, String price, long minor) {
        return new Backing(billingType, Quantity.of(quantity), Price.of(price, GBP), new Money(minor, GBP));
    }

    private static InvoiceLineDetail billing(TransactionClass transactionClass, Backing original, Backing said) {
        Billable billable = Billable.unbilledSales(new Actual.Id(ORIGINAL), CONSULTING);
        return detail(
                billable,
                transactionClass,
                said,
                original,
                List.of(new Origin(OriginType.APPROVED_TRANSACTION, "TE-1")));
    }

    private static InvoiceLineDetail entered(BillingMethod method) {
        return detail(
                Billable.entered(INVOICE, CONSULTING, method, "E-1"),
                TransactionClass.FEE,
                values(BillingType.CHARGEABLE, "3", "200", 60_000),
                null,
                List.of());
    }

    private static InvoiceLineDetail detail(
            Billable billable, TransactionClass transactionClass, Backing said, Backing backing, List<Origin> origins) {
        return new InvoiceLineDetail(
                InvoiceLineDetail.Id.of(INVOICE, billable),
                INVOICE,
                billable,
                transactionClass,
                said.billingType(),
                said.quantity(),
                said.price(),
                said.amount(),
                JANUARY_5,
                new Dimensions(USMF, ORDER, CONSULTING, PROJECT.id(), "US-027", "hour", "Bob", null),
                origins,
                backing);
    }
}
