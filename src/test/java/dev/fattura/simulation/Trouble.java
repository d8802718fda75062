package dev.fattura.simulation;

import dev.fattura.support.Dice;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which faults a simulation has, and how often: a random few of them, each at a rate of its own, because a fault that is always there
 * hides what only happens without it.
 */
final class Trouble {

    private static final int MOST_PER_MILLE = 60;

    /** A process that dies at every fiftieth call: with more, work of a hundred calls would hardly ever end. */
    private static final int MOST_CRASHES_PER_MILLE = 20;

    private final Dice dice;
    private final FaultCounts counts;
    private final Map<Fault, Integer> perMille = new EnumMap<>(Fault.class);
    private int away;
    private int clockHolders;
    private boolean over;

    Trouble(Dice dice, FaultCounts counts) {
        this.dice = dice;
        this.counts = counts;
        for (Fault fault : Fault.values()) {
            if (dice.oneIn(3)) {
                boolean crash = fault == Fault.CRASH_BEFORE || fault == Fault.CRASH_AFTER;
                perMille.put(fault, 1 + dice.below(crash ? MOST_CRASHES_PER_MILLE : MOST_PER_MILLE));
            }
        }
    }

    /** Makes a fault as frequent as it can be, because a planted defect shows only with it. */
    void favour(Fault fault) {
        perMille.put(fault, MOST_PER_MILLE);
    }

    /** No faults at all. */
    static Trouble none(Dice dice) {
        Trouble none = new Trouble(dice, new FaultCounts());
        none.end();
        return none;
    }

    /** From now on nothing goes wrong any more. */
    void end() {
        over = true;
        away = 0;
    }

    boolean isOver() {
        return over;
    }

    /** Whether that fault happens now; it is counted then. */
    boolean strikes(Fault fault) {
        boolean strikes = !over && dice.of(perMille.getOrDefault(fault, 0));
        if (strikes) {
            counts.add(fault);
        }
        return strikes;
    }

    /** For what has few occasions to happen. */
    boolean strikesOften(Fault fault) {
        boolean strikes = !over && dice.of(10 * perMille.getOrDefault(fault, 0));
        if (strikes) {
            counts.add(fault);
        }
        return strikes;
    }

    /** Somebody drafts: the sweep gives up a drafting that nobody has gone on with for long, and the clock must not say so meanwhile. */
    void holdClock() {
        clockHolders++;
    }

    void letClockGo() {
        clockHolders--;
    }

    boolean clockIsHeld() {
        return clockHolders > 0;
    }

    boolean clockJumps() {
        return !clockIsHeld() && strikes(Fault.CLOCK_JUMP);
    }

    /** Whether the tables are away at this call: for a while, once they are. */
    boolean tableAway() {
        if (away > 0) {
            away--;
            return true;
        }
        if (!over && dice.of(perMille.getOrDefault(Fault.TABLE_AWAY, 0) / 8)) {
            counts.add(Fault.TABLE_AWAY);
            away = 5 + dice.below(60);
            return true;
        }
        return false;
    }

    void happened(Fault fault) {
        counts.add(fault);
    }
}
