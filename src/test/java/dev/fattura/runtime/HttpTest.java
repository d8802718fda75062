package dev.fattura.runtime;

import static dev.fattura.support.Invocations.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.Condition;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.StoreBusy;
import dev.fattura.store.Write;
import dev.fattura.support.Callers;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.Invocations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {

    private static final Invocation SCHEDULE =
            new Invocation(null, null, null, null, null, null, null, false, Invocation.SCHEDULE);

    private final InMemoryTable table = new InMemoryTable();
    private int runs;

    /** A use case that does its work and answers how often it ran. */
    private Reply works(Request request, Command command) {
        runs++;
        return Reply.created("/things/1", Json.object().put("runs", runs)).withVersion(3);
    }

    private HttpReply send(String key, String body, BiFunction<Request, Command, Reply> use) {
        return send(Map.of("idempotency-key", key), body, use);
    }

    private HttpReply send(Map<String, String> headers, String body, BiFunction<Request, Command, Reply> use) {
        return Http.command(Invocations.request("POST", "/things", "", headers, body), table, use);
    }

    @Test
    void answer_hasStatusHeadersAndBody() {
        HttpReply reply = send(Map.of(), "{}", this::works);
        assertThat(reply)
                .isEqualTo(new HttpReply(
                        201,
                        Map.of("content-type", "application/json", "location", "/things/1", "etag", "\"3\""),
                        "{\"runs\":1}",
                        false));
    }

    @Test
    void sameKeyAndSameBody_givesTheFirstAnswerAgain() {
        HttpReply first = send("key-1", "{}", this::works);
        HttpReply second = send("key-1", "{}", this::works);
        assertThat(second).isEqualTo(first);
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void answerThatIsLongerThanAnItemMayBe_isGiven_andNotKept() {
        String row = "x".repeat(400_000);
        for (int run = 1; run <= 2; run++) {
            HttpReply reply = send("key-1", "{}", (request, command) -> {
                runs++;
                return Reply.ok(Json.object().put("waiting", row));
            });
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(runs).isEqualTo(run);
        }
        assertThat(table.contents()).isEmpty();
    }

    @Test
    void withoutAKey_everyRequestRuns_andNothingIsKept() {
        send(Map.of(), "{}", this::works);
        send(Map.of(), "{}", this::works);
        assertThat(runs).isEqualTo(2);
        assertThat(table.contents()).isEmpty();
    }

    @Test
    void sameKeyAndAnotherRequest_isRefused_andTheFirstAnswerStays() {
        HttpReply first = send("key-1", "{\"a\":1}", this::works);
        assertProblem(send("key-1", "{\"a\":2}", this::works), 422, "idempotency-key-reused");
        assertProblem(
                send(Map.of("idempotency-key", "key-1", "if-match", "\"1\""), "{\"a\":1}", this::works),
                422,
                "idempotency-key-reused");
        assertProblem(
                Http.command(
                        Invocations.request("POST", "/others", "", Map.of("idempotency-key", "key-1"), "{\"a\":1}"),
                        table,
                        this::works),
                422,
                "idempotency-key-reused");
        assertThat(runs).isEqualTo(1);
        assertThat(send("key-1", "{\"a\":1}", this::works)).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(
            value = RefusalCode.class,
            names = {"NOT_FOUND", "ALREADY_RECORDED", "INVOICE_CHANGED", "WRONG_CURRENCY"})
    void whatWasRefusedForItsState_staysRefused_evenWhenItWouldWorkNow(RefusalCode code) {
        HttpReply refused = send("key-1", "{}", (request, command) -> {
            throw new Refused(code, "It was so.", "/m");
        });
        assertProblem(refused, code.kind().httpStatus(), code.code());
        assertThat(send("key-1", "{}", this::works)).isEqualTo(refused);
        assertThat(runs).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = RefusalCode.class,
            names = {
                "BODY_MALFORMED",
                "MEMBER_MISSING",
                "MEMBER_UNKNOWN",
                "TOO_MANY_DECIMALS",
                "BODY_TOO_LARGE",
                "IF_MATCH_REQUIRED",
                "COMMAND_IN_PROGRESS"
            })
    void whatWasMalformedOrUnderWay_isNotRemembered(RefusalCode code) {
        send("key-1", "{}", (request, command) -> {
            throw new Refused(code, "Not so.");
        });
        assertThat(table.contents()).isEmpty();
        assertThat(send("key-1", "{\"better\":true}", this::works).statusCode()).isEqualTo(201);
    }

    @Test
    void commandThatCrashedAfterItsBegin_runsAgain_andIsAnsweredThen() {
        HttpReply crashed = send("key-1", "{}", (request, command) -> {
            table.commit(List.of(ReceiptItem.begin(command)));
            throw new IllegalStateException("crash");
        });
        assertThat(crashed.statusCode()).isEqualTo(500);
        HttpReply retried = send("key-1", "{}", this::works);
        assertThat(retried.statusCode()).isEqualTo(201);
        assertThat(send("key-1", "{}", this::works)).isEqualTo(retried);
        assertThat(runs).isEqualTo(1);
    }

    /** All of a command in one write, with what it answers. */
    private Optional<Reply> worksAtOnce(Request request, Command command) {
        Reply reply = Reply.ok(Json.object().put("runs", runs + 1));
        boolean done = table.commit(List.of(ReceiptItem.answer(command, Http.kept(reply))))
                .done();
        runs += done ? 1 : 0;
        return done ? Optional.of(reply) : Optional.empty();
    }

    private HttpReply sendAtOnce(String body, BiFunction<Request, Command, Optional<Reply>> atOnce) {
        return Http.command(
                Invocations.request("POST", "/things", "", Map.of("idempotency-key", "key-1"), body),
                table,
                atOnce,
                this::works);
    }

    @Test
    void whatIsDoneAtOnce_isNotDoneOtherwise_andIsAnsweredAgain() {
        HttpReply first = sendAtOnce("{}", this::worksAtOnce);
        assertThat(first.body()).isEqualTo("{\"runs\":1}");
        assertThat(sendAtOnce("{}", this::worksAtOnce)).isEqualTo(first);
        assertThat(runs).isEqualTo(1);
        assertProblem(sendAtOnce("{\"a\":1}", this::worksAtOnce), 422, "idempotency-key-reused");
    }

    @Test
    void whatCannotBeDoneAtOnce_isDoneOtherwise() {
        HttpReply reply = sendAtOnce("{}", (request, command) -> Optional.empty());
        assertThat(reply.statusCode()).isEqualTo(201);
        assertThat(sendAtOnce("{}", this::worksAtOnce)).isEqualTo(reply);
        assertThat(runs).isEqualTo(1);
    }

    /** The refusal is the other way's to make, which knows whether there is an answer already. */
    @Test
    void whatIsRefusedAtOnce_isAskedOtherwise() {
        HttpReply first = sendAtOnce("{}", this::worksAtOnce);
        HttpReply second = sendAtOnce("{}", (request, command) -> {
            throw new Refused(RefusalCode.INVOICE_CONFIRMED, "It is.");
        });
        assertThat(second).isEqualTo(first);
    }

    @Test
    void refusal_doesNotOverwriteTheReceiptOfAnAttemptThatBeganMeanwhile() {
        send("key-1", "{}", (request, command) -> {
            table.commit(List.of(Write.put(ReceiptItem.begin(command).item(), Condition.NONE)));
            throw new Refused(RefusalCode.ALREADY_RECORDED, "Somebody else is doing it.");
        });
        assertThat(send("key-1", "{}", this::works).statusCode()).isEqualTo(201);
    }

    @Test
    void answer_ofASlowerRunOfTheSameRequest_isTheOneThatIsKept() {
        HttpReply[] first = new HttpReply[1];
        HttpReply second = send("key-1", "{}", (request, command) -> {
            first[0] = send("key-1", "{}", (again, same) -> {
                table.commit(List.of(ReceiptItem.begin(same)));
                return works(again, same);
            });
            return works(request, command);
        });
        assertThat(runs).isEqualTo(2);
        assertThat(second).isEqualTo(first[0]);
        assertThat(send("key-1", "{}", this::works)).isEqualTo(first[0]);
    }

    /** It had begun when both came again; the faster one has done it, so the slower one is refused, and is not to say so. */
    @Test
    void refusal_ofASlowerRunOfACommandThatHadBegun_isTheAnswerThatIsKept() {
        send("key-1", "{}", (request, command) -> {
            table.commit(List.of(ReceiptItem.begin(command)));
            throw new IllegalStateException("crash");
        });
        HttpReply[] first = new HttpReply[1];
        HttpReply second = send("key-1", "{}", (request, command) -> {
            first[0] = send("key-1", "{}", this::works);
            throw new Refused(RefusalCode.INVOICE_CHANGED, "The other one did.");
        });
        assertThat(second).isEqualTo(first[0]);
    }

    /** The other request has the key, whether it is answered or has only begun. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sameKeyAndAnotherRequest_atTheSameTime_isRefused_andTheReceiptStays(boolean answered) {
        HttpReply late = send("key-1", "{\"a\":2}", (request, command) -> {
            send("key-1", "{\"a\":1}", (other, faster) -> {
                table.commit(List.of(ReceiptItem.begin(faster)));
                if (!answered) {
                    throw new IllegalStateException("crash");
                }
                return works(other, faster);
            });
            return works(request, command);
        });
        assertProblem(late, 422, "idempotency-key-reused");
        runs = 6;
        assertThat(send("key-1", "{\"a\":1}", this::works).body())
                .isEqualTo(answered ? "{\"runs\":1}" : "{\"runs\":7}");
    }

    @Test
    void command_thatAsksWhetherItHasBegun_isRefused_whereAnotherRequestHasItsKey() {
        send("key-1", "{}", (request, command) -> {
            Command other = new Command(command.id(), "other", true, command.by());
            table.commit(List.of(ReceiptItem.begin(other)));
            assertThatThrownBy(() -> ReceiptItem.begun(table, command))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                            .isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED));
            assertThat(ReceiptItem.begun(table, other)).isTrue();
            assertThat(table.commit(List.of(ReceiptItem.stillUnderWay(command))).done())
                    .isFalse();
            return works(request, command);
        });
    }

    /** Two runs at once: the second finds done what the first one did, and must not be refused for it. */
    @ParameterizedTest
    @EnumSource(
            value = RefusalCode.class,
            names = {"NOTHING_TO_INVOICE", "INVOICE_CHANGED"})
    void refusal_becauseTheSameRequestWasFaster_isTheAnswerOfThatOne(RefusalCode code) {
        HttpReply underWay = send("key-1", "{}", (request, command) -> {
            table.commit(List.of(ReceiptItem.begin(command)));
            throw new Refused(code, "The other one has it.");
        });
        assertProblem(underWay, 409, "command-in-progress");

        HttpReply done = send("key-2", "{}", (request, command) -> {
            HttpReply first = send("key-2", "{}", this::works);
            assertThat(first.statusCode()).isEqualTo(201);
            throw new Refused(code, "The other one has it.");
        });
        assertThat(done.statusCode()).isEqualTo(201);
        assertThat(done.body()).isEqualTo("{\"runs\":1}");
    }

    /** It had begun, and found what it was to take taken by another request: nobody else can answer it. */
    @Test
    void refusalThatEndsWhatHadBegun_isTheAnswer_alsoLater() {
        HttpReply refused = send("key-1", "{}", (request, command) -> {
            table.commit(List.of(ReceiptItem.begin(command)));
            throw new Refused(RefusalCode.NOTHING_TO_INVOICE, "Another one has it.").ending();
        });
        assertProblem(refused, 422, "nothing-to-invoice");
        assertThat(send("key-1", "{}", this::works)).isEqualTo(refused);
        assertThat(runs).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space", "tab\t", "ümlaut"})
    void malformedKey_isRefused(String key) {
        assertProblem(send(key, "{}", this::works), 400, "header-invalid");
        assertThat(runs).isZero();
    }

    /** Else he could take the receipt, the number or the draft of another command: of a schedule, or of a request without a key. */
    @Test
    void keyOfACaller_isNeverTheIdOfACommandThatNobodyChoseAKeyFor() {
        List<String> ids = new ArrayList<>();
        BiFunction<Request, Command, Reply> noting = (request, command) -> {
            ids.add(command.id());
            return works(request, command);
        };
        send(Map.of(), "{}", noting);
        send(ids.get(0), "{}", noting);
        assertThat(ids).doesNotHaveDuplicates().hasSize(2);
        // Every id of ours is of printable characters without spaces, like every key.
        assertThat(ids.get(1)).contains(" ");
    }

    @Test
    void longKey_isRefusedAbove255Characters() {
        assertThat(send("k".repeat(255), "{}", this::works).statusCode()).isEqualTo(201);
        assertProblem(send("k".repeat(256), "{}", this::works), 400, "header-invalid");
    }

    @Test
    void headers_areReadWhateverTheirCase() {
        send(Map.of("Idempotency-Key", "key-1"), "{}", this::works);
        send("key-1", "{}", this::works);
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void refusal_isAProblemWithPointerAndRemedy() {
        HttpReply reply = send(Map.of(), "{}", (request, command) -> {
            throw new Refused(RefusalCode.WRONG_CURRENCY, "The contract is in GBP.", "/lines/0/amount");
        });
        assertThat(reply.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(json(reply))
                .isEqualTo(
                        json(
                                """
                                {"type":"urn:fattura:problem:wrong-currency","title":"Wrong currency","status":422,
                                 "detail":"The contract is in GBP.","code":"wrong-currency",
                                 "remedy":"State the amount in the currency that is asked for.","pointer":"/lines/0/amount"}
                                """));
    }

    @Test
    void defect_isAProblemThatTellsNothingOfTheInside() {
        HttpReply reply = send(Map.of(), "{}", (request, command) -> {
            throw new IllegalStateException("secret of the inside");
        });
        assertProblem(reply, 500, "defect");
        assertThat(reply.body()).doesNotContain("secret", "IllegalState", "dev.fattura", "\\tat ");
    }

    @Test
    void defect_isNotRemembered() {
        send("key-1", "{}", (request, command) -> {
            throw new IllegalStateException("once");
        });
        assertThat(send("key-1", "{}", this::works).statusCode()).isEqualTo(201);
    }

    @Test
    void busyStore_isAskedAgainLater() {
        HttpReply reply = send("key-1", "{}", (request, command) -> {
            throw new StoreBusy("inside", new IllegalStateException());
        });
        assertProblem(reply, 503, "store-busy");
        assertThat(reply.headers()).containsEntry("retry-after", "5");
        assertThat(reply.body()).doesNotContain("inside");
        assertThat(send("key-1", "{}", this::works).statusCode()).isEqualTo(201);
    }

    @Test
    void schedule_failsItsFunction_whereACallerGetsAProblem() {
        assertThatThrownBy(() -> Http.answer(SCHEDULE, request -> {
                    throw new StoreBusy("inside", new IllegalStateException());
                }))
                .isInstanceOf(StoreBusy.class);
        assertThatThrownBy(() -> Http.answer(SCHEDULE, request -> {
                    throw new IllegalStateException("a defect");
                }))
                .hasMessage("a defect");
    }

    @Test
    void schedule_thatIsRefused_isNotRepeated() {
        HttpReply reply = Http.answer(SCHEDULE, request -> {
            throw new Refused(RefusalCode.NOT_FOUND, "There is none.");
        });
        assertProblem(reply, 404, "not-found");
    }

    @Test
    void question_isGuardedLikeACommand() {
        Invocation question = Invocations.get("/things", "thing=T-1", "limit=5");
        HttpReply reply = Http.answer(
                question,
                request -> Reply.ok(Json.object()
                        .put("thing", request.pathId("thing"))
                        .put("limit", request.query("limit").orElse(""))
                        .put("route", request.route())));
        assertThat(reply.body()).isEqualTo("{\"thing\":\"T-1\",\"limit\":\"5\",\"route\":\"GET /things\"}");
        assertProblem(
                Http.answer(question, request -> {
                    throw new Refused(RefusalCode.NOT_FOUND, "There is none.");
                }),
                404,
                "not-found");
        assertProblem(
                Http.answer(question, request -> Reply.ok(Json.object().put("x", request.pathId("other")))),
                404,
                "not-found");
    }

    @Test
    void nullInTheEvent_isTakenAsMissing() {
        Map<String, String> nothing = new HashMap<>();
        nothing.put("thing", null);
        nothing.put("if-match", null);
        Invocation question = new Invocation(
                "GET /things",
                "/things",
                nothing,
                nothing,
                nothing,
                Callers.context("GET", "/things"),
                null,
                false,
                null);
        assertProblem(
                Http.answer(question, request -> Reply.ok(Json.object().put("thing", request.pathId("thing")))),
                404,
                "not-found");
        assertProblem(
                Http.answer(question, request -> Reply.ok(Json.object().put("version", request.expectedVersion()))),
                428,
                "if-match-required");
        assertProblem(
                Http.answer(question, request -> Reply.ok(Json.object().put("thing", request.requireQuery("thing")))),
                400,
                "member-missing");
    }

    @Test
    void expectedVersion_comesFromIfMatch() {
        assertThat(version("\"3\"").body()).isEqualTo("{\"version\":3}");
        assertThat(version(" \"3\" ").body()).isEqualTo("{\"version\":3}");
        assertProblem(version(null), 428, "if-match-required");
        for (String tag : List.of("3", "*", "W/\"3\"", "\"x\"", "\"3\",\"4\"", "\"-1\"", "\"9999999999999999999\"")) {
            assertProblem(version(tag), 400, "header-invalid");
        }
    }

    private HttpReply version(String tag) {
        return send(
                tag == null ? Map.of() : Map.of("if-match", tag),
                "{}",
                (request, command) -> Reply.ok(Json.object().put("version", request.expectedVersion())));
    }

    private static void assertProblem(HttpReply reply, int status, String code) {
        JsonNode problem = json(reply);
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        assertThat(problem.at("/code").asText()).isEqualTo(code);
        assertThat(problem.at("/title").asText()).isNotBlank();
        assertThat(problem.at("/detail").asText()).isNotBlank();
        assertThat(problem.at("/remedy").asText()).isNotBlank();
    }
}
