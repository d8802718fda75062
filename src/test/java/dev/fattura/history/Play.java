package dev.fattura.history;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.World;
import dev.fattura.support.World.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One history under way: the world, what is known of it, the dice, and what has been done so far. */
final class Play {

    final World world = new World();
    final Model model = new Model();
    final Random random;
    final Coverage coverage;

    private final List<String> told = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private Call latest;
    private Map<String, Map<Key, Item>> beforeLatest = Map.of();
    private int keys;

    Play(long seed, Coverage coverage) {
        this.random = new Random(seed);
        this.coverage = coverage;
        world.audit().waive("a history audits itself after every step");
    }

    /** A request with an Idempotency-Key, and its first answer. */
    record Kept(Call call, Answer answer) {}

    /** What was done, the latest last. */
    List<String> told() {
        return told;
    }

    List<Kept> kept() {
        return kept;
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    /** Some of them, at least one, in their order. */
    <T> List<T> some(List<T> choices) {
        List<T> some = new ArrayList<>();
        for (T choice : choices) {
            if (random.nextBoolean()) {
                some.add(choice);
            }
        }
        return some.isEmpty() ? List.of(any(choices)) : some;
    }

    void tell(String what) {
        told.add(what);
    }

    /** Asks something, which must be answered and must change nothing. */
    Answer ask(String path) {
        Map<String, Map<Key, Item>> before = world.contents();
        Answer answer = send(Call.of("GET", path));
        require(answer.status() == 200, "GET " + path + " answered " + answer.body());
        require(world.contents().equals(before), "GET " + path + " changed the tables");
        return answer;
    }

    /**
     * Gives a command, sometimes with a key, sometimes again, sometimes with a crash on the way and then again.
     *
     * @param refusals the codes with which it may be refused, which then changes nothing
     */
    Answer command(Call call, String... refusals) {
        Call sent = oneIn(4) ? call.with("idempotency-key", "KEY-" + ++keys) : call;
        latest = sent;
        Answer answer = crashing(() -> send(sent));
        if (answer.status() >= 400) {
            String code = answer.body().path("code").asText();
            require(List.of(refusals).contains(code), sent + " was refused: " + answer.body());
            requireUnchanged(beforeLatest, sent + " was refused with " + code);
            coverage.refusal(code);
        }
        if (sent.has("idempotency-key")) {
            kept.add(new Kept(sent, answer));
            if (random.nextBoolean()) {
                repeat(kept.get(kept.size() - 1));
            }
        }
        return answer;
    }

    /** The latest command as it was sent: with its key, if it had one. */
    Call latest() {
        return latest;
    }

    /** The same key and the same request give the same answer and change nothing. */
    void repeat(Kept keyed) {
        Map<String, Map<Key, Item>> before = world.contents();
        Answer again = send(keyed.call());
        require(again.equals(keyed.answer()), keyed.call() + " answered " + keyed.answer() + " and then " + again);
        require(world.contents().equals(before), "The repeat of " + keyed.call() + " changed the tables");
    }

    /** The same request again, as it was sent; it is answered as if it were the first and changes nothing. */
    Answer resend(Call call) {
        Map<String, Map<Key, Item>> before = world.contents();
        Answer answer = send(call);
        require(answer.status() < 300, call + " was refused when it came again: " + answer.body());
        requireUnchanged(before, call + " came again");
        return answer;
    }

    /** A request that must be refused with that code and change nothing. */
    void provoke(String code, Call call) {
        Map<String, Map<Key, Item>> before = world.contents();
        Answer answer = send(call);
        require(
                answer.status() >= 400
                        && answer.status() < 500
                        && answer.body().path("code").asText().equals(code),
                call + " was not refused with " + code + ": " + answer.status() + " " + answer.body());
        requireUnchanged(before, call + " was refused with " + code);
        coverage.refusal(code);
    }

    Answer schedule(String function) {
        Answer answer = crashing(() -> scheduled(function));
        require(answer.status() == 200, "Schedule " + function + " answered " + answer.body());
        return answer;
    }

    private Answer scheduled(String function) {
        tell("schedule " + function);
        return world.schedule(function);
    }

    void deliver(World.Course course) {
        tell("deliver " + course);
        world.deliver(course);
    }

    /**
     * Does the work; now and then the process is gone before one of its writes, perhaps something else happens, and then the work is
     * done again.
     */
    private Answer crashing(Supplier<Answer> work) {
        beforeLatest = world.contents();
        if (!oneIn(10)) {
            return work.get();
        }
        int[] left = {upTo(9)};
        for (InMemoryTable table : List.of(world.office(), world.finance())) {
            table.failBefore(operation -> {
                if (--left[0] == 0) {
                    tell("crash before " + operation);
                    throw new Crash();
                }
            });
        }
        Answer first = work.get();
        world.office().failBefore(operation -> {});
        world.finance().failBefore(operation -> {});
        if (left[0] > 0) {
            return first;
        }
        coverage.action("crash");
        if (oneIn(3)) {
            deliver(any(List.of(World.Course.values())));
            scheduled(any(List.of("sweep", "import-staging", "post-journals", "post-proposals")));
        }
        beforeLatest = world.contents();
        return work.get();
    }

    private Answer send(Call call) {
        told.add(call.toString());
        Answer answer = world.call(
                call.method(), call.path(), call.body(), call.headers().toArray(String[]::new));
        told.add("  -> " + answer.status()
                + (answer.status() < 400 ? "" : " " + answer.body().path("code").asText()));
        return answer;
    }

    /** Nothing but receipts, which keep refusals too. */
    private void requireUnchanged(Map<String, Map<Key, Item>> before, String what) {
        require(withoutReceipts(world.contents()).equals(withoutReceipts(before)), what + " and changed the tables");
    }

    private static Map<String, Map<Key, Item>> withoutReceipts(Map<String, Map<Key, Item>> contents) {
        Map<String, Map<Key, Item>> without = new TreeMap<>();
        contents.forEach((side, table) -> {
            Map<Key, Item> rest = new TreeMap<>(table);
            rest.values().removeIf(item -> item.attributes().get("kind").equals("receipt"));
            without.put(side, rest);
        });
        return without;
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** The process is gone. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("crash", null, false, false);
        }
    }
}
