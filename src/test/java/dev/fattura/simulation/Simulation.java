package dev.fattura.simulation;

import dev.fattura.audit.Auditor;
import dev.fattura.audit.Moment;
import dev.fattura.local.template.Template;
import dev.fattura.store.DynamoTable;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Patience;
import dev.fattura.store.StoreBusy;
import dev.fattura.store.SyncErrorItem;
import dev.fattura.store.Table;
import dev.fattura.support.Actor;
import dev.fattura.support.Dice;
import dev.fattura.support.Gateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One run of a plan, from empty tables until nothing changes any more. */
final class Simulation {

    private static final long MOST_STEPS = 400_000;
    private static final int MOST_ACTORS = 7;
    private static final int MOST_ROUNDS = 40;

    private final Plan plan;
    private final Dice dice;
    private final Trouble trouble;
    private final Stage stage;
    private final SimulatedClock clock = new SimulatedClock();
    private final SimulatedDynamoDb office;
    private final SimulatedDynamoDb finance;
    private final Table officeTable;
    private final Deployment functions;
    private final SimulatedQueue givenUp;
    private final List<SimulatedStream> streams = new ArrayList<>();
    private final List<String> schedules;
    private final Map<String, Integer> running = new HashMap<>();
    private int phase;

    private Simulation(Plan plan, Dice dice, Trouble trouble, Defect defect, Calls calls, Deque<Actor> threads) {
        this.plan = plan;
        this.dice = dice;
        this.trouble = trouble;
        this.stage = new Stage(dice, threads);
        Interference interference = new Interference(stage, trouble, dice, defect, calls);
        this.office = new SimulatedDynamoDb(interference, StoreMeter.NONE);
        this.finance = new SimulatedDynamoDb(interference, StoreMeter.NONE);
        Patience patience = new Patience(pause -> stage.letOthers());
        this.officeTable = new DynamoTable(calls.noted("OfficeTable", office), "office", patience);
        Table financeTable = new DynamoTable(calls.noted("FinanceTable", finance), "finance", patience);
        this.functions = new Deployment(officeTable, financeTable, clock, defect, calls);
        this.givenUp = new SimulatedQueue(stage, dice);
        Template template = Gateway.template();
        for (Template.StreamMapping mapping : template.streamMappings()) {
            SimulatedDynamoDb side = mapping.table().equals("OfficeTable") ? office : finance;
            streams.add(new SimulatedStream(mapping, side, stage, trouble, dice, defect, givenUp));
        }
        schedules = template.schedules().stream()
                .map(Template.Schedule::function)
                .distinct()
                .toList();
    }

    /**
     * What a run leaves.
     *
     * @param steps turns that actors were given
     */
    record Outcome(Map<Key, Item> office, Map<Key, Item> finance, long steps) {}

    /** Runs the plan with whatever trouble the seed brings, and audits what it leaves. @throws AssertionError if a rule is broken */
    static Outcome run(Plan plan, long seed, FaultCounts counts, Calls calls, Defect defect, Deque<Actor> threads) {
        Dice dice = new Dice(seed);
        Trouble trouble = new Trouble(dice, counts);
        plan.favoured().forEach(trouble::favour);
        if (defect == Defect.PRESENT_CONDITION_DROPPED) {
            trouble.favour(Fault.RUN_TWICE);
        }
        return new Simulation(plan, dice, trouble, defect, calls, threads).play();
    }

    /** Runs the plan with nothing going wrong, one client after another. */
    static Outcome undisturbed(Plan plan, Deque<Actor> threads) {
        Dice dice = new Dice(0);
        return new Simulation(plan, dice, Trouble.none(dice), Defect.NONE, new Calls(), threads).play();
    }

    /** One without a plan, in which nothing happens by itself and nothing goes wrong. */
    static Simulation quiet(Calls calls) {
        Dice dice = new Dice(0);
        Plan none = Plan.of(new Plan.Variant(0, Further.NONE));
        return new Simulation(none, dice, Trouble.none(dice), Defect.NONE, calls, Stage.noThreads());
    }

    Deployment functions() {
        return functions;
    }

    Table officeTable() {
        return officeTable;
    }

