package dev.fattura.local.bench;

import dev.fattura.local.TextTable;
import java.io.PrintStream;
import java.net.URI;

/**
 * The whole benchmark against a running local cloud: invoices of growing size, what they cost for a line, how close the steps that
 * write most come to a loop that only writes, and a crowd of invoices at once.
 */
public final class Benchmark {
    private static final int LEAST = 10;

    /** So many lines until functions and database have compiled what they do most. */
    private static final int WARM = 10_000;

    private static final String[] CLOSE = {"confirm", "import"};

    private final BenchClient client;
    private final BareLoop bareLoop;
    private final PrintStream out;

    public Benchmark(URI address, URI database, PrintStream out) {
        this.client = new BenchClient(address);
        this.bareLoop = new BareLoop(database);
        this.out = out;
    }

    /** Runs it with invoices of up to that many lines and a crowd of so many invoices, and prints its tables. */
    public void run(int lines, int invoices) throws InterruptedException {
        machine();
        Books.company(client);
        warmUp(Math.min(lines, WARM));
        Flatness flatness = new Flatness();
        for (int size = LEAST; size <= lines; size *= 10) {
            Meter.clear();
            out.printf("%nAn invoice of %,d lines%n", size);
            Scale scale = new Scale(client, out, size);
            scale.run();
            scale.print();
            flatness.add(scale.sum());
            closeToTheStore(scale);
        }
        out.println();
        out.println(flatness);
        if (invoices > 0) {
            new Crowd(client, out, invoices).run();
        }
    }

    /** What a Java program takes at first says nothing of how it grows. */
    private void warmUp(int lines) throws InterruptedException {
        out.printf("%nAn invoice of %,d lines to warm up, which does not count%n", lines);
        bareLoop.warmUp(WARM / 10);
        new Scale(client, out, lines, "W").run();
    }

    private void closeToTheStore(Scale scale) {
        TextTable table = new TextTable("step", ">items/s", ">bare loop items/s", ">ratio");
        for (String step : CLOSE) {
            Meter.Count count = Meter.count(step);
            double bare = bareLoop.itemsPerSecond(Math.max(1_000, count.items()), count.samples());
            double own = scale.itemsPerSecond(step);
            table.row(step, rounded(own), rounded(bare), String.format("%.2f", own / bare));
        }
        out.println(table);
    }

    private static String rounded(double value) {
        return Long.toString(Math.round(value));
    }

    private void machine() {
        out.printf(
                "%s, %d processors, Java %s, heap at most %d MB for all functions together, DynamoDB Local in memory%n",
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
