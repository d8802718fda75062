package dev.fattura.actuals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Quantity;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.Ids;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StagingDeciderTest {

    private static final StagedActual THERE = FinanceExamples.row(Examples.unbilledSales());
    private static final TransactionClass TIME = THERE.transactionClass();
    private static final Quantity FOUR = THERE.quantity();
    private static final LocalDate WORKED = THERE.transactionDate();
    private static final LocalDate ACCOUNTED = THERE.accountingDate();
    private static final Dimensions WHERE = THERE.dimensions();
    private static final Dimensions ELSEWHERE = Examples.milestoneDetail().dimensions();

    @Test
    void sameFactOnceMore_differsInNothing() {
        assertThat(StagingDecider.differences(THERE, arriving(TIME, FOUR, WORKED, ACCOUNTED, WHERE, null)))
                .isEmpty();
    }

    @Test
    void everyColumn_isCompared_andNamedAsFinanceNamesIt() {
        assertThat(StagingDecider.differences(THERE, FinanceExamples.row(Examples.cost())))
                .containsExactly("TRANSTYPE", "UNITPRICE", "AMOUNT");
        assertDifference(
                arriving(TransactionClass.EXPENSE, FOUR, WORKED, ACCOUNTED, WHERE, null), "TRANSACTIONCLASSIFICATION");
        assertDifference(arriving(TIME, Quantity.of("5"), WORKED, ACCOUNTED, WHERE, null), "QUANTITY");
        assertDifference(arriving(TIME, FOUR, WORKED.plusDays(1), ACCOUNTED, WHERE, null), "DOCUMENTDATE");
        assertDifference(arriving(TIME, FOUR, WORKED, ACCOUNTED.plusDays(1), WHERE, null), "ACCOUNTINGDATE");
        assertDifference(arriving(TIME, FOUR, WORKED, ACCOUNTED, ELSEWHERE, null), "the dimensions");
        assertDifference(
                new StagedActual(
                        THERE.actual(),
                        THERE.type(),
                        TIME,
                        BillingType.COMPLIMENTARY,
                        FOUR,
                        THERE.price(),
                        THERE.amount(),
                        WORKED,
                        ACCOUNTED,
                        WHERE,
                        null,
                        null,
                        null,
                        THERE.shards()),
                "BILLINGTYPE");
    }

    @Test
    void whatItBelongsTo_isComparedWhereNothingElseDiffers() {
        assertDifference(
                arriving(TIME, FOUR, WORKED, ACCOUNTED, WHERE, Ids.costOf("TE-9")), "the transaction relationships");
    }

    private static void assertDifference(StagedActual arriving, String column) {
        assertThat(StagingDecider.differences(THERE, arriving)).containsExactly(column);
    }

    private static StagedActual arriving(
            TransactionClass transactionClass,
            Quantity quantity,
            LocalDate worked,
            LocalDate accounted,
            Dimensions dimensions,
            Actual.@Nullable Id reverses) {
        return new StagedActual(
                THERE.actual(),
                THERE.type(),
                transactionClass,
                THERE.billingType(),
                quantity,
                THERE.price(),
                THERE.amount(),
                worked,
                accounted,
                dimensions,
                null,
                null,
                reverses,
                THERE.shards());
    }
}
