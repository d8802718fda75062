package dev.fattura.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.local.FunctionError;
import dev.fattura.local.Functions;
import dev.fattura.local.template.Template;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what was read from a shard to the function of a mapping: filtered, in batches, each to the end of its course. */
public final class BatchDelivery {
    private final Template.StreamMapping mapping;
    private final BatchRules rules;
    private final List<EventPattern> patterns;
    private final Functions functions;
    private final FailureDestination destination;
    private final Clock clock;
    private final Pause pause;

    public BatchDelivery(
            Template.StreamMapping mapping,
            Functions functions,
            FailureDestination destination,
            Clock clock,
            Pause pause) {
        this.mapping = mapping;
        this.rules = BatchRules.of(mapping);
        this.patterns =
                mapping.filterPatterns().stream().map(EventPattern::parse).toList();
        this.functions = functions;
        this.destination = destination;
        this.clock = clock;
        this.pause = pause;
    }

    /** Delivers the records of one shard in their order, and returns what was given up. */
    int deliver(String streamArn, String shardId, List<StreamRecord> records, PumpGauge gauge)
            throws InterruptedException {
        List<StreamRecord> wanted = new ArrayList<>();
        for (StreamRecord record : records) {
            if (wants(record.event())) {
                wanted.add(record);
            }
        }
        gauge.filteredOut(records.size() - wanted.size());
        int givenUp = 0;
        for (int start = 0; start < wanted.size(); start += rules.batchSize()) {
            List<StreamRecord> batch = wanted.subList(start, Math.min(wanted.size(), start + rules.batchSize()));
            int lost =
                    deliverBatch(batch, new FailureDestination.Source(mapping.function(), streamArn, shardId), gauge);
            gauge.finished(batch.size() - lost, lost);
            givenUp += lost;
        }
        return givenUp;
    }

    private boolean wants(JsonNode event) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matches(event));
    }

    private int deliverBatch(List<StreamRecord> batch, FailureDestination.Source source, PumpGauge gauge)
            throws InterruptedException {
        BatchCourse course = new BatchCourse(rules, batch);
        Optional<BatchCourse.Sending> sending = course.next(clock.instant());
        while (sending.isPresent()) {
            if (sending.get().retry() > 0) {
                pause.before(sending.get().retry());
            }
            Outcome outcome = send(sending.get().records());
            outcome.failure().ifPresent(gauge::failed);
            course.answered(outcome);
            sending = course.next(clock.instant());
        }
        int givenUp = 0;
        for (BatchCourse.GivenUp lost : course.givenUp()) {
            givenUp += lost.records().size();
            if (mapping.hasFailureDestination()) {
                destination.accept(source, lost, clock.instant());
            }
        }
        return givenUp;
    }

    private Outcome send(List<StreamRecord> records) throws InterruptedException {
        try {
            return Outcome.read(functions.invoke(mapping.function(), StreamEvents.batch(records)), records, rules);
        } catch (FunctionError error) {
            if (Thread.interrupted()) {
                throw new InterruptedException("The pump was stopped while a function ran");
            }
            return Outcome.failed(String.valueOf(error.getMessage()));
        }
    }
}
