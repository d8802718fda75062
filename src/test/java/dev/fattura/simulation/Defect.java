package dev.fattura.simulation;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.support.Dice;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A deliberate defect, planted where code meets the store or the stream: as if the code had forgotten a condition, or taken a
 * transaction apart. The simulation must find each of them.
 */
enum Defect {
    NONE,
    /** A header is replaced whatever version it has. */
    VERSION_CONDITION_DROPPED,
    /** What must be new replaces what is there: claims, headers, receipts. */
    ABSENT_CONDITION_DROPPED,
    /** What must be there need not be: the intake of a draft, for one. */
    PRESENT_CONDITION_DROPPED,
    /** The writes of a transaction are done one by one. */
    TORN_TRANSACTION,
    /** What a batch leaves over is taken for done. */
    LEFT_OVER_FORGOTTEN,
    /** A posting gets an id by chance instead of from its cause. */
    RANDOM_POSTING_ID,
    /** An accounting detail gets an id by chance. */
    RANDOM_DETAIL_ID,
    /** A staged row is named by chance. */
    RANDOM_STAGED_ROW,
    /** No receipts: a command that comes again is a new one. */
    RECEIPT_FORGOTTEN,
    /** What is to be done is not written down. */
    WORK_FORGOTTEN,
    /** Nothing is claimed. */
    CLAIM_FORGOTTEN,
    /** The numbers of a sequence are not remembered. */
    NUMBER_FORGOTTEN;

    private static final String BY_CHANCE = "#by-chance-";

    boolean ignores(String condition) {
        return switch (this) {
            case VERSION_CONDITION_DROPPED -> condition.startsWith("version");
            case ABSENT_CONDITION_DROPPED -> condition.startsWith("attribute_not_exists");
            case PRESENT_CONDITION_DROPPED -> condition.startsWith("attribute_exists");
            default -> false;
        };
    }

    /** The item as this defect has it put; null if it is not put at all. */
    @Nullable
    Map<String, AttributeValue> altered(Map<String, AttributeValue> item, Dice dice) {
        String kind = item.get(Item.KIND).s();
        return switch (this) {
            case RANDOM_POSTING_ID -> kind.equals("posting") ? renamed(item, dice) : item;
            case RANDOM_DETAIL_ID -> kind.equals("accountingDetail") ? renamed(item, dice) : item;
            case RANDOM_STAGED_ROW -> kind.equals("stagedActual") ? renamed(item, dice) : item;
            case RECEIPT_FORGOTTEN -> kind.equals("receipt") ? null : item;
            case WORK_FORGOTTEN -> kind.equals("work") ? null : item;
            case CLAIM_FORGOTTEN -> kind.equals("claim") ? null : item;
            case NUMBER_FORGOTTEN -> kind.equals("numberSequence") && dice.oneIn(2) ? null : item;
            default -> item;
        };
    }

    private static Map<String, AttributeValue> renamed(Map<String, AttributeValue> item, Dice dice) {
        Map<String, AttributeValue> renamed = new HashMap<>(item);
        renamed.put(Key.SORT, AttributeValue.fromS(item.get(Key.SORT).s() + BY_CHANCE + dice.below(1_000_000)));
        return renamed;
    }
}
