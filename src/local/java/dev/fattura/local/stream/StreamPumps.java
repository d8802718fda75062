package dev.fattura.local.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;

/** All pumps together: one function's writes may be another's records, so idle is a state of all of them. */
public final class StreamPumps implements AutoCloseable {
    private final List<StreamPump> pumps;

    public StreamPumps(List<StreamPump> pumps) {
        this.pumps = List.copyOf(pumps);
    }

    public void start() {
        pumps.forEach(StreamPump::start);
    }

    /** Waits for a round in which every pump was idle and none had carried anything since the round before. */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        long before;
        do {
            before = settled();
            for (StreamPump pump : pumps) {
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                if (left.isNegative() || !pump.awaitIdle(left)) {
                    return false;
                }
            }
        } while (settled() != before);
        return true;
    }

    public ArrayNode report() {
        ArrayNode report = JsonNodeFactory.instance.arrayNode();
        pumps.forEach(pump -> report.add(pump.report()));
        return report;
    }

    @Override
    public void close() {
        pumps.forEach(StreamPump::close);
    }

    private long settled() {
        return pumps.stream().mapToLong(StreamPump::settled).sum();
    }
}
