package dev.fattura.store;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Deed;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The writes of the first change of state of a command. */
public final class CommandWrites {

    private CommandWrites() {}

    /** Those writes, with whose deed they are, and with the receipt of the command where its answer is to be kept. */
    public static List<Write> of(Command command, List<Write> writes) {
        return with(command, writes, ReceiptItem.begin(command));
    }

    /**
     * As {@link #of(Command, List)}, of the books, whose versions tell no deed by themselves.
     *
     * @param about the company or the table map that is changed
     * @param deed what is done, by whoever does it
     */
    public static List<Write> of(Command command, List<Write> writes, Key about, Function<String, Deed> deed) {
        List<Write> all = of(command, writes);
        if (command.by() != null) {
            all.add(DeedItem.put(about, deed.apply(command.by())));
        }
        return all;
    }

    /**
     * As {@link #of(Command, List)}, where the first change of state is the last as well: the receipt comes with its answer.
     *
     * @param answer as stored text
     */
    public static List<Write> answered(Command command, List<Write> writes, String answer) {
        return with(command, writes, ReceiptItem.answer(command, answer));
    }

    /**
     * As {@link #of(Command, List)}, of any of the changes of a command that makes several: the first brings the receipt, and a command
     * that crashed after it goes on. Once it is answered it changes nothing more: whoever sent it may have asked for something else since.
     *
     * @throws Refused if the command was answered meanwhile, or its key was begun with another request
     */
    public static List<Write> goingOn(Table table, Command command, List<Write> writes) {
        ReceiptItem.Receipt receipt =
                command.remembered() ? ReceiptItem.find(table, command).orElse(null) : null;
        if (receipt == null) {
            return of(command, writes);
        }
        ReceiptItem.requireOf(receipt, command);
        if (receipt.answer() != null) {
            throw new Refused(RefusalCode.COMMAND_IN_PROGRESS, "The same request was answered meanwhile.");
        }
        return with(command, writes, ReceiptItem.stillUnderWay(command));
    }

    private static List<Write> with(Command command, List<Write> writes, Write receipt) {
        List<Write> all = new ArrayList<>(writes);
        if (command.by() != null) {
            all.addAll(DeedItem.of(writes, command.by()));
        }
        if (command.remembered()) {
            all.add(receipt);
        }
        return all;
    }
}
