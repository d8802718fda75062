package dev.fattura.store;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Invoice;
import java.util.Optional;

/** Which invoice a command drafted that left its number to the number sequence: a repeat of the command finds it again. */
public final class DraftedItem {

    public static final String KIND = "drafted";

    private DraftedItem() {}

    public static Key key(Command command) {
        return new Key("DRAFTED#" + command.id(), "INVOICE");
    }

    public static Optional<Invoice.Id> find(Table table, Command command) {
        return table.get(key(command)).map(item -> new Invoice.Id(item.text("invoice")));
    }

    /**
     * Binds the number to the command.
     *
     * @param condition absent for a new command, none where an older invoice of the same request is over
     */
    public static Write bind(Command command, Invoice.Id invoice, Condition condition) {
        return Write.put(Item.of(key(command), KIND).text("invoice", invoice).build(), condition);
    }
}
