package dev.fattura.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Draws a bar for a long step while it runs, from what the application tells of its progress. */
final class Progress {
    private static final long EVERY_MILLIS = 1_000;

    private final BenchClient client;
    private final PrintStream out;
    private final String invoice;
    private final int lines;

    Progress(BenchClient client, PrintStream out, String invoice, int lines) {
        this.client = client;
        this.out = out;
        this.invoice = invoice;
        this.lines = lines;
    }

    /** Runs a step, which the application knows by that name, beside a watcher. */
    void during(String name, Stopwatch.Work step) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Bar bar = new Bar(out, name, lines, "lines");
        Thread watcher = new Thread(() -> watch(bar, end), "progress");
        watcher.setDaemon(true);
        watcher.start();
        try {
            step.run();
        } finally {
            end.countDown();
            watcher.join();
        }
        // A step that failed leaves its bar where it was.
        bar.end();
    }

    private void watch(Bar bar, CountDownLatch end) {
        try {
            while (!end.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                bar.draw(done(bar.name()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private int done(String name) throws InterruptedException {
        try {
            for (JsonNode step :
                    client.get("/invoices/" + invoice + "/progress").path("steps")) {
                if (step.path("step").asText().equals(name)) {
                    return step.path("done").asInt();
                }
            }
        } catch (IllegalStateException notThereYet) {
            // The header of a draft comes first, but not before the first question.
        }
        return 0;
    }
}
