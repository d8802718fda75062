package dev.fattura.watch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells CloudWatch what a function has done: one line of embedded metric format (EMF) for each value, from which the logs service makes
 * the metric without a call (AWS, "Specification: CloudWatch embedded metric format").
 *
 * <p>A metric has the dimension {@code stage}, and where it is told by cause also {@code cause}, of which there is a short list. Ids
 * are properties of the line and no dimensions: they are found with Logs Insights and cost no metric of their own.
 */
public final class Metrics {

    /** The namespace of all metrics. */
    public static final String NAMESPACE = "Fattura";

    /** Tells nobody: for where no logs service reads. */
    public static final Metrics NONE =
            new Metrics("none", "none", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), line -> {});

    private final String stage;
    private final String function;
    private final Clock clock;
    private final Consumer<String> out;

    /** @param out takes a line; in the cloud it is the standard output, of which a line must be the JSON and nothing else */
    public Metrics(String stage, String function, Clock clock, Consumer<String> out) {
        this.stage = stage;
        this.function = function;
        this.clock = clock;
        this.out = out;
    }

    /** Something was done so many times; nothing is told of nothing. */
    public void done(Metric metric, long count) {
        if (count > 0) {
            tell(metric, count, null);
        }
    }

    /** So much there is now, also when it is nothing: an alarm ends with the zero. */
    public void level(Metric metric, long count) {
        tell(metric, count, null);
    }

    /** So much there is now, in all and by cause; a cause that there is none of is not told. */
    public void levels(Metric metric, Map<String, Long> byCause) {
        tell(metric, byCause.values().stream().mapToLong(Long::longValue).sum(), null);
        byCause.forEach((cause, count) -> tell(metric, count, cause));
    }

    /** How long something took that began then; clocks of two machines may differ, so it is never less than nothing. */
    public void lag(Metric metric, Instant since) {
        tell(metric, Math.max(0, Duration.between(since, clock.instant()).toMillis()), null);
    }

    private void tell(Metric metric, long value, @Nullable String cause) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Map<String, String> dimensions = new LinkedHashMap<>();
        dimensions.put("stage", stage);
        if (cause != null) {
            dimensions.put("cause", cause);
        }
        ObjectNode line = json.objectNode();
        ObjectNode header = line.putObject("_aws");
        header.put("Timestamp", clock.millis());
        ObjectNode directive = header.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        directive
                .putArray("Dimensions")
                .add(json.arrayNode()
                        .addAll(List.copyOf(dimensions.keySet()).stream()
                                .map(json::textNode)
                                .toList()));
        directive.putArray("Metrics").addObject().put("Name", metric.text()).put("Unit", metric.unit());
        dimensions.forEach(line::put);
        line.put("function", function);
        LogContext.ids().forEach(line::put);
        line.put(metric.text(), value);
        out.accept(line.toString());
    }
}
