package dev.fattura.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.local.template.Template;
import dev.fattura.runtime.StreamReply;
import dev.fattura.support.Dice;
import dev.fattura.support.Gateway;
import dev.fattura.support.InMemoryTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stream of a table as one mapping of the template reads it: records of a key in order, each until it has been handled, others in
 * any order, late or repeated.
 */
final class SimulatedStream {

    private static final int LARGEST_BATCH = 12;

    private final Template.StreamMapping mapping;
    private final SimulatedDynamoDb table;
    private final Stage stage;
    private final Trouble trouble;
    private final Dice dice;
    private final Defect defect;
    private final SimulatedQueue failures;
    private final List<ObjectNode> pending = new ArrayList<>();
    private int seen;
    private boolean busy;

    /** @param failures is told of what is given up */
    SimulatedStream(
            Template.StreamMapping mapping,
            SimulatedDynamoDb table,
            Stage stage,
            Trouble trouble,
            Dice dice,
            Defect defect,
            SimulatedQueue failures) {
        this.mapping = mapping;
        this.table = table;
        this.stage = stage;
        this.trouble = trouble;
        this.dice = dice;
        this.defect = defect;
        this.failures = failures;
    }

    /** Begins to deliver some records, unless a delivery is under way, there are none, or they are late. */
    void deliverSome(Deployment functions) {
        look();
        if (busy || pending.isEmpty() || trouble.strikesOften(Fault.RECORDS_DELAYED)) {
            return;
        }
        List<ObjectNode> batch = batch();
        if (trouble.strikes(Fault.RECORDS_LOST)) {
            pending.removeAll(batch);
            failures.givenUp(
                    mapping.function(),
                    mapping.table(),
                    number(batch.get(0)),
                    number(batch.get(batch.size() - 1)),
                    batch.size());
            return;
        }
        busy = true;
        boolean repeated = trouble.strikesOften(Fault.RECORD_REPEATED);
        stage.enter(mapping.function(), () -> {
            try {
                handled(batch, functions.stream(mapping.function(), batch), repeated);
            } catch (ProcessGone | RuntimeException gone) {
                // They come again.
            } finally {
                busy = false;
            }
        });
        if (trouble.strikesOften(Fault.RUN_TWICE)) {
            stage.enterTwin(mapping.function(), () -> {
                try {
                    functions.stream(mapping.function(), batch);
                } catch (ProcessGone | RuntimeException gone) {
                    // The other one counts.
                }
            });
        }
    }

    /** Delivers everything that is there, in order. Returns whether there was anything. */
    boolean deliverAll(Deployment functions) {
        look();
        List<ObjectNode> batch = List.copyOf(pending);
        if (!batch.isEmpty()) {
            handled(batch, functions.stream(mapping.function(), batch), false);
        }
        return !batch.isEmpty();
    }

    private void look() {
        for (; seen < table.changes().size(); seen++) {
            InMemoryTable.Change change = table.changes().get(seen);
            ObjectNode record = Gateway.record(change, seen);
            if (Gateway.passes(mapping, record) || defect.letsThrough(mapping.function(), change.item())) {
                pending.add(record);
            }
        }
    }

    private List<ObjectNode> batch() {
        int size = Math.min(pending.size(), 1 + dice.below(LARGEST_BATCH));
        if (!trouble.strikesOften(Fault.RECORDS_REORDERED)) {
            return List.copyOf(pending.subList(0, size));
        }
        Map<String, List<ObjectNode>> byKey = new LinkedHashMap<>();
        pending.forEach(
                record -> byKey.computeIfAbsent(record.at("/dynamodb/Keys").toString(), key -> new ArrayList<>())
                        .add(record));
        List<List<ObjectNode>> keys = new ArrayList<>(byKey.values());
        List<ObjectNode> batch = new ArrayList<>();
        while (batch.size() < size) {
            batch.addAll(keys.remove(dice.below(keys.size())));
        }
        return batch;
    }

    /** Lambda sends everything from the first failed record on again. */
    private void handled(List<ObjectNode> batch, StreamReply reply, boolean repeated) {
        Set<String> failed = new HashSet<>();
        reply.batchItemFailures().forEach(failure -> failed.add(failure.itemIdentifier()));
        Set<ObjectNode> done = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        for (ObjectNode record : batch) {
            if (failed.contains(number(record))) {
                break;
            }
            done.add(record);
        }
        if (!repeated) {
            pending.removeIf(done::contains);
        }
    }

    private static String number(ObjectNode record) {
        return record.at("/dynamodb/SequenceNumber").asText();
    }
}
