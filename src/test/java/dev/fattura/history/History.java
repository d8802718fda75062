package dev.fattura.history;

import dev.fattura.audit.Moment;

/** A history: a company is set up, then so many things happen, then everything goes on to its end. */
final class History {

    private static final int LEAST_STEPS = 20;
    private static final int MORE_STEPS = 35;
    private static final int AFTERWARDS = 3;

    private History() {}

    /** Plays it. @throws AssertionError that tells what happened before the failure, and how to see it again */
    static void play(long seed, Coverage coverage) {
        Play play = new Play(seed, coverage);
        try {
            Recording.companies(play);
            Recording.contract(play);
            int steps = LEAST_STEPS + play.random.nextInt(MORE_STEPS);
            for (int step = 0; step < steps; step++) {
                step(play);
            }
            Actions.settle(play);
            // What is over refuses to be done again.
            for (int step = 0; step < AFTERWARDS; step++) {
                Provocations.provoke(play);
            }
            play.world.audit().require(Moment.SETTLED);
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(
                    "History " + seed + " failed; see it again with -Dtest=HistoriesTest -Dfattura.history.seed=" + seed
                            + "\n" + failure + "\n  after\n    " + String.join("\n    ", play.told()),
                    failure);
        }
    }

    private static void step(Play play) {
        if (play.oneIn(4)) {
            Provocations.provoke(play);
        } else {
            Action action = Actions.choose(play);
            play.tell("-- " + action.name());
            action.perform().accept(play);
            play.coverage.action(action.name());
        }
        play.world.audit().require(Moment.ANY);
    }
}
