package dev.fattura.simulation;

import dev.fattura.runtime.QueueBatch;
import dev.fattura.support.Dice;
import java.util.ArrayList;
import java.util.List;

/** The queue of what streams have given up: a message stays until it has been handled, and may come twice. */
final class SimulatedQueue {

    private final Stage stage;
    private final Dice dice;
    private final List<QueueBatch.Message> pending = new ArrayList<>();
    private int sent;

    SimulatedQueue(Stage stage, Dice dice) {
        this.stage = stage;
        this.dice = dice;
    }

    /** Takes the place of a batch that a stream has given up, as Lambda tells it. */
    void givenUp(String function, String stream, String first, String last, int records) {
        String body =
                """
                {"requestContext":{"functionArn":"arn:aws:lambda:eu-central-1:123456789012:function:fattura-dev-%s",
                 "condition":"RetryAttemptsExhausted","approximateInvokeCount":11},
                 "DDBStreamBatchInfo":{"shardId":"shardId-1","startSequenceNumber":"%s","endSequenceNumber":"%s",
                 "batchSize":%d,"streamArn":"arn:aws:dynamodb:eu-central-1:123456789012:table/%s/stream/%s"}}"""
                        .formatted(function, first, last, records, stream, stream);
        pending.add(new QueueBatch.Message("message-" + ++sent, body));
    }

    boolean hasAny() {
        return !pending.isEmpty();
    }

    /** Begins to deliver a message. */
    void deliverSome(Deployment functions) {
        QueueBatch.Message message = dice.any(pending);
        stage.enter(Deployment.PARK_FAILURES, () -> {
            try {
                deliver(functions, message);
            } catch (ProcessGone gone) {
                // It comes again.
            }
        });
    }

    /** Delivers everything that is there. */
    void deliverAll(Deployment functions) {
        List.copyOf(pending).forEach(message -> deliver(functions, message));
    }

    private void deliver(Deployment functions, QueueBatch.Message message) {
        if (functions.park(List.of(message)).batchItemFailures().isEmpty()) {
            pending.remove(message);
        }
    }
}
