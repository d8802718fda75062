package dev.fattura.local.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/** Counts what a pump has done, and knows when it has delivered everything there was to read. */
final class PumpGauge {
    private final String function;
    private final String table;
    private long read;
    private long filteredOut;
    private long delivered;
    private long givenUp;
    private long failedInvocations;
    private Optional<String> lastFailure = Optional.empty();
    private long asked;
    private long answered;

    PumpGauge(String function, String table) {
        this.function = function;
        this.table = table;
    }

    synchronized void read(int records) {
        read += records;
    }

    synchronized void filteredOut(int records) {
        filteredOut += records;
    }

    synchronized void finished(int deliveredNow, int givenUpNow) {
        delivered += deliveredNow;
        givenUp += givenUpNow;
    }

    synchronized void failed(String cause) {
        failedInvocations++;
        lastFailure = Optional.of(cause);
    }

    synchronized long deliveredOrGivenUp() {
        return delivered + givenUp;
    }

    /** The question that a pass may answer: a pass that begins after a question and finds nothing is its answer. */
    synchronized long question() {
        return asked;
    }

    /** Waits until there is a question without an answer, or for so long. */
    synchronized void awaitQuestion(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (answered == asked) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    synchronized void foundNothing(long question) {
        answered = question;
        notifyAll();
    }

    /** Waits for a whole pass that began after this call and found nothing: all that was written before is then delivered. */
    synchronized boolean awaitIdle(Duration atMost) throws InterruptedException {
        long mine = ++asked;
        notifyAll();
        long deadline = System.nanoTime() + atMost.toNanos();
        while (answered < mine) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    synchronized ObjectNode report() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("function", function).put("table", table).put("read", read).put("filteredOut", filteredOut);
        report.put("delivered", delivered).put("givenUp", givenUp);
        report.put("lag", read - filteredOut - delivered - givenUp);
        report.put("failedInvocations", failedInvocations);
        lastFailure.ifPresent(cause -> report.put("lastFailure", cause));
        return report;
    }
}
