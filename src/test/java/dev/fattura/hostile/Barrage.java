package dev.fattura.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.audit.Moment;
import dev.fattura.ledger.Crossing;
import dev.fattura.support.Dice;
import dev.fattura.support.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Sends the hostile events of a seed, one after another, and holds every answer to the promises. */
final class Barrage {

    /** Then the world is made anew, so that memory stays bounded and a number can be sent again with little before it. */
    static final int OF_A_WORLD = 250;

    private static final int MOST_FAILURES = 40;
    private static final int STREAMS_FLOW = 50;

    private final long seed;
    private final HostileWorld.Between between;
    private final Promises promises;
    private final LongSupplier clock;
    private final Tally tally = new Tally();
    private final Map<String, String> failures = new LinkedHashMap<>();
    private HostileWorld world;

    Barrage(long seed, HostileWorld.Between between, TimeLimits limits, LongSupplier clock) {
        this.seed = seed;
        this.between = between;
        this.promises = new Promises(limits);
        this.clock = clock;
    }

    static Barrage of(long seed) {
        return new Barrage(seed, (functions, office) -> functions, TimeLimits.ofTemplate(), System::nanoTime);
    }

    Tally tally() {
        return tally;
    }

    /** All events of a seed up to that number. @throws AssertionError that says how to send them again, if promises are broken */
    void send(long count) {
        send(0, count);
    }

    /** What is sent to the world of that number, up to that number. */
    void sendAgain(long number) {
        send(number / OF_A_WORLD * OF_A_WORLD, number + 1);
    }

    private void send(long from, long to) {
        try (Logged logged = new Logged()) {
            for (long number = from; number < to; number++) {
                if (number % OF_A_WORLD == 0) {
                    world = new HostileWorld(forged(number), between);
                }
                one(number, logged);
                if (!forged(number)) {
                    goOn(number);
                }
                if (number > 0 && number % 50_000 == 0) {
                    System.out.printf("hostile input, seed %d: %d of %d%n", seed, number, to);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(
                    failures.size() + " kinds of broken promises\n" + String.join("\n\n", failures.values()));
        }
    }

    /** Keeps the first of each kind; what differs in numbers only is of the same kind. */
    private void failed(String kind, String report) {
        if (failures.size() < MOST_FAILURES) {
            failures.putIfAbsent(kind.replaceAll("[0-9a-f-]{8,}|[0-9]+", "0"), report);
        }
    }

    /** In every other world the platform itself is attacked as well. */
    private static boolean forged(long number) {
        return number / OF_A_WORLD % 2 == 1;
    }

    /** What is there goes its way now and then; and at the end the books of the world must still be right. */
    private void goOn(long number) {
        try {
            if (number % STREAMS_FLOW == STREAMS_FLOW - 1) {
                world.world().deliver(World.Course.IN_ORDER);
                world.world().audit().require(Moment.ANY);
            }
            if (number % OF_A_WORLD == OF_A_WORLD - 1) {
                for (Crossing map : Crossing.values()) {
                    world.world().call(200, "POST", "/maps/" + map.code() + "/resume", "{}");
                }
                world.world().audit().requireAll();
            }
        } catch (AssertionError | RuntimeException wrong) {
            failed("books " + wrong, place(number) + "\n  After it the books are wrong: " + wrong);
        }
    }

    private void one(long number, Logged logged) {
        Attacks.Made made = Attacks.make(world, Dice.of(seed, number));
        logged.forget();
        world.office().forget();
        world.finance().forget();
        Delivery delivery = Delivery.of(made.attack(), world.functions(), clock);
        List<String> broken = promises.broken(delivery, world);
        if (!broken.isEmpty()) {
            failed(
                    made.attack().valid().function() + broken + logged.last(),
                    place(number) + Report.of(made.damage(), delivery, broken, logged.last()));
        }
        made.damage().forEach(each -> tally.count(each, delivery));
        tally.count(delivery);
        keepCursor(delivery);
    }

    private void keepCursor(Delivery delivery) {
        if (delivery.status() == 200) {
            JsonNode body = Json.read(delivery.answer().path("body").asText());
            if (body != null && body.path("next").isTextual()) {
                world.loot().sawCursor(body.get("next").asText());
            }
        }
    }

    private String place(long number) {
        return "Hostile event " + number + " of seed " + seed
                + "; send it again with -Dtest=HostileInputTest -Dfattura.hostile.seed=" + seed
                + " -Dfattura.hostile.only=" + number;
    }
}
