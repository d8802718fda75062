package dev.fattura.proforma;

import dev.fattura.ledger.Command;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;

/** The writes of the first change of state of a command. */
final class CommandWrites {

    private CommandWrites() {}

    /** Those writes, and the receipt of the command where its answer is to be kept. */
    static List<Write> of(Command command, List<Write> writes) {
        List<Write> all = new ArrayList<>(writes);
        if (command.remembered()) {
            all.add(ReceiptItem.begin(command));
        }
        return all;
    }
}