    private Outcome play() {
        if (plan.hasOneMorning()) {
            trouble.holdClock();
        }
        for (List<List<Step>> clients : plan.phases()) {
            phase++;
            List<Client> active = new ArrayList<>();
            for (List<Step> steps : clients) {
                Client client =
                        new Client("client" + phase + "-" + active.size(), steps, stage, trouble, this::letTimePass);
                client.enter(functions);
                active.add(client);
            }
            while (!active.stream().allMatch(Client::finished)) {
                turn();
            }
            if (trouble.isOver()) {
                settle();
            }
        }
        int afterwards = 50 + dice.below(400);
        for (int turn = 0; turn < afterwards && !trouble.isOver(); turn++) {
            turn();
        }
        trouble.end();
        while (stage.step()) {
            requireEnd();
        }
        if (plan.takesLong()) {
            clock.late();
        }
        settle();
        Map<Key, Item> officeItems = office.contents();
        Map<Key, Item> financeItems = finance.contents();
        Auditor.require(officeItems, financeItems, Moment.SETTLED);
        forgetMended(financeItems);
        return new Outcome(officeItems, financeItems, stage.steps());
    }

    private void turn() {
        requireEnd();
        if (!trouble.isOver()) {
            disturb();
        }
        stage.step();
    }

    private void disturb() {
        if (stage.actors() < MOST_ACTORS && dice.oneIn(6)) {
            dice.any(streams).deliverSome(functions);
        }
        if (stage.actors() < MOST_ACTORS && dice.oneIn(25)) {
            schedule(dice.any(schedules));
        }
        if (givenUp.hasAny() && stage.actors() < MOST_ACTORS && dice.oneIn(10)) {
            givenUp.deliverSome(functions);
        }
        if (trouble.clockJumps()) {
            clock.jump(Duration.ofMinutes(dice.below(600) - 60L));
        }
    }

    /** What a dead run has taken up is free again after a while, and whoever waits for it waits as long. */
    private void letTimePass() {
        if (plan.takesLong() && !trouble.clockIsHeld()) {
            clock.jump(Duration.ofMinutes(1));
        }
    }

    private void schedule(String function) {
        if (!plan.runs(function, phase)) {
            return;
        }
        if (running.getOrDefault(function, 0) > 0) {
            if (dice.oneIn(2)) {
                return;
            }
            trouble.happened(Fault.SCHEDULES_OVERLAP);
        }
        running.merge(function, 1, Integer::sum);
        stage.enter(function, () -> {
            try {
                functions.schedule(function);
            } catch (ProcessGone | StoreBusy gone) {
                // The next run goes on. Anything else is a defect.
            } finally {
                running.merge(function, -1, Integer::sum);
            }
        });
    }

    /** Delivers what the streams have, until they have nothing more. */
    void deliver() {
        boolean more = true;
        while (more) {
            more = false;
            for (SimulatedStream stream : streams) {
                more |= stream.deliverAll(functions);
            }
        }
    }

    /** Lets everything go on until nothing changes any more. */
    void settle() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            long before = office.writes() + finance.writes();
            deliver();
            givenUp.deliverAll(functions);
            schedules.stream().filter(function -> plan.runs(function, phase)).forEach(functions::schedule);
            if (office.writes() + finance.writes() == before) {
                return;
            }
        }
        throw new AssertionError(
                "Something still changes after " + MOST_ROUNDS + " rounds of all streams and schedules");
    }

    /** Whether a stream gives a batch up is chance; that something was carried all the same is not. */
    private static void forgetMended(Map<Key, Item> finance) {
        Set<String> mended = new HashSet<>();
        for (Item item : finance.values()) {
            if (item.kind().equals(SyncErrorItem.KIND) && item.text("code").equals("batch-given-up")) {
                if (!item.read().has("resolved")) {
                    throw new AssertionError("A batch that was given up is not carried: " + item);
                }
                mended.add(item.text("error"));
            }
        }
        finance.values()
                .removeIf(item -> item.kind().startsWith(SyncErrorItem.KIND) && mended.contains(item.text("error")));
    }

    private void requireEnd() {
        if (stage.steps() > MOST_STEPS) {
            throw new AssertionError("No end after " + MOST_STEPS + " steps");
        }
    }
}
