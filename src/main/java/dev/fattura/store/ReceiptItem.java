package dev.fattura.store;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Identifiers;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Receipts of commands whose caller chose an Idempotency-Key: what was asked, and the first answer to it.
 *
 * <p>The receipt is begun in the same transaction as the first change of state, and answered once the command is done; where that is one
 * transaction, it is put with its answer.
 */
public final class ReceiptItem {

    public static final String KIND = "receipt";

    private ReceiptItem() {}

    /**
     * A receipt.
     *
     * @param hash of what was asked
     * @param by whose command it was
     * @param answer the answer given, as stored text; null while the command is under way
     */
    public record Receipt(String hash, @Nullable String by, @Nullable String answer) {

        /** Whether the same caller asked the same: nobody gets an answer that was given to another. */
        public boolean isOf(Command command) {
            return hash.equals(command.hash()) && Objects.equals(by, command.by());
        }
    }

    public static Key key(Command command) {
        return new Key("RECEIPT#" + command.id(), "RECEIPT");
    }

    public static Optional<Receipt> find(Table table, Command command) {
        return table.get(key(command))
                .map(item -> new Receipt(
                        item.text("hash"),
                        item.read().optionalText("by"),
                        item.read().optionalText("answer")));
    }

    /**
     * Whether this very command has begun: only a command whose id the caller chose leaves a receipt.
     *
     * @throws Refused if another request has begun with that id: what that one has done is not done for this one
     */
    public static boolean begun(Table table, Command command) {
        Optional<Receipt> receipt = command.remembered() ? find(table, command) : Optional.empty();
        receipt.ifPresent(found -> requireOf(found, command));
        return receipt.isPresent();
    }

    /** Nobody is answered what another asked. @throws Refused if the receipt is of another request, or of another caller */
    public static void requireOf(Receipt receipt, Command command) {
        if (!receipt.isOf(command)) {
            throw new Refused(
                    RefusalCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key came with another request before.");
        }
    }

    /** The write that begins it; it fails where the key is taken. */
    public static Write begin(Command command) {
        return Write.put(begun(command), Condition.ABSENT);
    }

    /** The write that fails once the command is answered: an attempt that comes late must not undo what came after the answer. */
    public static Write stillUnderWay(Command command) {
        return Write.put(begun(command), Condition.version(underWay(command)));
    }

    private static Item begun(Command command) {
        return Item.of(key(command), KIND)
                .text("hash", command.hash())
                .text("by", command.by())
                .number(Item.VERSION, underWay(command))
                .build();
    }

    /**
     * The version of a receipt without an answer; one with an answer has none. It follows from what was asked, so that nobody takes the
     * receipt of another request for his own.
     */
    private static long underWay(Command command) {
        return Identifiers.derived("receipt", command.hash(), String.valueOf(command.by()))
                        .getMostSignificantBits()
                >>> 1;
    }

    /** The write that answers a command which has not begun; it fails where the key is taken. */
    public static Write answer(Command command, String answer) {
        return Write.put(answered(command, answer), Condition.ABSENT);
    }

    /** The write that answers a command which has begun; it fails where there is an answer, which stays. */
    public static Write firstAnswer(Command command, String answer) {
        return Write.put(answered(command, answer), Condition.version(underWay(command)));
    }

    /** The receipt with its answer. */
    public static Item answered(Command command, String answer) {
        return Item.of(key(command), KIND)
                .text("hash", command.hash())
                .text("by", command.by())
                .text("answer", answer)
                .build();
    }
}
