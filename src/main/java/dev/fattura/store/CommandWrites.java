package dev.fattura.store;

import dev.fattura.ledger.Command;
import java.util.ArrayList;
import java.util.List;

/** The writes of the first change of state of a command. */
public final class CommandWrites {

    private CommandWrites() {}

    /** Those writes, and the receipt of the command where its answer is to be kept. */
    public static List<Write> of(Command command, List<Write> writes) {
        List<Write> all = new ArrayList<>(writes);
        if (command.remembered()) {
            all.add(ReceiptItem.begin(command));
        }
        return all;
    }
}
