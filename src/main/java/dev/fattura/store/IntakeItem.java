package dev.fattura.store;

import dev.fattura.ledger.Invoice;

/**
 * Stands beside the header of an invoice as long as its drafting still takes lines. Every claim of a draft is committed on
 * condition that it is there, so once it is gone the lines of the invoice are complete and can be counted: no other attempt at
 * the same draft, however late, can add one.
 */
public final class IntakeItem {

    public static final String KIND = "intake";

    private IntakeItem() {}

    public static Key key(Invoice.Id invoice) {
        return new Key("INVOICE#" + invoice, "INTAKE");
    }

    public static boolean isOpen(Table table, Invoice.Id invoice) {
        return table.get(key(invoice)).isPresent();
    }

    public static Write open(Invoice.Id invoice) {
        return Write.put(item(invoice), Condition.ABSENT);
    }

    /** Changes nothing, and fails when the intake is closed: what is committed with it happens only while it is open. */
    public static Write stillOpen(Invoice.Id invoice) {
        return Write.put(item(invoice), Condition.PRESENT);
    }

    /** Closes it; closing it again is harmless. */
    public static Write close(Invoice.Id invoice) {
        return Write.delete(key(invoice), Condition.NONE);
    }

    private static Item item(Invoice.Id invoice) {
        return Item.of(key(invoice), KIND).build();
    }
}
