package dev.fattura.audit;

/** When a rule has to hold. */
public enum Moment {
    /** Whenever no request is under way. */
    ANY,
    /** Once all streams are delivered and all schedules have run until nothing changed. */
    SETTLED
}
