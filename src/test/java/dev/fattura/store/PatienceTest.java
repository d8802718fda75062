package dev.fattura.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

class PatienceTest {

    private static final Item ITEM =
            Item.of(new Key("p", "s"), "test").number(Item.VERSION, 1).build();
    private static final List<Write> ONE = List.of(Write.put(ITEM, Condition.ABSENT));
    private static final List<Write> TWO = List.of(
            Write.put(ITEM, Condition.ABSENT),
            Write.put(Item.of(new Key("p", "t"), "test").build(), Condition.ABSENT));

    private final List<Duration> waits = new ArrayList<>();
    private final FaultyDynamoDb client = new FaultyDynamoDb();
    private final DynamoTable table = new DynamoTable(client, "table", new Patience(waits::add));

    @AfterEach
    void forgetInterrupt() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void passingFailures_areWaitedOut() {
        client.failWith(
                throughput(),
                refused(400, "ThrottlingException"),
                refused(500, "InternalServerError"),
                conflict(),
                away());
        assertThat(table.get(new Key("p", "s"))).isEmpty();
        assertThat(client.calls()).isEqualTo(6);
        assertThat(waits).hasSize(5);
    }

    @Test
    void pauses_growToACeiling_withJitter() {
        client.failWith(IntStream.range(0, 7).mapToObj(number -> throughput()).toArray(RuntimeException[]::new));
        table.putAll(List.of(ITEM));
        assertThat(client.calls()).isEqualTo(8);
        assertThat(waits).hasSize(7);
        long[] ceilings = {25, 50, 100, 200, 400, 800, 1600};
        for (int pause = 0; pause < 7; pause++) {
            assertThat(waits.get(pause).toMillis()).isBetween(ceilings[pause] / 2, ceilings[pause]);
        }
    }

    @Test
    void storeBusy_afterEightAttempts_withTheCause() {
        client.failForever(PatienceTest::throughput);
        assertThatThrownBy(() -> table.commit(ONE))
                .isInstanceOf(StoreBusy.class)
                .hasCauseInstanceOf(ProvisionedThroughputExceededException.class);
        assertThat(client.calls()).isEqualTo(8);
    }

