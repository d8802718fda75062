package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.store.Item;
import dev.fattura.support.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Why is my proposal 0.00?" in every state in which it can be asked (domain.md 6, theme 1). */
class ReadinessTest {

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);

    @BeforeEach
    void confirm() {
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
        scenario.approveFourHours();
        scenario.draftCohoFromBacklog();
        scenario.confirm("INV-1001");
    }

    @Test
    void headerThatHasNotCrossed_isSaid() {
        assertThat(summary())
                .isEqualTo("Proposal INV-1001 waits: its header has not crossed to finance;"
                        + " the sweep carries what the stream lost.");
        assertThat(ask().at("/status")).isEqualTo("headerMissing");
    }

    @Test
    void rowsThatAreStagedAndNotImported_areNamedWithWhatToDo() {
        world.deliver(World.Course.IN_ORDER);
        assertThat(summary())
                .isEqualTo("Proposal INV-1001 waits: 0 of 1 billed sales rows have not crossed;"
                        + " the unbilled sales of 1 are not posted.");
        assertThat(ask().at("/rows/0/code")).isEqualTo("unbilled-sales-not-imported");
        assertThat(ask().at("/rows/0/remedy")).isEqualTo("Run Import from staging, then post the journals.");
        assertThat(ask().at("/rows/0/amount/amount")).isEqualTo("1000.00");
    }

    @Test
    void rowsOnAJournal_nameTheJournal() {
        world.deliver(World.Course.IN_ORDER);
        world.schedule("import-staging");
        assertThat(ask().at("/rows/0/code")).isEqualTo("unbilled-sales-unposted");
        assertThat(ask().at("/rows/0/cause")).endsWith(" are on journal USMF-IJ-000001, which is draft.");
    }

    @Test
    void rowThatGotLost_isNamed() {
        world.deliver(World.Course.IN_ORDER);
        Item row = billedRow();
        world.finance().lose(List.of(row.key()));
        assertThat(summary())
                .isEqualTo("Proposal INV-1001 waits: 1 of 1 billed sales rows have not crossed;"
                        + " the unbilled sales of 1 are not posted.");
        assertThat(ask().at("/rows/0/code")).isEqualTo("row-not-staged");
        assertThat(ask().at("/rows/0/actual")).isEqualTo(row.text("actual"));
    }

    @Test
    void rowThatIsUnlikeItsActual_saysInWhat() {
        world.deliver(World.Course.IN_ORDER);
        Item row = billedRow();
        world.audit().waive("A staged amount is altered by hand");
        Map<String, Object> changed = new TreeMap<>(row.attributes());
        changed.put("amount", "99999 GBP");
        world.finance().putAll(List.of(new Item(row.key(), changed)));
        assertThat(ask().at("/rows/0/code")).isEqualTo("row-mismatched");
        assertThat(ask().at("/rows/0/cause")).isEqualTo("The office has 1000.00 GBP, the staged row 999.99 GBP.");
    }

    @Test
    void proposalThatIsPosted_saysSo() {
        world.deliver(World.Course.IN_ORDER);
        for (String schedule : List.of("import-staging", "post-journals", "import-staging")) {
            world.schedule(schedule);
        }
        assertThat(summary()).isEqualTo("Proposal INV-1001 has its 1 line and is open.");
        world.schedule("post-proposals");
        assertThat(summary()).isEqualTo("Proposal INV-1001 has its 1 line and is posted.");
        assertThat(ask().at("/ready")).isEqualTo("true");
        assertThat(ask().at("/rows")).isEqualTo("[]");
    }

    @Test
    void everythingThatWaits_isListedForTheCompany() {
        world.deliver(World.Course.IN_ORDER);
        World.Answer listed = world.call(200, "GET", "/readiness?company=USMF", null);
        assertThat(listed.at("/proposals/0/proposal")).isEqualTo("INV-1001");
        assertThat(listed.at("/proposals/0/ready")).isEqualTo("false");
    }

    @Test
    void whatIsNotThere_isNotFound() {
        assertThat(world.call(404, "GET", "/proposals/INV-9/readiness", null).at("/code"))
                .isEqualTo("not-found");
        assertThat(world.call(404, "GET", "/readiness?company=NONE", null).at("/code"))
                .isEqualTo("not-found");
        assertThat(world.call(400, "GET", "/readiness", null).at("/code")).isEqualTo("member-missing");
    }

    @Test
    void zeroAmountInvoice_saysThatNothingIsCharged() {
        scenario.recordMixedContract();
        scenario.approveMixed();
        String actuals = world
                .call(200, "GET", "/contracts/ORD-1002/backlog", null)
                .body()
                .at("/backlog")
                .findParents("billingType")
                .stream()
                .filter(entry -> entry.at("/billingType").asText().equals("nonChargeable"))
                .map(entry -> entry.at("/unbilledSales").asText())
                .findFirst()
                .orElseThrow();
        world.call(
                201,
                "POST",
                "/invoices",
                "{\"invoice\":\"INV-0\",\"contract\":\"ORD-1002\",\"invoiceDate\":\"2026-01-31\","
                        + "\"lines\":[{\"unbilledSales\":\"" + actuals + "\"}]}");
        scenario.confirm("INV-0");
        world.deliver(World.Course.IN_ORDER);
        for (String schedule : List.of("import-staging", "post-journals", "import-staging", "post-proposals")) {
            world.schedule(schedule);
        }
        assertThat(world.call(200, "GET", "/proposals/INV-0/readiness", null).at("/summary"))
                .isEqualTo("Proposal INV-0 has its 1 line and is posted."
                        + " Its amount is zero because nothing on it is charged.");
    }

    private World.Answer ask() {
        return world.call(200, "GET", "/proposals/INV-1001/readiness", null);
    }

    private String summary() {
        return ask().at("/summary");
    }

    private Item billedRow() {
        return world.finance().contents().values().stream()
                .filter(item ->
                        item.kind().equals("stagedActual") && item.text("type").equals("billedSales"))
                .findFirst()
                .orElseThrow();
    }
}
