package dev.fattura.local.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.local.template.Template;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Carries the records of one stream to the function of one mapping, for as long as the local cloud runs. As in Lambda it is
 * the only reader of its mapping and calls its function once at a time for a shard, so order is kept.
 */
public final class StreamPump implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StreamPump.class);
    private static final Duration POLL = Duration.ofMillis(100);

    /**
     * DynamoDB Local on disk takes longer to look for new records the more old ones there are: most of its time is for others,
     * unless somebody waits for what it would find.
     */
    private static final int REST_AFTER_READ = 9;

    private static final int FAILED_READS_IN_SILENCE = 3;
    private static final Duration STOP = Duration.ofSeconds(5);

    private final ShardReader reader;
    private final Checkpoints checkpoints;
    private final BatchDelivery delivery;
    private final PumpGauge gauge;
    private final String region;
    private final Thread thread;
    private volatile boolean stopping;

    /** @param checkpoints those that the reader began at */
    public StreamPump(
            Template.StreamMapping mapping,
            ShardReader reader,
            Checkpoints checkpoints,
            BatchDelivery delivery,
            String region) {
        this.reader = reader;
        this.checkpoints = checkpoints;
        this.delivery = delivery;
        this.region = region;
        this.gauge = new PumpGauge(mapping.function(), mapping.table());
        this.thread = new Thread(this::run, "stream-" + mapping.function());
        this.thread.setDaemon(true);
        // Functions use the thread's class loader to find services, as they do when Lambda's loop calls them.
        this.thread.setContextClassLoader(StreamPump.class.getClassLoader());
    }

    public void start() {
        thread.start();
    }

    /** True when everything that was in the stream at this call has been delivered or given up in time. */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        return gauge.awaitIdle(atMost);
    }

    /** Records that reached an end, one way or the other, since the start. */
    public long settled() {
        return gauge.deliveredOrGivenUp();
    }

    public ObjectNode report() {
        return gauge.report();
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int failedReads = 0;
        while (!stopping) {
            try {
                long begin = System.nanoTime();
                if (!pass()) {
                    rest(Duration.ofNanos(System.nanoTime() - begin).multipliedBy(REST_AFTER_READ));
                }
                failedReads = 0;
            } catch (InterruptedException stopped) {
                return;
            } catch (SdkException failure) {
                failedReads++;
                if (failedReads == FAILED_READS_IN_SILENCE && !stopping) {
                    LOG.warnf("%s cannot read its stream: %s", thread.getName(), failure.getMessage());
                }
                rest(POLL);
            } catch (RuntimeException defect) {
                LOG.errorf(defect, "%s stopped", thread.getName());
                return;
            }
        }
    }

    /** One pass over the stream; false when there was nothing to carry. */
    private boolean pass() throws InterruptedException {
        long question = gauge.question();
        ShardReader.Pass pass = reader.read();
        for (ShardReader.Portion portion : pass.portions()) {
            List<StreamRecord> records = portion.records().stream()
                    .map(record -> StreamEvents.toStreamRecord(record, reader.streamArn(), region))
                    .toList();
            gauge.read(records.size());
            delivery.deliver(reader.streamArn(), portion.shardId(), records, gauge);
            checkpoints.reached(portion.shardId(), portion.lastSequenceNumber());
        }
        boolean nothing = pass.portions().isEmpty();
        if (nothing && pass.whole()) {
            gauge.foundNothing(question);
        }
        return !nothing;
    }

    private void rest(Duration wanted) {
        try {
            Thread.sleep(POLL.toMillis());
            gauge.awaitQuestion(wanted.minus(POLL));
        } catch (InterruptedException stopped) {
            stopping = true;
        }
    }
}
