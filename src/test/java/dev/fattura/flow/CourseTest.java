package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.support.World;
import dev.fattura.support.World.Course;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However the streams behave, both tables end the same, byte for byte (design.md, rules 2, 5 and 7). */
class CourseTest {

    /** Does what the streams do at one point of the flow. */
    private interface Delivery {
        void to(World world);
    }

    @ParameterizedTest
    @EnumSource(Course.class)
    void tables_endTheSame_inWhateverOrderAndNumberRecordsCome(Course course) {
        World calm = run(world -> world.deliver(Course.IN_ORDER));

        World other = run(world -> world.deliver(course));

        assertThat(other.contents()).isEqualTo(calm.contents());
    }

    @Test
    void tables_endTheSame_whenRecordsComeLate() {
        World calm = run(world -> world.deliver(Course.IN_ORDER));

        World late = run(world -> {
            world.schedule("import-staging");
            world.schedule("post-journals");
            world.schedule("post-proposals");
            world.deliver(Course.REVERSED_AND_TWICE);
        });

        assertThat(late.contents()).isEqualTo(calm.contents());
    }

    @Test
    void tables_endTheSame_whenAllRecordsComeAgainAtTheEnd() {
        World calm = run(world -> world.deliver(Course.IN_ORDER));

        World again = run(world -> world.deliver(Course.IN_ORDER));
        again.forgetDeliveries();
        again.deliver(Course.REVERSED_AND_TWICE);
        again.schedule("import-staging");
        again.schedule("sweep");

        assertThat(again.contents()).isEqualTo(calm.contents());
    }

    @Test
    void tables_endTheSame_whenTheStreamsForgetEverything_andOnlyTheSweepCarries() {
        World calm = run(world -> world.deliver(Course.IN_ORDER));

        World swept = run(world -> world.schedule("sweep"));

        assertThat(swept.contents()).isEqualTo(calm.contents());
    }

    @Test
    void sweep_findsNothingToDo_whenTheStreamsDidTheirWork() {
        World world = run(calm -> calm.deliver(Course.IN_ORDER));

        var report = world.schedule("sweep");

        assertThat(report.body().toString())
                .isEqualTo("{\"confirmationsFinished\":0,\"draftsReleased\":0,\"contractsCarried\":0,"
                        + "\"headersCarried\":0,\"actualsCarried\":0,\"writeBacksDone\":0,\"syncErrorsResolved\":0,"
                        + "\"failures\":[]}");
    }

    @Test
    void nothingWaits_afterTheFlow() {
        World world = run(calm -> calm.deliver(Course.IN_ORDER));

        assertThat(world.contents().values())
                .allSatisfy(table -> assertThat(table.values()).isNotEmpty().noneMatch(item -> item.kind()
                        .equals("work")));
    }

    private static World run(Delivery delivery) {
        World world = new World();
        Scenario scenario = new Scenario(world);
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
        scenario.recordMixedContract();
        scenario.approveFourHours();
        scenario.approveMixed();
        scenario.draftCohoFromBacklog();
        scenario.draftMixedFromBacklog();
        scenario.confirm("INV-1001");
        scenario.confirm("INV-1002");
        delivery.to(world);
        world.schedule("import-staging");
        world.schedule("post-journals");
        delivery.to(world);
        world.schedule("import-staging");
        world.schedule("post-proposals");
        delivery.to(world);
        world.schedule("sweep");
        return world;
    }
}
