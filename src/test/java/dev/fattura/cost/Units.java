package dev.fattura.cost;

import dev.fattura.simulation.StoreMeter;
import dev.fattura.store.ItemSize;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Counts capacity units as DynamoDB bills them: a write unit for each KB of the larger of the item before and after, twice that in a
 * transaction; a read unit for each 4 KB, since all reads are strongly consistent. Nothing for streams that functions read.
 */
final class Units implements StoreMeter {

    private static final long WRITE = 1024;
    private static final long READ = 4096;

    private final Map<String, Long> writesByStep = new TreeMap<>();
    private final Map<String, Long> readsByStep = new TreeMap<>();
    private final Map<String, Long> writesByKind = new TreeMap<>();
    private String step = "";

    /** What is counted from now on belongs to that step. */
    void step(String name) {
        step = name;
    }

    long writes(String name) {
        return writesByStep.getOrDefault(name, 0L);
    }

    long reads(String name) {
        return readsByStep.getOrDefault(name, 0L);
    }

    long writes() {
        return writesByStep.values().stream().mapToLong(Long::longValue).sum();
    }

    long reads() {
        return readsByStep.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Write units by {@code step kind}. */
    Map<String, Long> byKind() {
        return writesByKind;
    }

    @Override
    public void written(
            @Nullable Map<String, AttributeValue> before,
            @Nullable Map<String, AttributeValue> after,
            boolean inTransaction) {
        long bytes = Math.max(before == null ? 0 : ItemSize.of(before), after == null ? 0 : ItemSize.of(after));
        long units = Math.max(1, (bytes + WRITE - 1) / WRITE) * (inTransaction ? 2 : 1);
        writesByStep.merge(step, units, Long::sum);
        Map<String, AttributeValue> item = after != null ? after : before;
        String kind = item == null ? "nothing" : item.get("kind").s();
        writesByKind.merge(step + " " + kind + (after == null ? " deleted" : ""), units, Long::sum);
    }

    @Override
    public void read(Map<String, AttributeValue> item) {
        readsByStep.merge(step, Math.max(1, (ItemSize.of(item) + READ - 1) / READ), Long::sum);
    }

    @Override
    public void queried(Iterable<Map<String, AttributeValue>> items) {
        long bytes = 0;
        for (Map<String, AttributeValue> item : items) {
            bytes += ItemSize.of(item);
        }
        readsByStep.merge(step, Math.max(1, (bytes + READ - 1) / READ), Long::sum);
    }
}