    @Test
    void everyRequest_isPatient() {
        List<Supplier<Object>> requests = List.of(
                () -> table.get(new Key("p", "s")),
                () -> table.getAll(List.of(new Key("p", "s"))),
                () -> table.query("p", "", null, 10),
                () -> {
                    table.putAll(List.of(ITEM));
                    return "";
                },
                () -> {
                    table.deleteAll(List.of(new Key("p", "s")));
                    return "";
                },
                () -> table.putNew(List.of(ITEM)),
                () -> table.commit(ONE),
                () -> table.commit(List.of(Write.delete(new Key("p", "s"), Condition.NONE))),
                () -> table.commit(TWO));
        for (Supplier<Object> request : requests) {
            waits.clear();
            client.failWith(throughput());
            assertThatNoException().isThrownBy(request::get);
            assertThat(waits).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ValidationException", "AccessDeniedException", "ItemCollectionSizeLimitExceededException"})
    void defects_areNotRepeated(String code) {
        client.failWith(refused(400, code));
        assertThatThrownBy(() -> table.get(new Key("p", "s"))).isInstanceOf(DynamoDbException.class);
        assertThat(client.calls()).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void missingTable_isNotRepeated() {
        client.failWith(ResourceNotFoundException.builder().statusCode(400).build());
        assertThatThrownBy(() -> table.commit(ONE)).isInstanceOf(ResourceNotFoundException.class);
        assertThat(client.calls()).isEqualTo(1);
    }

    @Test
    void failedCondition_isAnAnswer_andNotRepeated() {
        Item other = Item.of(new Key("p", "s"), "test").number(Item.VERSION, 9).build();
        client.failWith(conditionFailed(other));
        assertThat(table.commit(ONE)).isEqualTo(new Commit(0, other));
        assertThat(client.calls()).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void failedCondition_onWhatThisWritePut_isDone_afterALostAnswer() {
        client.failWith(away(), conditionFailed(ITEM));
        assertThat(table.commit(ONE)).isEqualTo(Commit.DONE);
        assertThat(client.calls()).isEqualTo(2);
    }

    @Test
    void failedDeleteCondition_isNeverTakenForDone() {
        client.failWith(conditionFailed(ITEM));
        assertThat(table.commit(List.of(Write.delete(ITEM.key(), Condition.version(2)))))
                .isEqualTo(new Commit(0, ITEM));
    }

    @Test
    void transaction_isRepeatedWithTheSameToken_onAConflict() {
        client.failWith(cancelled("None", "TransactionConflict"), cancelled("ThrottlingError", "None"), away());
        assertThat(table.commit(TWO)).isEqualTo(Commit.DONE);
        assertThat(client.tokens()).hasSize(4);
        assertThat(client.tokens().stream().distinct()).hasSize(1);
        assertThat(table.commit(TWO)).isEqualTo(Commit.DONE);
        assertThat(client.tokens().stream().distinct()).hasSize(2);
    }

    @Test
    void transaction_failedConditionWinsOverAConflictBesideIt() {
        client.failWith(cancelled("TransactionConflict", "ConditionalCheckFailed"));
        assertThat(table.commit(TWO)).isEqualTo(new Commit(1, null));
        assertThat(waits).isEmpty();
    }

    @Test
    void transaction_cancelledForAnotherReason_isADefect() {
        client.failWith(cancelled("None", "ValidationError"));
        assertThatThrownBy(() -> table.commit(TWO)).isInstanceOf(TransactionCanceledException.class);
        assertThat(waits).isEmpty();
    }

    @Test
    void unprocessedItems_areSentAgain_withoutAPauseWhileThereIsProgress() {
        client.leaveOver(10, 3, 0);
        table.putAll(items(25));
        assertThat(client.batchSizes()).containsExactly(25, 10, 3);
        assertThat(waits).isEmpty();
    }

    @Test
    void unprocessedItems_joinTheNextBatch() {
        client.leaveOver(20, 0, 0);
        table.putAll(items(40));
        assertThat(client.batchSizes()).containsExactly(25, 25, 10);
        assertThat(client.written()).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void wholeBatchLeftOver_isWaitedFor_andGivenUpInTheEnd() {
        client.leaveOver(25, 25, 0);
        table.putAll(items(25));
        assertThat(waits).hasSize(2);
        client.leaveOver(25, 25, 25, 25, 25, 25, 25, 25, 25);
        assertThatThrownBy(() -> table.putAll(items(25))).isInstanceOf(StoreBusy.class);
    }

    @Test
    void insertsThatWereThrottled_areSentAgain_andJoinTheNextBatch() {
        client.leaveOver(20, 0, 0);
        assertThat(table.putNew(items(40))).isEmpty();
        assertThat(client.batchSizes()).containsExactly(25, 25, 10);
        assertThat(waits).isEmpty();
        client.leaveOver(3, 0);
        table.putNew(items(3));
        assertThat(waits).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ThrottlingError", "ProvisionedThroughputExceeded", "TransactionConflict", "InternalServerError"
            })
    void insertThatPassesLater_isRepeatedAlone(String code) {
        client.refuse(code);
        table.putNew(items(3));
        assertThat(client.batchSizes()).containsExactly(3, 1);
    }

    /** Here what is there is what was put before, since an empty table has nothing else. */
    @Test
    void insertOfWhatIsThere_isAnAnswer_andNotRepeated() {
        client.refuse("DuplicateItem");
        assertThat(table.putNew(items(3))).isEmpty();
        assertThat(client.batchSizes()).containsExactly(3, 1);
        assertThat(waits).isEmpty();
    }

    @Test
    void insertThatIsRefused_isADefect() {
        client.refuse("ValidationError");
        assertThatThrownBy(() -> table.putNew(items(3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ValidationError");
        assertThat(client.calls()).isEqualTo(1);
    }

    @Test
    void unprocessedKeys_areAskedAgain() {
        client.leaveOver(60, 60, 0);
        table.getAll(items(150).stream().map(Item::key).toList());
        assertThat(client.batchSizes()).containsExactly(100, 100, 70);
        assertThat(waits).isEmpty();
    }

    @Test
    void interrupt_endsTheWaiting_andStaysSet() {
        DynamoTable interrupted = new DynamoTable(client, "table", new Patience(duration -> {
            throw new InterruptedException();
        }));
        client.failWith(throughput());
        assertThatThrownBy(() -> interrupted.get(new Key("p", "s"))).isInstanceOf(StoreBusy.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static List<Item> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Item.of(new Key("p", "s" + number), "test").build())
                .toList();
    }

    private static RuntimeException throughput() {
        return ProvisionedThroughputExceededException.builder()
                .statusCode(400)
                .awsErrorDetails(details("ProvisionedThroughputExceededException"))
                .build();
    }

    private static RuntimeException conflict() {
        return TransactionConflictException.builder()
                .statusCode(400)
                .awsErrorDetails(details("TransactionConflictException"))
                .build();
    }

    private static RuntimeException refused(int status, String code) {
        return DynamoDbException.builder()
                .statusCode(status)
                .awsErrorDetails(details(code))
                .build();
    }

    /** The answer does not come; what was asked may have happened. */
    private static RuntimeException away() {
        return SdkClientException.create("Read timed out");
    }

    private static RuntimeException conditionFailed(Item existing) {
        return ConditionalCheckFailedException.builder()
                .statusCode(400)
                .item(ItemCodec.encode(existing))
                .build();
    }

    private static RuntimeException cancelled(String... codes) {
        return TransactionCanceledException.builder()
                .statusCode(400)
                .awsErrorDetails(details("TransactionCanceledException"))
                .cancellationReasons(Arrays.stream(codes)
                        .map(code -> CancellationReason.builder().code(code).build())
                        .toList())
                .build();
    }

    private static AwsErrorDetails details(String code) {
        return AwsErrorDetails.builder().errorCode(code).build();
    }
}
