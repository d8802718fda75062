package dev.fattura.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.local.TextTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
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
        each(PREPARING, this::prepare);
        client.settle();
        long start = System.nanoTime();
        long[] latencies = each(CLIENTS, this::confirm).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        long nanos = System.nanoTime() - start;
        carryToTheEnd();
        String numbers = checkNumbers();
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

    /** Customer invoices have every number up to the last, vouchers none twice. @throws IllegalStateException otherwise */
    private String checkNumbers() throws InterruptedException {
        List<String> numbers = new ArrayList<>();
        List<String> vouchers = new ArrayList<>();
        for (int number = 0; number < invoices; number++) {
            JsonNode posted = client.get("/invoices/" + invoice(number)).path("customerInvoice");
            numbers.add(posted.path("number").asText());
            vouchers.add(posted.path("voucher").asText());
        }
        requireDistinct("customer invoice number", numbers);
        requireDistinct("voucher", vouchers);
        requireNoGap(numbers);
        return "every one once";
    }

    private static void requireDistinct(String what, List<String> values) {
        if (new TreeSet<>(values).size() != values.size() || values.contains("")) {
            throw new IllegalStateException("A " + what + " is missing or there twice: " + values);
        }
    }

    private static void requireNoGap(List<String> numbers) {
        long[] sorted = numbers.stream()
                .mapToLong(number -> Long.parseLong(number.substring(number.lastIndexOf('-') + 1)))
                .sorted()
                .toArray();
        if (sorted[sorted.length - 1] - sorted[0] != sorted.length - 1) {
            throw new IllegalStateException("A number is skipped between " + sorted[0] + " and "
                    + sorted[sorted.length - 1] + ": " + Arrays.toString(sorted));
        }
    }

    /** What is done for each invoice. */
    @FunctionalInterface
    private interface Work {
        long of(int number) throws InterruptedException;
    }

    private List<Long> each(int atOnce, Work work) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(atOnce);
        try {
            List<Callable<Long>> tasks = new ArrayList<>();
            for (int number = 0; number < invoices; number++) {
                int own = number;
                tasks.add(() -> work.of(own));
            }
            List<Long> results = new ArrayList<>();
            for (Future<Long> result : clients.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            clients.shutdown();
        }
    }

    private static String contract(int number) {
        return "ORD-C" + number;
    }

    private static String invoice(int number) {
        return "INV-C" + number;
    }
}
