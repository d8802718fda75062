package dev.fattura.ledger;

import java.util.List;

/**
 * The parts that the actuals of a confirmed invoice line detail play; the id of each follows from the detail and the part. What
 * confirming a detail can have written is listed here and nowhere else, for whoever has to find it again.
 */
public enum ActualPart implements Coded {
    /** Billed sales: what the invoice says ({@link Actual.Id#billedSalesOf}). */
    BILLED_SALES(1, "billedSales"),
    /** Unbilled sales that take back what is billed or applied ({@link Actual.Id#reversalFor}). */
    REVERSAL(2, "unbilledSalesReversal"),
    /** Billed sales that take back what is corrected (domain.md 2.15). */
    BILLED_SALES_REVERSAL(3, "billedSalesReversal"),
    /** Unbilled sales that an edited line or a correction bills anew at once (2.3, 2.15). */
    REPLACEMENT(4, "correctedUnbilledSales"),
    /** Unbilled sales that take back the replacement, since it is billed (2.3). */
    REPLACEMENT_REVERSAL(5, "replacementReversal"),
    /** Unbilled sales of what editing took off a line (2.3). */
    REMAINDER(6, "remainder"),
    /** Unbilled sales that take back the remainder, since it is billed (2.3). */
    REMAINDER_REVERSAL(7, "remainderReversal"),
    /** Billed sales of the remainder, which the customer sees and does not pay (2.3). */
    REMAINDER_BILLED(8, "remainderBilledSales"),
    /** Unbilled sales of a line that was entered by hand (2.13). */
    ENTERED(9, "enteredUnbilledSales"),
    /** Unbilled sales that a correction gives back to the billing backlog (2.15). */
    RETURNED(10, "returnedUnbilledSales"),
    /** The open balance of a retainer, as it is from then on (2.8, 2.10). */
    OPEN_BALANCE(11, "openBalance");

    private static final List<ActualPart> EDITED = List.of(
            BILLED_SALES, REVERSAL, REPLACEMENT, REPLACEMENT_REVERSAL, REMAINDER, REMAINDER_REVERSAL, REMAINDER_BILLED);

    private final int number;
    private final String code;

    ActualPart(int number, String code) {
        this.number = number;
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The part of the ids of its actuals ({@link Placed}). */
    int number() {
        return number;
    }

    /** The ids of all actuals that confirming the detail can have written; which of them are there, the facts say. */
    public static List<Actual.Id> idsOf(InvoiceLineDetail detail) {
        return of(detail).stream().map(part -> Actual.Id.of(part, detail.id())).toList();
    }

    private static List<ActualPart> of(InvoiceLineDetail detail) {
        return switch (detail.billable().kind()) {
            case UNBILLED_SALES -> detail.edited() ? EDITED : List.of(BILLED_SALES, REVERSAL);
            case ENTERED -> List.of(BILLED_SALES, ENTERED, REVERSAL);
            case MILESTONE, PRODUCT, ENTERED_ON_FIXED_PRICE -> List.of(BILLED_SALES);
            case RETAINER -> List.of(BILLED_SALES, OPEN_BALANCE);
            case DEDUCTION, REFUND -> List.of(BILLED_SALES, REVERSAL, OPEN_BALANCE);
            case BILLED_SALES ->
                List.of(BILLED_SALES_REVERSAL, REPLACEMENT, REVERSAL, BILLED_SALES, RETURNED, OPEN_BALANCE);
            case REVISION -> List.of();
        };
    }
}
