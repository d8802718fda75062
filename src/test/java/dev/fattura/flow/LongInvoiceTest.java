package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.World;
import dev.fattura.support.World.Course;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A step that outlives the function that runs it: whoever takes it up again goes on from the last thousand lines that are done, and
 * does not begin anew, else a step that never has enough time would never end.
 */
class LongInvoiceTest {

    private static final int LINES = 2_100;

    /** What one run has time for: more than a thousand lines, less than all. */
    private static final int LINES_OF_A_RUN = 1_500;

    /** As many lines as one run has time for, in commits of at most 99 lines, of which the last of each of the five shards is shorter. */
    private static final int COMMITS_OF_A_RUN = 18;

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);

    @Test
    void everyStep_goesOnWhereItStopped_andEndsLikeOneThatWasNeverStopped() {
        draft();
        inTwoRuns(world.office(), "put actuals", LINES_OF_A_RUN, this::confirm);
        world.deliver(Course.IN_ORDER);
        world.schedule("import-staging");
        world.schedule("post-journals");
        world.deliver(Course.IN_ORDER);
        inTwoRuns(world.finance(), "commit PROPOSAL#", COMMITS_OF_A_RUN, () -> world.schedule("import-staging"));
        inTwoRuns(world.finance(), "put posting", LINES_OF_A_RUN, () -> world.schedule("post-proposals"));
        world.loseRecords();
        inTwoRuns(world.office(), "put accountingDetail", LINES_OF_A_RUN, () -> world.schedule("sweep"));

        assertThat(progress("INV-1001")).isEqualTo("posted");
        Map<String, Map<Key, Item>> stopped = facts();
        assertThat(stopped).isEqualTo(undisturbed());
    }

    /** Runs it with time for so many operations of a kind; then again with as much, which must be enough for the rest. */
    private static void inTwoRuns(InMemoryTable table, String operation, int times, Runnable run) {
        int first = timesUntilStopped(table, operation, times, run);
        int second = timesUntilStopped(table, operation, times, run);
        assertThat(first).as("the first run of %s is stopped", operation).isGreaterThan(times);
        assertThat(second).as("the second run of %s is not", operation).isLessThanOrEqualTo(times);
    }

    private static int timesUntilStopped(InMemoryTable table, String operation, int times, Runnable run) {
        int[] seen = {0};
        table.failBefore(now -> {
            seen[0] += now.startsWith(operation) ? 1 : 0;
            if (seen[0] > times) {
                throw new IllegalStateException("The function has no more time");
            }
        });
        run.run();
        table.failBefore(now -> {});
        return seen[0];
    }

    private void draft() {
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
        scenario.approveHours(LINES);
        scenario.draftCohoFromBacklog();
    }

    private void confirm() {
        String body = "{\"accountingDate\":\"2026-01-31\"}";
        world.call("POST", "/invoices/INV-1001/confirm", body, "if-match", "\"1\"");
    }

    private String progress(String invoice) {
        return world.call(200, "GET", "/invoices/" + invoice + "/progress", null)
                .at("/status");
    }

    private Map<String, Map<Key, Item>> facts() {
        return new TreeMap<>(world.contents());
    }

    private static Map<String, Map<Key, Item>> undisturbed() {
        LongInvoiceTest other = new LongInvoiceTest();
        other.draft();
        other.confirm();
        other.world.deliver(Course.IN_ORDER);
        for (String schedule :
                new String[] {"import-staging", "post-journals", "import-staging", "post-proposals", "sweep"}) {
            other.world.schedule(schedule);
        }
        return other.facts();
    }
}
