package dev.fattura.proforma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.support.OfficeExamples;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of domain.md 2.2, 2.5, 2.6, 2.7 and 2.12, with their numbers. */
class ConfirmDeciderTest {

    private static final UUID UNBILLED = UUID.fromString("00000000-0000-0000-0000-0000000000a1");
    private static final UUID DETAIL = UUID.fromString("00000000-0000-0000-0000-0000000000d1");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # billable,     class,     billing type,  quantity, price, minor,   reversal quantity, reversal minor
            UNBILLED_SALES, TIME,      CHARGEABLE,    8,        200,   160000,  -8,                -160000
            UNBILLED_SALES, EXPENSE,   CHARGEABLE,    1,        300,   30000,   -1,                -30000
            UNBILLED_SALES, MATERIAL,  CHARGEABLE,    5,        40,    20000,   -5,                -20000
            UNBILLED_SALES, FEE,       CHARGEABLE,    1,        500,   50000,   -1,                -50000
            UNBILLED_SALES, TIME,      NON_CHARGEABLE,2,        200,   40000,   -2,                -40000
            UNBILLED_SALES, TIME,      COMPLIMENTARY, 2,        200,   40000,   -2,                -40000
            MILESTONE,      MILESTONE, CHARGEABLE,    1,        5000,  500000,  ,
            PRODUCT,        PRODUCT,   CHARGEABLE,    3,        250,   75000,   ,
            """)
    void facts_ofEachKindOfLine_areTheRowsOfTheReference(
            Billable.Kind kind,
            TransactionClass transactionClass,
            BillingType billingType,
            String quantity,
            String price,
            long minor,
            String reversalQuantity,
            Long reversalMinor) {
        ConfirmDecider.Facts facts = ConfirmDecider.facts(
                detail(kind, transactionClass, billingType, quantity, price, minor), OfficeExamples.FEBRUARY_2, 3);

        Actual billed = billedSales(facts);
        assertThat(billed.type()).isEqualTo(TransactionType.BILLED_SALES);
        assertThat(billed.transactionClass()).isEqualTo(transactionClass);
        assertThat(billed.billingType()).isEqualTo(billingType);
        assertThat(billed.adjustmentStatus()).isEqualTo(AdjustmentStatus.NORMAL);
        assertThat(billed.quantity()).isEqualTo(Quantity.of(quantity));
        assertThat(billed.amount()).isEqualTo(new Money(minor, OfficeExamples.GBP));
        assertThat(billed.skipSync()).isFalse();
        assertThat(reversal(facts).map(Actual::quantity))
                .isEqualTo(Optional.ofNullable(reversalQuantity).map(Quantity::of));
        assertThat(reversal(facts).map(Actual::amount))
                .isEqualTo(Optional.ofNullable(reversalMinor).map(amount -> new Money(amount, OfficeExamples.GBP)));
        assertThat(reversal(facts).map(Actual::billingType))
                .isEqualTo(reversal(facts).map(reversal -> billingType));
    }

    @Test
    void billedSales_ofUnbilledSales_namesItAndAllItsOrigins() {
        Actual billed = billedSales(facts(Billable.Kind.UNBILLED_SALES));

        assertThat(billed.connections())
                .containsExactly(new Connection(ConnectionRole.BILLED_SALES, UNBILLED, ConnectionRole.UNBILLED_SALES));
        assertThat(billed.origins())
                .containsExactly(
                        new Origin(OriginType.INVOICE, "INV-1001"),
                        new Origin(OriginType.INVOICE_LINE, "INV-1001/1"),
                        new Origin(OriginType.INVOICE_LINE_DETAIL, "00000000-0000-0000-0000-0000000000d1"),
                        new Origin(OriginType.APPROVED_TRANSACTION, "TE-1"));
        assertThat(billed.invoice()).isEqualTo(OfficeExamples.INVOICE);
        assertThat(billed.shards()).isEqualTo(3);
    }

    @Test
    void reversal_ofUnbilledSales_staysInTheOfficeAndClosesIt() {
        Actual reversal = reversal(facts(Billable.Kind.UNBILLED_SALES)).orElseThrow();

        assertThat(reversal.type()).isEqualTo(TransactionType.UNBILLED_SALES);
        assertThat(reversal.skipSync()).isTrue();
        assertThat(reversal.adjustmentStatus()).isEqualTo(AdjustmentStatus.UNADJUSTABLE);
        assertThat(reversal.connections())
                .containsExactly(new Connection(ConnectionRole.REVERSING, UNBILLED, ConnectionRole.ORIGINAL));
        assertThat(reversal.origins()).containsExactly(new Origin(OriginType.APPROVED_TRANSACTION, "TE-1"));
        assertThat(reversal.invoice()).isEqualTo(OfficeExamples.INVOICE);
    }

    @Test
    void dates_ofWhatConfirmingWrites_areTheConfirmationsAndTheSources() {
        facts(Billable.Kind.UNBILLED_SALES).actuals().forEach(actual -> {
            assertThat(actual.accountingDate()).isEqualTo("2026-02-02");
            assertThat(actual.transactionDate()).isEqualTo("2026-01-05");
        });
    }

    @Test
    void billedSales_ofAMilestone_isConnectedToNothing() {
        assertThat(billedSales(facts(Billable.Kind.MILESTONE)).connections()).isEmpty();
    }

    @Test
    void controlTotals_ofChargeableAndNonChargeable_countBothAndChargeOne() {
        ControlTotals totals = ControlTotals.none(OfficeExamples.GBP);
        totals = facts(BillingType.CHARGEABLE, "8", 160_000).addedTo(totals);
        totals = facts(BillingType.NON_CHARGEABLE, "2", 40_000).addedTo(totals);

        assertThat(totals.billedSales()).isEqualTo(new ControlTotals.Total(2, new Money(200_000, OfficeExamples.GBP)));
        assertThat(totals.unbilledSalesReversals())
                .isEqualTo(new ControlTotals.Total(2, new Money(-200_000, OfficeExamples.GBP)));
        assertThat(totals.charged()).isEqualTo(new Money(160_000, OfficeExamples.GBP));
    }

    private static Actual billedSales(ConfirmDecider.Facts facts) {
        return facts.actuals().stream()
                .filter(actual -> actual.type() == TransactionType.BILLED_SALES)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Actual> reversal(ConfirmDecider.Facts facts) {
        return facts.actuals().stream()
                .filter(actual -> actual.type() == TransactionType.UNBILLED_SALES)
                .findFirst();
    }

    private static ConfirmDecider.Facts facts(Billable.Kind kind) {
        return ConfirmDecider.facts(
                detail(kind, TransactionClass.TIME, BillingType.CHARGEABLE, "8", "200", 160_000),
                OfficeExamples.FEBRUARY_2,
                3);
    }

    private static ConfirmDecider.Facts facts(BillingType billingType, String quantity, long minor) {
        return ConfirmDecider.facts(
                detail(Billable.Kind.UNBILLED_SALES, TransactionClass.TIME, billingType, quantity, "200", minor),
                OfficeExamples.FEBRUARY_2,
                1);
    }

    private static InvoiceLineDetail detail(
            Billable.Kind kind,
            TransactionClass transactionClass,
            BillingType billingType,
            String quantity,
            String price,
            long minor) {
        return new InvoiceLineDetail(
                new InvoiceLineDetail.Id(DETAIL),
                OfficeExamples.INVOICE,
                new Billable(kind, UNBILLED, OfficeExamples.CONSULTING, UNBILLED.toString()),
                transactionClass,
                billingType,
                Quantity.of(quantity),
                Price.of(price, OfficeExamples.GBP),
                new Money(minor, OfficeExamples.GBP),
                OfficeExamples.JANUARY_5,
                new Dimensions(
                        OfficeExamples.USMF,
                        OfficeExamples.ORDER,
                        OfficeExamples.CONSULTING,
                        OfficeExamples.PROJECT.id(),
                        "US-027",
                        "hour",
                        "Bob",
                        null),
                List.of(new Origin(OriginType.APPROVED_TRANSACTION, "TE-1")),
                kind == Billable.Kind.UNBILLED_SALES
                        ? new InvoiceLineDetail.Backing(
                                billingType,
                                Quantity.of(quantity),
                                Price.of(price, OfficeExamples.GBP),
                                new Money(minor, OfficeExamples.GBP))
                        : null);
    }
}
