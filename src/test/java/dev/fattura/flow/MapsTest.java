package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.store.ActualItem;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.MapStatusItem;
import dev.fattura.support.Ids;
import dev.fattura.support.World;
import dev.fattura.support.World.Course;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Table maps through the HTTP API: shown, paused, resumed, run again; and what could not cross, parked and retried. */
class MapsTest {

    private static final String ACTUALS = "/maps/msdyn_actuals";

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);

    @BeforeEach
    void record() {
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
        world.deliver(Course.IN_ORDER);
    }

    @Test
    void maps_areShown_withStatusVersionAndMappings() {
        var maps = world.call(200, "GET", "/maps", null);
        assertThat(maps.body().at("/maps")).hasSize(6);
        assertThat(maps.at("/maps/2/name")).isEqualTo("Project Operations integration actuals (msdyn_actuals)");
        assertThat(maps.at("/maps/2/status")).isEqualTo("running");

        var actuals = world.call(200, "GET", ACTUALS, null);
        assertThat(actuals.at("/version")).isEqualTo("1.0.0.20");
        assertThat(actuals.at("/filter")).isEqualTo("msdyn_skipsync eq false");
        assertThat(actuals.at("/fieldMappings/3"))
                .isEqualTo("{\"source\":\"msdyn_billingtype\",\"target\":\"BILLINGTYPE\",\"transform\":\"valueMap\","
                        + "\"valueMap\":{\"192350000\":\"NonChargeable\",\"192350001\":\"Chargeable\","
                        + "\"192350002\":\"Complimentary\"},\"default\":\"NotAvailable\"}");
        assertThat(actuals.at("/waiting")).isEqualTo("{\"documents\":0,\"more\":false}");
        world.call(404, "GET", "/maps/accounts", null);
        world.call(404, "POST", "/maps/accounts/pause", null);
    }

    /** Paused: the proposal waits for its rows. Resumed: everything arrives, once, as if nothing had been paused. */
    @ParameterizedTest
    @EnumSource(Course.class)
    void pausedActuals_waitInTheOffice_andAllArriveOnceAfterTheResume(Course course) {
        var paused = world.call(200, "POST", ACTUALS + "/pause", null);
        assertThat(paused.at("/status")).isEqualTo("paused");
        assertThat(paused.at("/pausedSince")).isEqualTo("2026-01-31T23:30:00Z");

        billFourHours();
        world.deliver(course);
        world.schedule("sweep");
        world.schedule("import-staging");
        world.schedule("post-journals");
        world.schedule("import-staging");
        assertThat(world.finance().contents().values())
                .noneMatch(item -> item.kind().equals("stagedActual"));
        assertThat(world.call(200, "GET", "/staging?company=USMF", null).at("/waiting/0/code"))
                .isEqualTo("rows-missing");
        assertThat(world.call(200, "GET", ACTUALS, null).at("/waiting")).isEqualTo("{\"documents\":2,\"more\":false}");

        var resumed = world.call(200, "POST", ACTUALS + "/resume", null);
        assertThat(resumed.at("/status")).isEqualTo("running");
        assertThat(resumed.at("/carried")).isEqualTo("{\"actualsCarried\":3,\"failures\":[]}");
        assertThat(resumed.at("/complete")).isEqualTo("true");
        postEverything(course);

        assertThat(withoutMapStatus(world)).isEqualTo(withoutMapStatus(undisturbed()));
    }

    @Test
    void pausedHeaders_waitInTheOffice_andCrossAfterTheResume() {
        world.call(200, "POST", "/maps/invoices/pause", null);
        billFourHours();
        world.deliver(Course.TWICE);
        world.schedule("sweep");
        assertThat(world.call("GET", "/proposals/INV-1001", null).status()).isEqualTo(404);

        var resumed = world.call(200, "POST", "/maps/invoices/resume", null);

        assertThat(resumed.at("/carried")).isEqualTo("{\"headersCarried\":1,\"failures\":[]}");
        postEverything(Course.IN_ORDER);
        assertThat(withoutMapStatus(world)).isEqualTo(withoutMapStatus(undisturbed()));
    }

    @Test
    void pausedWriteBacks_neverHoldUpThePosting_andAreMadeUpForAfterTheResume() {
        world.call(200, "POST", "/maps/msdyn_actuals-accounting/pause", null);
        world.call(200, "POST", "/maps/msdyn_customerinvoices/pause", null);
        billFourHours();
        world.deliver(Course.IN_ORDER);
        postEverything(Course.IN_ORDER);
        assertThat(world.call(200, "GET", "/proposals/INV-1001", null).at("/status"))
                .isEqualTo("posted");
        assertThat(world.call(200, "GET", "/invoices/INV-1001", null).at("/status"))
                .isEqualTo("confirmed");

        world.call(200, "POST", "/maps/msdyn_customerinvoices/resume", null);
        assertThat(world.call(200, "GET", "/invoices/INV-1001", null).at("/status"))
                .isEqualTo("posted");
        world.call(200, "POST", "/maps/msdyn_actuals-accounting/resume", null);

        assertThat(withoutMapStatus(world)).isEqualTo(withoutMapStatus(undisturbed()));
    }

    @Test
    void pausingAndResuming_areHarmless_whenRepeated() {
        world.call(200, "POST", ACTUALS + "/pause", null);
        var before = world.contents();
        world.call(200, "POST", ACTUALS + "/pause", null);
        assertThat(world.contents()).isEqualTo(before);
        world.call(200, "POST", ACTUALS + "/resume", null);
        var after = world.contents();
        world.call(200, "POST", ACTUALS + "/resume", null);
        assertThat(world.contents()).isEqualTo(after);
    }

    @Test
    void pastMonth_canBeRunTwice_andNothingIsDoubled() {
        billFourHours();
        world.deliver(Course.IN_ORDER);
        postEverything(Course.IN_ORDER);
        var before = world.contents();

        for (String map : List.of(
                "salesorders",
                "invoices",
                "msdyn_actuals",
                "msdyn_transactionconnections",
                "msdyn_actuals-accounting",
                "msdyn_customerinvoices")) {
            for (int time = 0; time < 2; time++) {
                var run = world.call(
                        200, "POST", "/maps/" + map + "/run", "{\"from\":\"2026-01-01\",\"to\":\"2026-01-31\"}");
                assertThat(run.at("/documents")).as(map).isIn("1", "2");
                assertThat(run.at("/complete")).isEqualTo("true");
                world.deliver(Course.IN_ORDER);
                assertThat(world.contents()).as(map).isEqualTo(before);
            }
        }
    }

    @Test
    void pastMonth_carriesAgain_whatFinanceHasLost() {
        billFourHours();
        world.deliver(Course.IN_ORDER);
        world.schedule("sweep");
        var before = world.contents();
        List<Key> lost = world.finance().contents().values().stream()
                .filter(item ->
                        List.of("stagedActual", "proposal", "contract", "work").contains(item.kind()))
                .map(Item::key)
                .toList();
        assertThat(lost).hasSize(7);
        world.finance().lose(lost);

        for (String map : List.of("salesorders", "invoices", "msdyn_actuals")) {
            world.call(200, "POST", "/maps/" + map + "/run", "{\"from\":\"2026-01-01\",\"to\":\"2026-01-31\"}");
        }

        assertThat(world.contents()).isEqualTo(before);
        var none = world.call(200, "POST", ACTUALS + "/run", "{\"from\":\"2026-02-01\",\"to\":\"2026-03-31\"}");
        assertThat(none.at("/documents")).isEqualTo("0");
    }

    @Test
    void run_isRefused_whileTheMapIsPaused_orWithoutAPeriod() {
        String january = "{\"from\":\"2026-01-01\",\"to\":\"2026-01-31\"}";
        assertThat(world.call(400, "POST", ACTUALS + "/run", "{\"from\":\"2026-01-01\"}")
                        .at("/pointer"))
                .isEqualTo("/to");
        assertThat(world.call(400, "POST", ACTUALS + "/run", "{\"from\":\"2026-01-01\",\"to\":\"2025-12-31\"}")
                        .at("/pointer"))
                .isEqualTo("/to");
        world.call(400, "POST", ACTUALS + "/run", "{\"from\":\"2026-01-01\",\"to\":\"2028-01-01\"}");
        world.call(200, "POST", ACTUALS + "/pause", null);
        var before = world.contents();

        assertThat(world.call(409, "POST", ACTUALS + "/run", january).at("/code"))
                .isEqualTo("map-paused");

        assertThat(world.contents()).isEqualTo(before);
    }

    @Test
    void poisonedActual_isParked_theOthersCross_andARetryCarriesItOnceItIsMended() {
        billFourHours();
        Item sound = world.office().contents().get(ActualItem.key(Ids.unbilledSalesOf("TE-1")));
        Item poisoned = Item.of(sound.key(), ActualItem.KIND)
                .all(sound.attributes())
                .text("price", "a lot")
                .build();
        world.office().poison(poisoned);
        world.deliver(Course.IN_ORDER);
        world.schedule("sweep");

        var errors = world.call(200, "GET", "/sync-errors?status=open&map=msdyn_actuals", null);
        assertThat(errors.body().at("/syncErrors")).hasSize(1);
        assertThat(errors.at("/syncErrors/0/code")).isEqualTo("record-unreadable");
        assertThat(errors.at("/syncErrors/0/record"))
                .isEqualTo(
                        "{\"table\":\"office\",\"partition\":\"" + sound.key().partition() + "\",\"sort\":\"ACTUAL\"}");
        assertThat(world.finance().contents().values())
                .filteredOn(item -> item.kind().equals("stagedActual"))
                .hasSize(2);
        String error = errors.at("/syncErrors/0/error");
        assertThat(world.call(200, "POST", "/sync-errors/" + error + "/retry", null)
                        .at("/status"))
                .isEqualTo("open");

        world.office().putAll(List.of(sound));
        var retried = world.call(200, "POST", "/sync-errors/retry", null);

        assertThat(retried.body()).hasToString("{\"tried\":1,\"resolved\":1,\"paused\":0,\"more\":false}");
        assertThat(world.call(200, "GET", "/sync-errors", null).at("/syncErrors"))
                .isEqualTo("[]");
        assertThat(world.call(200, "GET", "/sync-errors?status=resolved", null).at("/syncErrors/0/error"))
                .isEqualTo(error);
        assertThat(world.call(200, "GET", "/sync-errors/" + error, null).at("/resolved"))
                .isEqualTo("2026-01-31T23:30:00Z");
        postEverything(Course.IN_ORDER);
        assertThat(world.call(200, "GET", "/invoices/INV-1001", null).at("/status"))
                .isEqualTo("posted");
    }

    /** Whether a map is paused is not guessed: nothing is carried, nothing is lost, and the failing functions call somebody. */
    @Test
    void statusThatCannotBeRead_carriesNothing_andAllCrossesOnceItIsMended() {
        billFourHours();
        Key key = new Key("MAPS", "STATUS");
        world.finance()
                .poison(Item.of(key, MapStatusItem.KIND)
                        .text("paused", "who knows")
                        .build());
        Map<Key, Item> before = world.finance().contents();

        assertThatThrownBy(() -> world.deliver(Course.IN_ORDER)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> world.schedule("sweep")).isInstanceOf(RuntimeException.class);
        assertThat(world.finance().contents()).isEqualTo(before);

        world.finance().lose(List.of(key));
        world.loseRecords();
        world.schedule("sweep");
        postEverything(Course.IN_ORDER);
        assertThat(withoutMapStatus(world)).isEqualTo(withoutMapStatus(undisturbed()));
    }

    /** The actual is gone from the office when its posting is written back: the rest is written, and nothing is posted again. */
    @Test
    void detailWithoutItsActual_isParked_theInvoiceIsPosted_andARetryWritesItWhenTheActualIsBack() {
        billFourHours();
        world.deliver(Course.IN_ORDER);
        Item billed = world.office().contents().values().stream()
                .filter(item ->
                        item.kind().equals(ActualItem.KIND) && item.text("type").equals("billedSales"))
                .findFirst()
                .orElseThrow();
        world.office().lose(List.of(billed.key()));
        postEverything(Course.IN_ORDER);

        assertThat(world.call(200, "GET", "/proposals/INV-1001", null).at("/status"))
                .isEqualTo("posted");
        assertThat(world.call(200, "GET", "/invoices/INV-1001", null).at("/status"))
                .isEqualTo("posted");
        var errors = world.call(200, "GET", "/sync-errors?map=msdyn_actuals-accounting", null);
        assertThat(errors.at("/syncErrors/0/code")).isEqualTo("target-missing");

        String retry = "/sync-errors/" + errors.at("/syncErrors/0/error") + "/retry";
        world.call(200, "POST", "/maps/msdyn_actuals-accounting/pause", null);
        assertThat(world.call(409, "POST", retry, null).at("/code")).isEqualTo("map-paused");
        world.call(200, "POST", "/maps/msdyn_actuals-accounting/resume", null);
        world.office().putAll(List.of(billed));
        assertThat(world.call(200, "POST", retry, null).at("/status")).isEqualTo("resolved");

        assertThat(world.office().contents()).isEqualTo(undisturbed().office().contents());
    }

    @Test
    void badRequests_areRefused() {
        world.call(404, "GET", "/sync-errors/nonsense", null);
        world.call(404, "POST", "/sync-errors/00000000-0000-3000-8000-000000000000/retry", null);
        world.call(400, "GET", "/sync-errors?status=closed", null);
        world.call(400, "GET", "/sync-errors?map=accounts", null);
        world.call(400, "GET", "/sync-errors?limit=0", null);
        world.call(400, "GET", "/sync-errors?cursor=%%", null);
    }

    private void billFourHours() {
        scenario.approveFourHours();
        scenario.draftCohoFromBacklog();
        scenario.confirm("INV-1001");
    }

    private void postEverything(Course course) {
        world.deliver(course);
        postEverything(world, course);
    }

    private static void postEverything(World world, Course course) {
        world.schedule("import-staging");
        world.schedule("post-journals");
        world.schedule("import-staging");
        world.schedule("post-proposals");
        world.deliver(course);
        world.schedule("sweep");
    }

    /** The same invoice in a world in which nothing is paused. */
    private static World undisturbed() {
        World calm = new World();
        Scenario scenario = new Scenario(calm);
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
        scenario.approveFourHours();
        scenario.draftCohoFromBacklog();
        scenario.confirm("INV-1001");
        calm.deliver(Course.IN_ORDER);
        postEverything(calm, Course.IN_ORDER);
        return calm;
    }

    /** Nor who paused it: nothing that crosses tells that there was a pause. */
    private static Map<String, Map<Key, Item>> withoutMapStatus(World world) {
        Map<Key, Item> finance = new TreeMap<>(world.finance().contents());
        finance.values()
                .removeIf(item -> item.kind().equals("mapStatus")
                        || (item.kind().equals("deed") && item.text("record").equals("tableMap")));
        return Map.of("office", world.office().contents(), "finance", finance);
    }
}
