package dev.fattura.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not cross and will not cross by itself (design.md, rule 8): parked, so that the others go on, until it is
 * tried again. There is one of each record and table map, however often it fails.
 *
 * @param reference where what could not cross is; it is read again at a retry, so a mended record crosses as it is then
 * @param cause in a sentence for a person
 * @param attempts how often it was tried in vain
 * @param resolved when it crossed after all, or null while it is open
 * @param version rises with every change
 */
public record SyncError(
        Id id,
        Crossing crossing,
        Reference reference,
        SyncErrorCode code,
        String cause,
        Instant firstSeen,
        Instant lastSeen,
        long attempts,
        @Nullable Instant resolved,
        long version) {

    /** The id of a sync error, derived from the table map and the key of the record. */
    public record Id(UUID value) {

        public static Id of(Crossing crossing, Reference reference) {
            return new Id(Identifiers.derived(
                    "syncError", crossing.code(), reference.source().code(), reference.partition(), reference.sort()));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Where a record is: the table and its key, or the stream and the place in it. */
    public record Reference(Source source, String partition, String sort) {

        /** Whether it is the header of a document, of which an entry of a queue knows as well, and no record of its own. */
        public boolean document() {
            return sort.equals("HEADER");
        }
    }

    /** What a reference points into. */
    public enum Source implements Coded {
        OFFICE("office"),
        FINANCE("finance"),
        STREAM("stream");

        private final String code;

        Source(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** The first time that it failed. */
    public static SyncError first(
            Crossing crossing, Reference reference, SyncErrorCode code, String cause, Instant now) {
        return new SyncError(Id.of(crossing, reference), crossing, reference, code, cause, now, now, 1, null, 1);
    }

    public boolean open() {
        return resolved == null;
    }

    /** It failed once more; one that was resolved is open again. */
    public SyncError again(SyncErrorCode newCode, String newCause, Instant now) {
        return new SyncError(
                id, crossing, reference, newCode, newCause, firstSeen, now, attempts + 1, null, version + 1);
    }

    /** It has crossed. */
    public SyncError resolvedAt(Instant now) {
        return new SyncError(id, crossing, reference, code, cause, firstSeen, lastSeen, attempts, now, version + 1);
    }
}
