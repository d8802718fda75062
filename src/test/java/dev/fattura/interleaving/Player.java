package dev.fattura.interleaving;

import dev.fattura.support.Actor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody who does something, call by call of the store. */
final class Player {

    /** Nothing of production catches it. */
    private static final class Gone extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Actor actor = Actor.started();
    private boolean gone;
    private @Nullable String answer;

    void begin(String name, Supplier<String> work) {
        gone = false;
        answer = null;
        actor.play(name, () -> perform(work), false);
    }

    private void perform(Supplier<String> work) {
        try {
            String given = work.get();
            // Whoever goes here has done everything and is never heard of.
            pause();
            answer = given;
        } catch (Gone crashed) {
            answer = null;
        }
    }

    /** Called before each call of the store: somebody else may go on. Outside of its part it does nothing. */
    void pause() {
        if (actor.isCurrentThread()) {
            actor.pause();
            if (gone) {
                throw new Gone();
            }
        }
    }

    /** Goes on to its next call of the store, or to its end. */
    void goOn() {
        actor.resume();
        if (actor.done()) {
            actor.rethrow();
        }
    }

    /** Goes on no more. */
    void crash() {
        gone = true;
        actor.resume();
    }

    boolean over() {
        return actor.done();
    }

    /** What it was answered, unless it has crashed. */
    @Nullable
    String answer() {
        return answer;
    }

    void end() {
        actor.end();
    }
}
