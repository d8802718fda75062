package dev.fattura.sweep;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Work;
import dev.fattura.maps.SyncFailure;
import dev.fattura.store.StoreBusy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a sweep carried, counted by kind, and what it could not. */
final class SweepReport {

    /** What there is to carry. */
    enum Kind implements Coded {
        CONFIRMATIONS_FINISHED("confirmationsFinished"),
        DRAFTS_RELEASED("draftsReleased"),
        CONTRACTS_CARRIED("contractsCarried"),
        HEADERS_CARRIED("headersCarried"),
        ACTUALS_CARRIED("actualsCarried"),
        WRITE_BACKS_DONE("writeBacksDone"),
        SYNC_ERRORS_RESOLVED("syncErrorsResolved");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** An entry of a queue that could not be carried; it stays in its queue and is tried again by the next sweep. */
    record Failure(Work.Queue queue, String id, String cause) {}

    private final Map<Kind, Long> carried = new EnumMap<>(Kind.class);
    private final List<Failure> failures = new ArrayList<>();
    private long openErrors;

    SweepReport() {
        for (Kind kind : Kind.values()) {
            carried.put(kind, 0L);
        }
    }

    void add(Kind kind, long count) {
        carried.merge(kind, count, Long::sum);
    }

    void fail(Work work, RuntimeException cause) {
        failures.add(new Failure(work.queue(), work.id(), cause(cause)));
    }

    private static String cause(RuntimeException cause) {
        return cause instanceof StoreBusy ? "The store was busy." : SyncFailure.told(cause);
    }

    /** So many sync errors are open in the end, as far as the sweep has looked. */
    void leaveOpen(long errors) {
        openErrors = errors;
    }

    long openErrors() {
        return openErrors;
    }

    /** How much it carried that no stream had; resolved errors are no part of it, each is what was carried again. */
    long carriedCount() {
        return carried.entrySet().stream()
                .filter(entry -> entry.getKey() != Kind.SYNC_ERRORS_RESOLVED)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    Map<Kind, Long> carried() {
        return carried;
    }

    List<Failure> failures() {
        return failures;
    }
}
