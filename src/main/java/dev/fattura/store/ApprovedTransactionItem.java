package dev.fattura.store;

import dev.fattura.ledger.ApprovedPlace;

/**
 * Says that the transaction of that place is approved. It is written with its actuals in one transaction of the table, and only where
 * there is none; so a transaction is approved once, also where two who approve it make different actuals of it.
 */
public final class ApprovedTransactionItem {

    public static final String KIND = "approvedTransaction";

    private ApprovedTransactionItem() {}

    public static Key key(ApprovedPlace place) {
        return new Key("ACTUAL#" + place.approved(), "APPROVED");
    }

    /** Fails where it is approved already. */
    public static Write approve(ApprovedPlace place) {
        return Write.put(Item.of(key(place), KIND).build(), Condition.ABSENT);
    }
}
