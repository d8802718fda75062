package dev.fattura.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.infra.Template;
import dev.fattura.support.Actor;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A role of the template allows what its function does to the tables, and nothing else. What it does is what the store was really asked for
 * in errands and under faults; {@link SimulationTest} asks of all its seeds that nothing was done that no role allows.
 */
class RightsTest {

    /** What the roles allow: {@code show-company FinanceTable dynamodb:GetItem}. */
    static final Set<String> GIVEN =
            Template.read(Path.of("infra", "template.yaml")).tableActions();

    /** Each action that they show has been taken after the first ten. */
    private static final int SEEDS = 20;

    /** One that plays a long invoice. */
    private static final long LONG = 199;

    /**
     * A draft that loses its lines amid its making gives itself up, and deletes what it had (proforma/ReleaseDraft). In no plan and no errand
     * somebody else is just so much faster; {@code InterleavingTest} is about those who are.
     */
    private static final Set<String> OF_A_LOST_DRAFT = Set.of(
            "draft-invoice OfficeTable dynamodb:BatchWriteItem",
            "revise-invoice OfficeTable dynamodb:BatchWriteItem",
            "refund-retainer OfficeTable dynamodb:BatchWriteItem");

    private static final Calls CALLS = new Calls();

    @BeforeAll
    static void record() {
        Errands.run(CALLS);
        Deque<Actor> threads = Stage.noThreads();
        LongStream.concat(LongStream.rangeClosed(1, SEEDS), LongStream.of(LONG)).forEach(seed -> play(seed, threads));
        Stage.end(threads);
    }

    private static void play(long seed, Deque<Actor> threads) {
        Simulation.run(Plan.of(Plan.variantOf(seed)), seed, new FaultCounts(), CALLS, Defect.NONE, threads);
    }

    @Test
    void noFunction_isDeniedWhatItDoes() {
        assertThat(without(CALLS.actions(), GIVEN)).isEmpty();
    }

    @Test
    void noFunction_mayDoWhatItNeverDoes() {
        assertThat(without(without(GIVEN, CALLS.actions()), OF_A_LOST_DRAFT)).isEmpty();
    }

    /** So that what is never done is not only what nobody asked for. */
    @Test
    void everyRoute_isTaken() {
        assertThat(Deployment.routes()).isNotEmpty();
        assertThat(CALLS.unanswered(Deployment.routes())).isEmpty();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
