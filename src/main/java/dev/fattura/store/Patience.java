package dev.fattura.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * How long to go on asking a store that throttles, conflicts or is away: a bounded number of times, with growing, jittered
 * pauses. It repeats only requests that are harmless when repeated, and all of {@link DynamoTable}'s are: a put of the same
 * bytes, or a conditional one whose failed condition tells what is there.
 */
public final class Patience {

    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Pause pause;

    /** How to wait. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    public Patience(Pause pause) {
        this.pause = pause;
    }

    public static Patience sleeping() {
        return new Patience(duration -> Thread.sleep(duration.toMillis()));
    }

    <T> T ask(Supplier<T> request) {
        Waits waits = waits();
        while (true) {
            try {
                return request.get();
            } catch (SdkException failure) {
                if (!passing(failure)) {
                    throw failure;
                }
                waits.next(failure);
            }
        }
    }

    Waits waits() {
        return new Waits();
    }

    private static boolean passing(SdkException failure) {
        if (failure instanceof TransactionCanceledException cancelled) {
            // A failed condition is an answer and wins over a conflict beside it.
            return cancelled.cancellationReasons().stream()
                            .noneMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))
                    && cancelled.cancellationReasons().stream().anyMatch(reason -> passing(reason.code()));
        }
        if (failure instanceof DynamoDbException refused) {
            return refused.statusCode() >= 500
                    || refused.isThrottlingException()
                    || (refused.awsErrorDetails() != null
                            && passing(refused.awsErrorDetails().errorCode()));
        }
        return failure instanceof SdkClientException;
    }

    /** Whether an error of that code passes, for a request or for one entry of a batch. */
    static boolean passing(String code) {
        return switch (code) {
            case "TransactionConflict",
                    "TransactionConflictException",
                    "TransactionInProgressException",
                    "InternalServerError",
                    "ThrottlingError",
                    "ThrottlingException",
                    "RequestLimitExceeded",
                    "ProvisionedThroughputExceeded",
                    "ProvisionedThroughputExceededException" -> true;
            default -> false;
        };
    }

    /** The pauses of one request. */
    final class Waits {

        private int attempt;

        private Waits() {}

        /** After an answer that may have left something over: waits only when nothing of it was done. */
        void afterAnswer(boolean progress) {
            if (progress) {
                attempt = 0;
            } else {
                next(new IllegalStateException("The store left the whole batch over"));
            }
        }

        private void next(Exception cause) {
            attempt++;
            if (attempt >= ATTEMPTS) {
                throw new StoreBusy("The store is busy; asked " + attempt + " times", cause);
            }
            long ceiling = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << (attempt - 1));
            try {
                pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1)));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new StoreBusy("Interrupted while waiting for the store", interrupted);
            }
        }
    }
}
