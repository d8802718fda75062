package dev.fattura.store;

import dev.fattura.ledger.Command;
import java.util.ArrayList;
import java.util.List;

/** The writes of the first change of state of a command. */
public final class CommandWrites {

    private CommandWrites() {}

    /** Those writes, with whose deed they are, and with the receipt of the command where its answer is to be kept. */
    public static List<Write> of(Command command, List<Write> writes) {
        List<Write> all = new ArrayList<>(writes);
        if (command.by() != null) {
            all.addAll(DeedItem.of(writes, command.by()));
        }
        if (command.remembered()) {
            all.add(ReceiptItem.begin(command));
        }
        return all;
    }
}
