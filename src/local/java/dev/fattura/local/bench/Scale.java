package dev.fattura.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.local.TextTable;
import java.io.PrintStream;

/** One invoice of so many time lines from approval to write-back, each step timed. */
final class Scale {
    private static final int BATCH = 100;

    private final BenchClient client;
    private final PrintStream out;
    private final int lines;
    private final String contract;
    private final String invoice;
    private final Stopwatch watch = new Stopwatch();

    Scale(BenchClient client, PrintStream out, int lines) {
        this(client, out, lines, Integer.toString(lines));
    }

    /** @param name of the invoice, where another has as many lines */
    Scale(BenchClient client, PrintStream out, int lines, String name) {
        this.client = client;
        this.out = out;
        this.lines = lines;
        this.contract = "ORD-" + name;
        this.invoice = "INV-" + name;
    }

    void run() throws InterruptedException {
        Books.contract(client, contract);
        watch.measure("approve", this::approve);
        watch.measure("cross", client::settle);
        String[] version = new String[1];
        Progress progress = new Progress(client, out, invoice, lines);
        watch.measure("draft", () -> progress.during("draft", () -> version[0] = draft()));
        watch.measure("confirm", () -> progress.during("confirm", () -> confirm(version[0])));
        watch.measure("cross", client::settle);
        watch.measure("import", () -> client.schedule("import-staging"));
        watch.measure("post", () -> client.schedule("post-journals"));
        watch.measure("import", () -> progress.during("import", () -> client.schedule("import-staging")));
        watch.measure("post", () -> progress.during("post", () -> client.schedule("post-proposals")));
        watch.measure("write back", () -> progress.during("writeBack", client::settle));
        requireBack();
    }

    /** The table of the steps. */
    void print() {
        TextTable table = new TextTable("step", ">seconds", ">lines/s", ">write units a line", ">read units a line");
        for (var step : watch.nanos().entrySet()) {
            Meter.Count count = Meter.count(step.getKey());
            row(table, step.getKey(), step.getValue(), count.writeUnits(), count.readUnits());
        }
        Flatness.Sum all = sum();
        row(table, "all", all.nanos(), all.writeUnits(), all.readUnits());
        out.println(table);
    }

    /** All steps together. */
    Flatness.Sum sum() {
        long nanos = 0;
        long writes = 0;
        long reads = 0;
        for (var step : watch.nanos().entrySet()) {
            Meter.Count count = Meter.count(step.getKey());
            nanos += step.getValue();
            writes += count.writeUnits();
            reads += count.readUnits();
        }
        return new Flatness.Sum(lines, nanos, writes, reads);
    }

    /** Items that a step put in a second. */
    double itemsPerSecond(String step) {
        Long nanos = watch.nanos().get(step);
        return nanos == null ? 0 : Meter.count(step).items() * 1e9 / nanos;
    }

    private void row(TextTable table, String name, long nanos, long writes, long reads) {
        table.row(
                name,
                Stopwatch.seconds(nanos),
                Long.toString(Math.round(lines * 1e9 / Math.max(1, nanos))),
                String.format("%.1f", (double) writes / lines),
                String.format("%.1f", (double) reads / lines));
    }

    private void approve() throws InterruptedException {
        Bar bar = new Bar(out, "approve", lines, "lines");
        for (int from = 0; from < lines; from += BATCH) {
            int to = Math.min(from + BATCH, lines);
            client.post("/approvals", Books.approvals(contract, from, to));
            bar.draw(to);
        }
        bar.end();
    }

    private String draft() throws InterruptedException {
        client.post("/invoices", Books.draft(invoice, contract));
        return client.untilIs("draft", invoice);
    }

    private void confirm(String version) throws InterruptedException {
        client.post("/invoices/" + invoice + "/confirm", version, "{\"accountingDate\":\"2026-01-31\"}");
        client.untilIs("confirmed", invoice);
    }

    private void requireBack() throws InterruptedException {
        JsonNode posted = client.get("/invoices/" + invoice);
        if (!posted.path("status").asText().equals("posted")
                || posted.path("lineCount").asInt() != lines) {
            throw new IllegalStateException("Invoice " + invoice + " is "
                    + posted.path("status").asText() + " with " + posted.path("lineCount") + " lines");
        }
    }
}
