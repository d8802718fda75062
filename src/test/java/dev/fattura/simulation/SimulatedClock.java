package dev.fattura.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on a little whenever somebody looks at it, and jumps when it is told to. */
final class SimulatedClock extends Clock {

    private static final Instant BEGIN = Instant.parse("2026-01-31T00:00:00Z");
    private static final Instant END = Instant.parse("2026-01-31T23:00:00Z");

    private static final Instant LATE = Instant.parse("2026-01-31T23:30:00Z");

    private Instant now = BEGIN;

    /** Forward or back, but not into another day: what falls due is counted from the day of posting. */
    void jump(Duration by) {
        Instant there = now.plus(by);
        now = there.isBefore(BEGIN) || !there.isBefore(END) ? BEGIN : there;
    }

    /** So late that no function can still be at what it took up before the latest jump. */
    void late() {
        now = LATE;
    }

    @Override
    public Instant instant() {
        now = now.plusMillis(10);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
