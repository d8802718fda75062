package dev.fattura.simulation;

/** What can go wrong in a simulation. Each is counted when it happens, so that none is silently absent. */
enum Fault {
    CRASH_BEFORE("process gone before a store call"),
    CRASH_AFTER("process gone after a store call"),
    THROTTLED("request throttled"),
    SERVER_ERROR("store answers 500"),
    TIMEOUT_LOST("time-out, the write did not land"),
    TIMEOUT_LANDED("time-out, the write did land"),
    TRANSACTION_CONFLICT("transaction in conflict"),
    CONDITION_FAILED("condition failed"),
    UNPROCESSED("items of a batch left over"),
    TABLE_AWAY("table away for a while"),
    RECORD_REPEATED("stream record repeated"),
    RECORDS_DELAYED("stream records delayed"),
    RECORDS_REORDERED("stream records reordered across keys"),
    RECORDS_LOST("stream records lost for good"),
    RUN_TWICE("function run twice at once"),
    SCHEDULES_OVERLAP("schedules overlapping"),
    CLOCK_JUMP("clock jumped"),
    MAP_PAUSED("table map paused");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
