package dev.fattura.simulation;

import dev.fattura.support.Actor;
import dev.fattura.support.Dice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs actors one at a time: an actor goes on until it lets others, and the dice say who is next. Each has a thread only because
 * blocking code cannot be left and entered again otherwise; never do two of them run.
 */
final class Stage {

    /** A slow actor goes on so many times less often than the others. */
    private static final int SLOWNESS = 12;

    private final Dice dice;
    private final List<Actor> actors = new ArrayList<>();
    private final Deque<Actor> idle;
    private @Nullable Actor current;
    private long steps;

    /** @param idle threads of earlier stages, to be used again */
    Stage(Dice dice, Deque<Actor> idle) {
        this.dice = dice;
        this.idle = idle;
    }

    /** Enters a new actor; it begins when it is chosen. */
    void enter(String name, Runnable part) {
        enter(name, part, false);
    }

    /** Enters one that does what another does as well; every second of them is so slow that the world has gone on when it does it. */
    void enterTwin(String name, Runnable part) {
        enter(name + " again", part, dice.oneIn(2));
    }

    private void enter(String name, Runnable part, boolean slow) {
        Actor actor = idle.isEmpty() ? Actor.started() : idle.pop();
        actor.play(name, part, slow);
        actors.add(actor);
    }

    /** Lets one actor go on, if there is any. @throws AssertionError or whatever it fails with */
    boolean step() {
        if (actors.isEmpty()) {
            return false;
        }
        steps++;
        Actor actor = chosen();
        current = actor;
        actor.resume();
        current = null;
        if (actor.done()) {
            actors.remove(actor);
            idle.push(actor);
            actor.rethrow();
        }
        return true;
    }

    private Actor chosen() {
        Actor actor = dice.any(actors);
        while (actor.slow() && actors.size() > 1 && !dice.oneIn(SLOWNESS)) {
            actor = dice.any(actors);
        }
        return actor;
    }

    /** Called by the actor that runs: somebody else may go on. Outside of any actor it does nothing. */
    void letOthers() {
        Actor actor = current;
        if (actor != null && actor.isCurrentThread()) {
            actor.pause();
        }
    }

    int actors() {
        return actors.size();
    }

    long steps() {
        return steps;
    }

    static Deque<Actor> noThreads() {
        return new ArrayDeque<>();
    }

    /** Ends the threads. Those of actors that never finished stay paused; they are daemons. */
    static void end(Deque<Actor> threads) {
        threads.forEach(Actor::end);
        threads.clear();
    }
}
