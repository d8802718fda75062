package dev.fattura.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.local.TextTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many invoices that are confirmed at once, and no number of a sequence that is there twice or missing. */
final class Crowd {
    private static final int CLIENTS = 32;

    /** Approving and drafting is not what is measured: no more at once than a small machine does in time. */
    private static final int PREPARING = 4;

    private static final int LINES = 100;

    private final BenchClient client;
    private final PrintStream out;
    private final int invoices;

    Crowd(BenchClient client, PrintStream out, int invoices) {
        this.client = client;
        this.out = out;
        this.invoices = invoices;
    }

    void run() throws InterruptedException {
        int journalsBefore = journals(0);
        each("prepare", PREPARING, this::prepare);
        client.settle();
        long start = System.nanoTime();
        long[] latencies = each("confirm", CLIENTS, this::confirm).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        long nanos = System.nanoTime() - start;
        carryToTheEnd();
        String numbers = checkNumbers(journalsBefore);
        out.println(
                new TextTable("invoices", "lines of each", "clients", ">confirmed/s", ">p50 ms", ">p99 ms", "numbers")
                        .row(
                                Integer.toString(invoices),
                                Integer.toString(LINES),
                                Integer.toString(CLIENTS),
                                String.format("%.1f", invoices * 1e9 / nanos),
                                millis(latencies, 50),
                                millis(latencies, 99),
                                numbers));
    }

    private static String millis(long[] sorted, int percent) {
        int index = Math.min(sorted.length - 1, sorted.length * percent / 100);
        return Long.toString(Math.round(sorted[index] / 1e6));
    }

    private long prepare(int number) throws InterruptedException {
        String contract = contract(number);
        Books.contract(client, contract);
        client.post("/approvals", Books.approvals(contract, 0, LINES));
        client.post("/invoices", Books.draft(invoice(number), contract));
        return 0;
    }

    private long confirm(int number) throws InterruptedException {
        long start = System.nanoTime();
        client.post("/invoices/" + invoice(number) + "/confirm", "\"1\"", "{\"accountingDate\":\"2026-01-31\"}");
        return System.nanoTime() - start;
    }

    private void carryToTheEnd() throws InterruptedException {
        client.settle();
        client.schedule("import-staging");
        client.schedule("post-journals");
        client.schedule("import-staging");
        client.schedule("post-proposals");
        client.settle();
    }

    /**
     * Customer invoices have every number from the first of them to the last, and the vouchers of the journals with those of the customer
     * invoices too: none twice, none skipped.
     *
     * @throws IllegalStateException otherwise
     */
    private String checkNumbers(int journalsBefore) throws InterruptedException {
        Numbers numbers = new Numbers("customer invoice numbers");
        Numbers vouchers = new Numbers("vouchers of journals and customer invoices");
        for (int number = 0; number < invoices; number++) {
            JsonNode posted = client.get("/invoices/" + invoice(number)).path("customerInvoice");
            numbers.add(posted.path("number").asText());
            vouchers.add(posted.path("voucher").asText());
        }
        int journals = journals(journalsBefore);
        for (int journal = journalsBefore + 1; journal <= journals; journal++) {
            JsonNode range = client.get(journal(journal)).path("vouchers");
            vouchers.addAll(range.path("first").asText(), range.path("last").asText());
        }
        numbers.requireEveryOneOnce(invoices);
        // Of each line its cost and its unbilled sales are journaled.
        vouchers.requireEveryOneOnce(invoices * (2 * LINES + 1));
        return "every one once";
    }

    /** How many journals there are, where there are so many already. */
    private int journals(int before) throws InterruptedException {
        int last = before;
        while (client.find(journal(last + 1)).isPresent()) {
            last++;
        }
        return last;
    }

    /** What is done for each invoice. */
    @FunctionalInterface
    private interface Work {
        long of(int number) throws InterruptedException;
    }

    private List<Long> each(String name, int atOnce, Work work) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(atOnce);
        Bar bar = new Bar(out, name, invoices, "invoices");
        try {
            List<Callable<Long>> tasks = new ArrayList<>();
            for (int number = 0; number < invoices; number++) {
                int own = number;
                tasks.add(() -> work.of(own));
            }
            List<Future<Long>> begun = tasks.stream().map(clients::submit).toList();
            List<Long> results = new ArrayList<>();
            for (Future<Long> result : begun) {
                bar.draw(results.size());
                results.add(result.get());
            }
            bar.end();
            return results;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            clients.shutdownNow();
        }
    }

    private static String journal(int number) {
        return String.format("/journals/USMF-IJ-%06d", number);
    }

    private static String contract(int number) {
        return "ORD-C" + number;
    }

    private static String invoice(int number) {
        return "INV-C" + number;
    }
}
