package dev.fattura.local.stream;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The course of one batch under the rules of Lambda, as a pure machine: {@link #next} says what to send, {@link #answered} takes what
 * came of it, until nothing is left. It knows no stream, no function and no clock, so each rule is tested in a table.
 *
 * <p>Where AWS leaves a rule open, the one that is harder on the function holds here. Progress inside a batch does not give
 * back retries, and a partial failure at the first record leaves nothing to cut off: when the retries run out, all
 * that is left of the batch is given up, sound records behind the bad one included.
 */
public final class BatchCourse {
    /** A batch to send now; {@code retry} is 0 the first time and grows with each try in vain, for the pause before it. */
    public record Sending(List<StreamRecord> records, int retry) {}

    /** Records that were given up, for the failure destination. */
    public record GivenUp(List<StreamRecord> records, Condition condition, String cause, int invocations) {}

    /** Why records were given up, with the names that Lambda uses. */
    public enum Condition {
        RETRY_ATTEMPTS_EXHAUSTED("RetryAttemptsExhausted"),
        RECORD_AGE_EXCEEDED("RecordAgeExceeded");

        private final String label;

        Condition(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private record Part(List<StreamRecord> records, int retries, int failures, String cause) {
        Part retried(String newCause) {
            return new Part(records, retries + 1, failures + 1, newCause);
        }

        Part cut(int from, int to, String newCause) {
            return new Part(records.subList(from, to), retries, failures + 1, newCause);
        }
    }

    private final BatchRules rules;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final List<GivenUp> givenUp = new ArrayList<>();

    public BatchCourse(BatchRules rules, List<StreamRecord> batch) {
        this.rules = rules;
        parts.add(new Part(List.copyOf(batch), 0, 0, "not tried"));
    }

    /** The next batch to send, with records that are too old by now already given up; empty when the course is over. */
    public Optional<Sending> next(Instant now) {
        while (!parts.isEmpty()) {
            Part part = parts.removeFirst();
            int expired = expired(part, now);
            if (expired > 0) {
                giveUp(part.cut(0, expired, part.cause()), Condition.RECORD_AGE_EXCEEDED);
            }
            if (expired < part.records().size()) {
                Part left = new Part(
                        part.records().subList(expired, part.records().size()),
                        part.retries(),
                        part.failures(),
                        part.cause());
                parts.addFirst(left);
                return Optional.of(new Sending(left.records(), left.failures()));
            }
        }
        return Optional.empty();
    }

    /** Takes the outcome of what {@link #next} gave last. */
    public void answered(Outcome outcome) {
        Part part = parts.removeFirst();
        if (outcome.failure().isEmpty()) {
            return;
        }
        String cause = outcome.failure().get();
        int size = part.records().size();
        if (!outcome.whole() && outcome.delivered() > 0) {
            Part rest = part.cut(outcome.delivered(), size, cause);
            retryOrGiveUp(
                    rules.bisectOnError()
                            ? rest
                            : new Part(rest.records(), part.retries() + 1, rest.failures(), cause));
        } else if (outcome.whole() && rules.bisectOnError() && size > 1) {
            parts.addFirst(part.cut(size / 2, size, cause));
            parts.addFirst(part.cut(0, size / 2, cause));
        } else {
            retryOrGiveUp(part.retried(cause));
        }
    }

    public List<GivenUp> givenUp() {
        return List.copyOf(givenUp);
    }

    private void retryOrGiveUp(Part part) {
        if (rules.maximumRetryAttempts() >= 0 && part.retries() > rules.maximumRetryAttempts()) {
            giveUp(part, Condition.RETRY_ATTEMPTS_EXHAUSTED);
        } else {
            parts.addFirst(part);
        }
    }

    private void giveUp(Part part, Condition condition) {
        givenUp.add(new GivenUp(part.records(), condition, part.cause(), part.failures()));
    }

    /** Records come in order of age, so those that are too old are at the start. */
    private int expired(Part part, Instant now) {
        if (rules.maximumRecordAgeSeconds() < 0) {
            return 0;
        }
        Instant oldest = now.minusSeconds(rules.maximumRecordAgeSeconds());
        int expired = 0;
        while (expired < part.records().size()
                && part.records().get(expired).created().isBefore(oldest)) {
            expired++;
        }
        return expired;
    }
}
