package dev.fattura.local.stream;

import static dev.fattura.local.stream.Records.CREATED;
import static dev.fattura.local.stream.Records.record;
import static dev.fattura.local.stream.Records.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BatchCourseTest {
    private static final int RETRIES = 3;
    private static final BatchRules BISECTING = new BatchRules(10, RETRIES, -1, true, true);
    private static final BatchRules PLAIN = new BatchRules(10, RETRIES, -1, false, true);

    /** Every batch that was sent, and what became of the records. */
    private record Run(List<List<String>> sent, List<BatchCourse.GivenUp> givenUp) {
        List<String> givenUpNumbers() {
            return givenUp.stream()
                    .flatMap(lost -> lost.records().stream())
                    .map(StreamRecord::sequenceNumber)
                    .toList();
        }

        long timesSent(String number) {
            return sent.stream().filter(batch -> batch.contains(number)).count();
        }
    }

    @ParameterizedTest
    @MethodSource("positions")
    void poison_isGivenUpAlone_whenTheFunctionThrowsAndBatchesAreBisected(int position) {
        Run run = run(BISECTING, records(10), batch -> throwing(batch, position));

        assertThat(run.givenUpNumbers()).containsExactly(text(position));
        assertThat(run.givenUp().get(0).condition()).isEqualTo(BatchCourse.Condition.RETRY_ATTEMPTS_EXHAUSTED);
        assertThat(run.sent().stream().filter(List.of(text(position))::equals)).hasSize(1 + RETRIES);
        IntStream.rangeClosed(1, 10)
                .filter(number -> number != position)
                .forEach(number -> assertThat(run.timesSent(text(number))).isPositive());
    }

    @ParameterizedTest
    @MethodSource("positions")
    void wholeBatch_isGivenUp_whenTheFunctionThrowsAndBatchesAreNotBisected(int position) {
        Run run = run(PLAIN, records(10), batch -> throwing(batch, position));

        assertThat(run.sent()).hasSize(1 + RETRIES);
        assertThat(run.givenUpNumbers()).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("positions")
    void recordsBeforeThePoison_areSentOnce_whenTheFunctionReportsIt(int position) {
        for (BatchRules rules : List.of(BISECTING, PLAIN)) {
            Run run = run(rules, records(10), batch -> reporting(batch, rules, text(position)));

            IntStream.range(1, position)
                    .forEach(number -> assertThat(run.timesSent(text(number))).isEqualTo(1));
            assertThat(run.givenUpNumbers())
                    .containsExactlyElementsOf(IntStream.rangeClosed(position, 10)
                            .mapToObj(BatchCourseTest::text)
                            .toList());
            // With bisecting, the cut at the reported number costs no retry.
            int cut = rules.bisectOnError() && position > 1 ? 1 : 0;
            assertThat(run.timesSent(text(position))).isEqualTo(1 + RETRIES + cut);
        }
    }

    @ParameterizedTest
    @MethodSource("positions")
    void batchGoesOnAtTheLowestNumber_whenAFailureIsReportedOnce(int position) {
        List<String> reported = new ArrayList<>(List.of(text(10), text(position)));
        Run run = run(PLAIN, records(10), batch -> {
            Outcome outcome = reporting(batch, PLAIN, reported.toArray(String[]::new));
            reported.clear();
            return outcome;
        });

        assertThat(run.givenUp()).isEmpty();
        assertThat(run.sent()).hasSize(2);
        assertThat(run.sent().get(1)).first().isEqualTo(text(position));
        assertThat(run.sent().get(1)).last().isEqualTo(text(10));
    }

    static Stream<Arguments> answersOfSuccess() {
        return Stream.of("", "null", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}", "\"done\"")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("answersOfSuccess")
    void batch_succeeds_whenTheAnswerListsNoFailure(String answer) {
        Run run = run(PLAIN, records(10), batch -> Outcome.read(answer.getBytes(StandardCharsets.UTF_8), batch, PLAIN));

        assertThat(run.sent()).hasSize(1);
        assertThat(run.givenUp()).isEmpty();
    }

    static Stream<Arguments> badIdentifiers() {
        return Stream.of(
                        "{\"itemIdentifier\":\"\"}",
                        "{\"itemIdentifier\":null}",
                        "{\"id\":\"1\"}",
                        "{\"itemIdentifier\":\"99\"}")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("badIdentifiers")
    void wholeBatch_fails_whenAnIdentifierIsBad(String failure) {
        String answer = "{\"batchItemFailures\":[{\"itemIdentifier\":\"5\"}," + failure + "]}";
        Run run = run(PLAIN, records(10), batch -> Outcome.read(answer.getBytes(StandardCharsets.UTF_8), batch, PLAIN));

        assertThat(run.sent()).hasSize(1 + RETRIES).allSatisfy(batch -> assertThat(batch)
                .hasSize(10));
        assertThat(run.givenUpNumbers()).hasSize(10);
    }

    @Test
    void report_isIgnored_whenTheMappingDoesNotDeclareIt() {
        BatchRules deaf = new BatchRules(10, RETRIES, -1, true, false);
        Run run = run(deaf, records(10), batch -> reporting(batch, deaf, "5"));

        assertThat(run.sent()).hasSize(1);
        assertThat(run.givenUp()).isEmpty();
    }

    @Test
    void batch_isTriedAgainWithoutEnd_whenRetriesHaveNoLimit() {
        int[] left = {50};
        BatchRules endless = new BatchRules(10, -1, -1, false, true);
        Run run = run(endless, records(1), batch -> left[0]-- > 0 ? Outcome.failed("boom") : Outcome.succeeded(1));

        assertThat(run.sent()).hasSize(51);
        assertThat(run.givenUp()).isEmpty();
    }

    @Test
    void retryCount_growsWithEachTryInVain_whenABatchKeepsFailing() {
        BatchCourse course = new BatchCourse(PLAIN, records(1));
        List<Integer> retries = new ArrayList<>();
        for (Optional<BatchCourse.Sending> sending = course.next(CREATED);
                sending.isPresent();
                sending = course.next(CREATED)) {
            retries.add(sending.get().retry());
            course.answered(Outcome.failed("boom"));
        }

        assertThat(retries).containsExactly(0, 1, 2, 3);
    }

    @Test
    void expiredRecords_areGivenUpUnsent_whenTheyAreOlderThanTheLimit() {
        BatchRules hour = new BatchRules(10, RETRIES, 3_600, false, true);
        List<StreamRecord> batch = List.of(
                record(1, CREATED.minusSeconds(3_601)), record(2, CREATED.minusSeconds(3_600)), record(3, CREATED));
        Run run = run(hour, batch, sent -> Outcome.succeeded(sent.size()));

        assertThat(run.sent()).containsExactly(List.of("2", "3"));
        assertThat(run.givenUpNumbers()).containsExactly("1");
        assertThat(run.givenUp().get(0).condition()).isEqualTo(BatchCourse.Condition.RECORD_AGE_EXCEEDED);
    }

    static Stream<Arguments> positions() {
        return IntStream.rangeClosed(1, 10).mapToObj(Arguments::of);
    }

    private static Run run(BatchRules rules, List<StreamRecord> batch, Function<List<StreamRecord>, Outcome> function) {
        BatchCourse course = new BatchCourse(rules, batch);
        List<List<String>> sent = new ArrayList<>();
        for (Optional<BatchCourse.Sending> sending = course.next(CREATED);
                sending.isPresent();
                sending = course.next(CREATED)) {
            List<StreamRecord> records = sending.get().records();
            sent.add(records.stream().map(StreamRecord::sequenceNumber).toList());
            course.answered(function.apply(records));
        }
        return new Run(sent, course.givenUp());
    }

    private static Outcome throwing(List<StreamRecord> batch, int poison) {
        return batch.stream().anyMatch(record -> record.sequenceNumber().equals(text(poison)))
                ? Outcome.failed("boom")
                : Outcome.succeeded(batch.size());
    }

    /** Reports those of the numbers that are in the batch, as a function would. */
    private static Outcome reporting(List<StreamRecord> batch, BatchRules rules, String... numbers) {
        List<String> failures = Stream.of(numbers)
                .filter(number -> batch.stream()
                        .anyMatch(record -> record.sequenceNumber().equals(number)))
                .map(number -> "{\"itemIdentifier\":\"" + number + "\"}")
                .toList();
        String answer = "{\"batchItemFailures\":[" + String.join(",", failures) + "]}";
        return Outcome.read(answer.getBytes(StandardCharsets.UTF_8), batch, rules);
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
