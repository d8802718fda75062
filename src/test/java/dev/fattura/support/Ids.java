package dev.fattura.support;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.ApprovedPlace;
import java.util.List;

/** The ids of the actuals of a transaction that was approved by itself, or at a place among those that were approved with it. */
public final class Ids {

    private Ids() {}

    public static Actual.Id costOf(String transaction) {
        return placeOf(transaction).cost();
    }

    public static Actual.Id unbilledSalesOf(String transaction) {
        return placeOf(transaction).unbilledSales();
    }

    /** What an approval says of a transaction that was approved by itself. */
    public static Approval.Entry entry(String transaction, boolean cost, boolean unbilledSales, Actual.Id... further) {
        return new Approval.Entry(
                transaction,
                cost ? costOf(transaction) : null,
                unbilledSales ? unbilledSalesOf(transaction) : null,
                List.of(further));
    }

    public static ApprovedPlace placeOf(String transaction) {
        return ApprovedPlace.of(List.of(transaction), 0);
    }

    /** The place of a transaction among all the transactions of one contract line and one month of a request, in its order. */
    public static ApprovedPlace placeOf(String transaction, String... together) {
        return ApprovedPlace.of(List.of(together), List.of(together).indexOf(transaction));
    }
}
