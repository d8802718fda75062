package dev.fattura.simulation;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Invoice;
import dev.fattura.store.ActualItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Item;
import dev.fattura.store.JournalItem;
import dev.fattura.store.Key;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import dev.fattura.support.Dice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A deliberate defect, planted where code meets the store or the stream: as if the code had forgotten a condition, taken a transaction
 * apart, or read what is not done. The simulation must find each of them.
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
    NUMBER_FORGOTTEN,
    /** The header crossing does not wait for the seal: it takes the control totals of what is there. */
    UNSEALED_READ,
    /** The write-back does not wait until everything is posted. */
    WRITE_BACK_BEFORE_POSTING;

    private static final String STATUS = "status";
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

    /** Whether that function does not wait. */
    boolean isOf(String function) {
        return switch (this) {
            case UNSEALED_READ -> function.equals("sync-header");
            case WRITE_BACK_BEFORE_POSTING -> function.equals("write-back");
            default -> false;
        };
    }

    /** Whether that function gets a stream record of work that is under way, which no filter lets through. */
    boolean letsThrough(String function, Item changed) {
        return isOf(function) && isUnderWay(changed);
    }

    /** An item as a function sees it that does not wait. */
    Item seen(Item item, Table table) {
        if (!isUnderWay(item)) {
            return item;
        }
        if (this == UNSEALED_READ) {
            Invoice invoice = InvoiceItem.decode(item);
            return InvoiceItem.encode(invoice.confirmed(soFar(invoice, table)));
        }
        Map<String, Object> attributes = new HashMap<>(item.attributes());
        attributes.put(STATUS, "posted");
        return new Item(item.key(), attributes);
    }

    private boolean isUnderWay(Item item) {
        return switch (this) {
            case UNSEALED_READ ->
                item.kind().equals(InvoiceItem.KIND) && item.text(STATUS).equals("confirming");
            case WRITE_BACK_BEFORE_POSTING ->
                Set.of(JournalItem.KIND, ProposalItem.KIND).contains(item.kind())
                        && item.text(STATUS).equals("posting");
            default -> false;
        };
    }

    private static ControlTotals soFar(Invoice invoice, Table office) {
        ControlTotals totals = ControlTotals.none(invoice.currency());
        for (int shard = 0; shard < invoice.shards(); shard++) {
            List<Actual.Id> actuals = InvoiceLineDetailItem.page(office, invoice, shard, null, 100).details().stream()
                    .flatMap(detail -> ActualPart.idsOf(detail).stream())
                    .toList();
            for (Actual actual : ActualItem.findAll(office, actuals)) {
                totals = totals.plus(actual);
            }
        }
        return totals;
    }

    private static Map<String, AttributeValue> renamed(Map<String, AttributeValue> item, Dice dice) {
        Map<String, AttributeValue> renamed = new HashMap<>(item);
        renamed.put(Key.SORT, AttributeValue.fromS(item.get(Key.SORT).s() + BY_CHANCE + dice.below(1_000_000)));
        return renamed;
    }
}
