package dev.fattura.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.store.Item;
import dev.fattura.watch.LogContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Walks a batch of stream records in order. Once a record of a key has failed, later records of that key are not touched but
 * reported as failed too, so that they are not applied before their predecessor; other keys go on.
 */
public final class Streams {

    private static final Logger LOG = Logger.getLogger(Streams.class);

    private Streams() {}

    /** Hands the new image of every record that has one to the step; a throwing step fails that record. */
    public static StreamReply each(StreamBatch batch, Consumer<Item> step) {
        return eachChange(batch, (item, change) -> step.accept(item));
    }

    /** As {@link #each(StreamBatch, Consumer)}, with the change of which it is the image. */
    public static StreamReply eachChange(StreamBatch batch, BiConsumer<Item, StreamBatch.Change> step) {
        Course course = new Course();
        for (StreamBatch.StreamRecord record : records(batch)) {
            course.run(record, (image, change) -> step.accept(StreamImage.item(image), change));
        }
        return course.reply();
    }

    /**
     * Reads every record and hands what was read to the sink together, which saves requests; if the sink throws, each one by
     * itself, so that one that cannot be written does not hold up the others.
     *
     * @param reading makes values of an item; none leaves the record out; throwing fails it
     */
    public static <T> StreamReply together(StreamBatch batch, Function<Item, List<T>> reading, Consumer<List<T>> sink) {
        List<T> values = new ArrayList<>();
        Course poison = new Course();
        List<StreamBatch.StreamRecord> records = records(batch);
        for (StreamBatch.StreamRecord record : records) {
            poison.run(record, (image, change) -> values.addAll(reading.apply(StreamImage.item(image))));
        }
        if (values.isEmpty()) {
            return poison.reply();
        }
        return LogContext.within(records.get(0).ids(), () -> {
            try {
                sink.accept(values);
                return poison.reply();
            } catch (RuntimeException failure) {
                LOG.warn("A batch could not be written together; writing its records one by one", failure);
                return oneByOne(batch, reading, sink);
            }
        });
    }

    private static <T> StreamReply oneByOne(
            StreamBatch batch, Function<Item, List<T>> reading, Consumer<List<T>> sink) {
        return each(batch, item -> {
            List<T> some = reading.apply(item);
            if (!some.isEmpty()) {
                sink.accept(some);
            }
        });
    }

    /** The records that have a new image: a deletion is nothing that crosses. */
    private static List<StreamBatch.StreamRecord> records(StreamBatch batch) {
        List<StreamBatch.StreamRecord> records = new ArrayList<>();
        for (StreamBatch.StreamRecord record :
                batch.records() == null ? List.<StreamBatch.StreamRecord>of() : batch.records()) {
            StreamBatch.Change change = record == null ? null : record.dynamodb();
            if (change != null && change.newImage() != null) {
                records.add(record);
            }
        }
        return records;
    }

    /** Which records and keys have failed so far. */
    private static final class Course {

        private final List<StreamReply.Failure> failures = new ArrayList<>();
        private final Set<@Nullable JsonNode> failedKeys = new HashSet<>();

        void run(StreamBatch.StreamRecord record, BiConsumer<JsonNode, StreamBatch.Change> step) {
            StreamBatch.Change change = record.dynamodb();
            if (change != null
                    && (failedKeys.contains(change.keys())
                            || !LogContext.within(record.ids(), () -> done(change, step)))) {
                failedKeys.add(change.keys());
                failures.add(new StreamReply.Failure(String.valueOf(change.sequenceNumber())));
            }
        }

        StreamReply reply() {
            return new StreamReply(failures);
        }

        private static boolean done(StreamBatch.Change change, BiConsumer<JsonNode, StreamBatch.Change> step) {
            JsonNode image = change.newImage();
            try {
                if (image != null) {
                    step.accept(image, change);
                }
                return true;
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "Stream record %s failed", change.sequenceNumber());
                return false;
            }
        }
    }
}
