package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.World;
import dev.fattura.support.World.Course;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far an invoice is, also when a step of it ended half way. */
class ProgressTest {

    /** Sheets of a hundred lines, a page for each of four shards; the count is written down when it has come to a thousand. */
    private static final int COUNTED = 1_000;

    private static final int LINES = 2_000;

    /** The lines were approved by the hundred. */
    private static final int SHEETS = 20;

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);

    @BeforeEach
    void record() {
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
    }

    @Test
    void progress_tellsEachStep_onTheWay() {
        scenario.approveFourHours();
        scenario.draftCohoFromBacklog();
        assertThat(steps("INV-1001"))
                .containsExactly("draft 1/1", "confirm 0/1", "import 0/1", "post 0/1", "writeBack 0/1");
        scenario.confirm("INV-1001");
        assertThat(steps("INV-1001"))
                .containsExactly("draft 1/1", "confirm 1/1", "import 0/1", "post 0/1", "writeBack 0/1");
        world.deliver(Course.IN_ORDER);
        world.schedule("import-staging");
        world.schedule("post-journals");
        world.schedule("import-staging");
        assertThat(steps("INV-1001"))
                .containsExactly("draft 1/1", "confirm 1/1", "import 1/1", "post 0/1", "writeBack 0/1");
        world.schedule("post-proposals");
        assertThat(progress("INV-1001").at("/proposalStatus").asText()).isEqualTo("posted");
        assertThat(progress("INV-1001").at("/writtenBack").asBoolean()).isFalse();
        world.deliver(Course.IN_ORDER);
        assertThat(steps("INV-1001"))
                .containsExactly("draft 1/1", "confirm 1/1", "import 1/1", "post 1/1", "writeBack 1/1");
        assertThat(progress("INV-1001").at("/writtenBack").asBoolean()).isTrue();
    }

    @Test
    void progress_ofALongStepThatStopped_isWhatItHasCounted_andTheSweepGoesOn() {
        scenario.approveHours(LINES);
        scenario.draftCohoFromBacklog();
        String version = scenario.version("INV-1001");
        stopAfter(world.office(), "put actuals", 2 * SHEETS - 4);
        world.call("POST", "/invoices/INV-1001/confirm", "{\"accountingDate\":\"2026-01-31\"}", "if-match", version);
        world.office().failBefore(operation -> {});
        assertThat(progress("INV-1001").at("/status").asText()).isEqualTo("confirming");
        assertThat(steps("INV-1001")).contains("confirm " + COUNTED + "/" + LINES);

        world.schedule("sweep");

        assertThat(steps("INV-1001")).contains("confirm " + LINES + "/" + LINES);
    }

    @Test
    void progress_ofWhatIsNotThere_isNotFound() {
        assertThat(world.call(404, "GET", "/invoices/INV-9/progress", null).at("/code"))
                .isEqualTo("not-found");
    }

    private static void stopAfter(InMemoryTable table, String operation, int times) {
        int[] seen = {0};
        table.failBefore(now -> {
            seen[0] += now.equals(operation) ? 1 : 0;
            if (seen[0] > times) {
                throw new IllegalStateException("The process is gone");
            }
        });
    }

    private JsonNode progress(String invoice) {
        return world.call(200, "GET", "/invoices/" + invoice + "/progress", null)
                .body();
    }

    private List<String> steps(String invoice) {
        List<String> steps = new ArrayList<>();
        progress(invoice)
                .at("/steps")
                .forEach(step -> steps.add(step.at("/step").asText() + " "
                        + step.at("/done").asLong() + "/" + step.at("/of").asLong()));
        return steps;
    }
}
