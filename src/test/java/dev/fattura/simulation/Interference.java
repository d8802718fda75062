package dev.fattura.simulation;

import dev.fattura.store.Item;
import dev.fattura.support.Dice;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What happens at a call of the store: others get their turn, and things go wrong as the trouble and the planted defect say. */
final class Interference {

    private final Stage stage;
    private final Trouble trouble;
    private final Dice dice;
    private final Defect defect;
    private final Calls calls;

    Interference(Stage stage, Trouble trouble, Dice dice, Defect defect) {
        this(stage, trouble, dice, defect, new Calls());
    }

    /** @param calls is told of every item that is put */
    Interference(Stage stage, Trouble trouble, Dice dice, Defect defect, Calls calls) {
        this.stage = stage;
        this.trouble = trouble;
        this.dice = dice;
        this.defect = defect;
        this.calls = calls;
    }

    <T> T read(Supplier<T> work) {
        before();
        T answer = work.get();
        after();
        return answer;
    }

    <T> T write(Supplier<T> work) {
        before();
        if (trouble.strikes(Fault.TIMEOUT_LOST)) {
            throw timeout();
        }
        T answer = work.get();
        if (trouble.strikes(Fault.TIMEOUT_LANDED)) {
            throw timeout();
        }
        after();
        return answer;
    }

    <T> T transaction(Supplier<T> work) {
        if (trouble.strikes(Fault.TRANSACTION_CONFLICT)) {
            throw TransactionCanceledException.builder()
                    .message("Transaction cancelled")
                    .statusCode(400)
                    .cancellationReasons(CancellationReason.builder()
                            .code("TransactionConflict")
                            .build())
                    .build();
        }
        return write(work);
    }

    /** How many of a batch are done. */
    int doneOf(int size) {
        return trouble.strikes(Fault.UNPROCESSED) ? dice.below(size) : size;
    }

    /** Whether the answer says what is left over. */
    boolean leftOver() {
        return defect != Defect.LEFT_OVER_FORGOTTEN;
    }

    /** How many items a query gives at most: DynamoDB may give fewer than asked for and say that there is more. */
    int pageOf(int limit) {
        return !trouble.isOver() && limit > 1 && dice.oneIn(20) ? 1 + dice.below(limit) : limit;
    }

    void conditionFailed() {
        if (!trouble.isOver()) {
            trouble.happened(Fault.CONDITION_FAILED);
        }
    }

    /** Between the writes of a transaction nobody sees anything, unless the defect is that there is no transaction. */
    void amidTransaction() {
        if (defect == Defect.TORN_TRANSACTION) {
            stage.letOthers();
            if (!trouble.isOver() && dice.oneIn(60)) {
                throw new ProcessGone();
            }
        }
    }

    boolean ignores(String condition) {
        return defect.ignores(condition);
    }

    /** The item as it is put; null if it is not. */
    @Nullable
    Map<String, AttributeValue> altered(Map<String, AttributeValue> item) {
        calls.put(item.get(Item.KIND).s());
        return defect.altered(item, dice);
    }

    private void before() {
        if (!trouble.isOver()) {
            stage.letOthers();
        }
        if (trouble.strikes(Fault.CRASH_BEFORE)) {
            throw new ProcessGone();
        }
        if (trouble.tableAway()) {
            throw serverError(503);
        }
        if (trouble.strikes(Fault.THROTTLED)) {
            throw ProvisionedThroughputExceededException.builder()
                    .message("Throughput exceeded")
                    .statusCode(400)
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("ProvisionedThroughputExceededException")
                            .build())
                    .build();
        }
        if (trouble.strikes(Fault.SERVER_ERROR)) {
            throw InternalServerErrorException.builder()
                    .message("Internal server error")
                    .statusCode(500)
                    .build();
        }
    }

    private void after() {
        if (trouble.strikes(Fault.CRASH_AFTER)) {
            throw new ProcessGone();
        }
    }

    private static RuntimeException timeout() {
        return SdkClientException.create("The answer did not come in time");
    }

    private static RuntimeException serverError(int status) {
        return DynamoDbException.builder()
                .message("Service unavailable")
                .statusCode(status)
                .build();
    }
}
