package dev.fattura.interleaving;

import dev.fattura.support.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Every course that some acts can take, of which one calls the store at a time: each order of their calls in which no more than so many
 * times somebody is interrupted who could go on, and with no more than so many crashes. Whoever had no answer asks again afterwards.
 */
final class Interleavings {

    private static final int MOST_ATTEMPTS = 8;

    private final World world;
    private final World.Snapshot before;
    private final List<Act> acts;
    private final int interruptions;
    private final int crashes;
    private final List<Player> players;

    Interleavings(World world, List<Act> acts, int interruptions, int crashes) {
        this.world = world;
        this.before = world.snapshot();
        this.acts = acts;
        this.interruptions = interruptions;
        this.crashes = crashes;
        this.players = acts.stream().map(act -> new Player()).toList();
    }

    /** A course that was taken: the world is as it left it. */
    record Course(List<Move> moves, List<String> answers) {}

    /** One after the other, in that order of their indexes. */
    Course oneAfterTheOther(List<Integer> order) {
        List<Supplier<String>> works = prepared();
        String[] answers = new String[acts.size()];
        for (int index : order) {
            answers[index] = answered(works.get(index));
        }
        return new Course(order.stream().map(index -> new Move(index, false)).toList(), List.of(answers));
    }

    /** Takes each course once, and returns how many there are. */
    long each(Consumer<Course> use) {
        Deque<List<Move>> open = new ArrayDeque<>();
        open.push(List.of());
        long courses = 0;
        while (!open.isEmpty()) {
            use.accept(course(open.pop(), open));
            courses++;
        }
        players.forEach(Player::end);
        return courses;
    }

    /** Takes the course that begins so and goes on undisturbed; what could have been done otherwise on the way is open afterwards. */
    private Course course(List<Move> beginning, Deque<List<Move>> open) {
        List<Supplier<String>> works = prepared();
        for (int index = 0; index < players.size(); index++) {
            players.get(index).begin(acts.get(index).name(), works.get(index));
        }
        world.beforeEachCall(() -> players.forEach(Player::pause));
        Way way = new Way();
        while (players.stream().anyMatch(player -> !player.over())) {
            if (way.taken.size() < beginning.size()) {
                way.take(beginning.get(way.taken.size()));
            } else {
                List<Move> possible = way.possible();
                possible.subList(1, possible.size()).forEach(other -> open.push(way.with(other)));
                way.take(possible.get(0));
            }
        }
        world.beforeEachCall(() -> {});
        return new Course(List.copyOf(way.taken), answers(works));
    }

    /** How far a course has come. */
    private final class Way {

        private final List<Move> taken = new ArrayList<>();
        private int last = -1;
        private int interrupted;
        private int crashed;

        /** What may happen next; the first of it disturbs nobody. */
        List<Move> possible() {
            boolean goesOn = goesOn();
            List<Move> possible = new ArrayList<>();
            if (goesOn) {
                possible.add(new Move(last, false));
            }
            if (!goesOn || interrupted < interruptions) {
                IntStream.range(0, players.size())
                        .filter(index -> index != last && !players.get(index).over())
                        .forEach(index -> possible.add(new Move(index, false)));
            }
            if (goesOn && crashed < crashes) {
                possible.add(new Move(last, true));
            }
            return possible;
        }

        void take(Move move) {
            if (move.player() != last && goesOn()) {
                interrupted++;
            }
            last = move.player();
            taken.add(move);
            if (move.crash()) {
                crashed++;
                players.get(last).crash();
            } else {
                players.get(last).goOn();
            }
        }

        private boolean goesOn() {
            return last >= 0 && !players.get(last).over();
        }

        List<Move> with(Move next) {
            List<Move> longer = new ArrayList<>(taken);
            longer.add(next);
            return longer;
        }
    }

    private List<String> answers(List<Supplier<String>> works) {
        List<String> answers = new ArrayList<>();
        for (int index = 0; index < players.size(); index++) {
            String answer = players.get(index).answer();
            answers.add(answer == null || open(answer) ? answered(works.get(index)) : answer);
        }
        return answers;
    }

    private List<Supplier<String>> prepared() {
        world.restore(before);
        return acts.stream().map(act -> act.prepared().apply(world)).toList();
    }

    private static String answered(Supplier<String> work) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            String answer = work.get();
            if (!open(answer)) {
                return answer;
            }
        }
        throw new AssertionError("No answer in " + MOST_ATTEMPTS + " attempts: " + work.get());
    }

    /** Whoever is answered so asks again. */
    private static boolean open(String answer) {
        return answer.startsWith("5") || answer.endsWith("command-in-progress");
    }
}
