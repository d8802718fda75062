package dev.fattura.local.bench;

import java.io.PrintStream;
import java.net.URI;

/** The whole benchmark against a running local cloud. */
public final class Benchmark {
    private final BenchClient client;
    private final PrintStream out;

    public Benchmark(URI address, PrintStream out) {
        this.client = new BenchClient(address);
        this.out = out;
    }

    /** Runs it with a large invoice of that many lines, and prints its tables. */
    public void run(int lines) throws InterruptedException {
        Books.company(client);
        for (int size : new int[] {1_000, lines}) {
            Scale scale = new Scale(client, out, size);
            out.println("An invoice of " + size + " lines:");
            scale.run();
            scale.print();
        }
    }
}
