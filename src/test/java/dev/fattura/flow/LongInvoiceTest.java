package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.World;
import dev.fattura.support.World.Course;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A step that outlives the function that runs it: whoever takes it up again goes on from the last thousand lines that are done, and
 * does not begin anew, else a step that never has enough time would never end.
 */
class LongInvoiceTest {

    private static final int LINES = 2_100;

    /** What one run has time for, more than a thousand lines and less than all, in pages of at most 500. */
    private static final int PAGES_OF_A_RUN = 4;

    /** The same in sheets of a hundred lines. */
    private static final int SHEETS_OF_A_RUN = 15;

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);

    @Test
    void everyStep_goesOnWhereItStopped_andEndsLikeOneThatWasNeverStopped() {
        approve();
        assertThat(draft(202).at("/status")).isEqualTo("drafting");
        inTwoRuns(world.office(), "commit INVOICE#", PAGES_OF_A_RUN, () -> world.schedule("finish-invoices"));
        assertThat(draft(201).at("/lineCount")).isEqualTo("2100");
        World.Answer accepted = confirm(202);
        assertThat(accepted.at("/status")).isEqualTo("confirming");
        assertThat(accepted.headers()).containsEntry("location", "/invoices/INV-1001/progress");
        inTwoRuns(world.office(), "put actuals", 2 * SHEETS_OF_A_RUN, () -> world.schedule("finish-invoices"));
        assertThat(confirm(200).at("/status")).isEqualTo("confirmed");
        world.deliver(Course.IN_ORDER);
        assertThat(world.schedule("import-staging").at("/waiting/0/cause"))
                .isEqualTo(
                        "The unbilled sales behind at least 300 of 2100 billed sales rows are not posted: post the journals.");
        world.schedule("post-journals");
        world.deliver(Course.IN_ORDER);
        inTwoRuns(world.finance(), "commit PROPOSAL#", PAGES_OF_A_RUN, () -> world.schedule("import-staging"));
        inTwoRuns(world.finance(), "put postings", SHEETS_OF_A_RUN, () -> world.schedule("post-proposals"));
        world.loseRecords();
        inTwoRuns(world.office(), "put accountingDetails", SHEETS_OF_A_RUN, () -> world.schedule("sweep"));

        assertThat(progress("INV-1001")).isEqualTo("posted");
        LongInvoiceTest undisturbed = undisturbed();
        assertSame(world.office(), undisturbed.world.office());
        assertSame(world.finance(), undisturbed.world.finance());
    }

    /** Runs it with time for so many operations of a kind; then again with as much, which must be enough for the rest. */
    private static void inTwoRuns(InMemoryTable table, String operation, int times, Runnable run) {
        int first = timesUntilStopped(table, operation, times, run);
        int second = timesUntilStopped(table, operation, times, run);
        assertThat(first).as("the first run of %s is stopped", operation).isGreaterThan(times);
        assertThat(second).as("the second run of %s is not", operation).isBetween(1, times);
    }

    private static int timesUntilStopped(InMemoryTable table, String operation, int times, Runnable run) {
        int[] seen = {0};
        table.failBefore(now -> {
            boolean counts = now.startsWith(operation);
            seen[0] += counts ? 1 : 0;
            if (counts && seen[0] > times) {
                throw new IllegalStateException("The function has no more time");
            }
        });
        run.run();
        table.failBefore(now -> {});
        return seen[0];
    }

    private void approve() {
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
        scenario.approveHours(LINES);
    }

    private World.Answer draft(int status) {
        return world.call(
                status,
                "POST",
                "/invoices",
                "{\"invoice\":\"INV-1001\",\"contract\":\"ORD-1001\",\"invoiceDate\":\"2026-01-31\",\"fromBacklog\":{\"upTo\":\"2026-01-31\"}}");
    }

    private World.Answer confirm(int status) {
        return world.call(
                status,
                "POST",
                "/invoices/INV-1001/confirm",
                "{\"accountingDate\":\"2026-01-31\"}",
                "if-match",
                "\"1\"");
    }

    private String progress(String invoice) {
        return world.call(200, "GET", "/invoices/" + invoice + "/progress", null)
                .at("/status");
    }

    /** To the last byte; of thousands of items only those that differ are shown. */
    private static void assertSame(InMemoryTable stopped, InMemoryTable undisturbed) {
        Set<Map.Entry<Key, Item>> different = new HashSet<>(stopped.contents().entrySet());
        different.removeAll(undisturbed.contents().entrySet());
        assertThat(different).isEmpty();
        assertThat(stopped.contents()).hasSameSizeAs(undisturbed.contents());
    }

    private static LongInvoiceTest undisturbed() {
        LongInvoiceTest other = new LongInvoiceTest();
        other.approve();
        other.draft(202);
        other.world.schedule("finish-invoices");
        other.confirm(202);
        other.world.schedule("finish-invoices");
        other.world.deliver(Course.IN_ORDER);
        for (String schedule :
                new String[] {"import-staging", "post-journals", "import-staging", "post-proposals", "sweep"}) {
            other.world.schedule(schedule);
        }
        return other;
    }
}
