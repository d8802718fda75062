package dev.fattura.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.local.FunctionError;
import dev.fattura.local.Functions;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** Hostile input bites: a defect that is planted before the functions is found, by the promise that it breaks. */
class PlantedDefectsTest {

    private static final int EVENTS = 500;

    private final AtomicLong time = new AtomicLong();

    /** Changes an answer; the event is the one that was sent. */
    @FunctionalInterface
    private interface Planted {
        void into(ObjectNode answer, String event, Table table);
    }

    @Test
    void nothingPlanted_isNoDefect() {
        assertThat(found((answer, event, office) -> {})).isNull();
    }

    @Test
    void answerOf500_isFound() {
        assertThat(found((answer, event, office) -> {
                    if (answer.path("statusCode").asInt() == 413) {
                        answer.put("statusCode", 500);
                    }
                }))
                .hasMessageContaining("It answered 500.");
    }

    @Test
    void stackTraceInAnAnswer_isFound() {
        assertThat(found((answer, event, office) -> {
                    if (answer.path("statusCode").asInt() == 404) {
                        String body = answer.get("body").textValue();
                        answer.put(
                                "body", body.replace("\"detail\":\"", "\"detail\":\"at a.b.Store.get(Store.java:7) "));
                    }
                }))
                .hasMessageContaining("It tells what is inside: at a.b.Store.get(");
    }

    @Test
    void nameOfAClassInAnAnswer_isFound() {
        assertThat(found((answer, event, office) -> {
                    if (answer.path("body").asText().contains("\"next\"")) {
                        answer.put("body", "{\"cause\":\"NullPointerException\"}");
                    }
                }))
                .hasMessageContaining("It tells what is inside: NullPointerException.");
    }

    @Test
    void refusalWithoutACode_isFound() {
        assertThat(found((answer, event, office) -> {
                    if (answer.path("statusCode").asInt() == 409) {
                        answer.put("body", "{\"message\":\"no\"}");
                    }
                }))
                .hasMessageContaining("The refusal is no problem with a stable code");
    }

    @Test
    void writeBeforeARefusal_isFound() {
        assertThat(found((answer, event, office) -> {
                    if (answer.path("statusCode").asInt() == 409) {
                        office.putAll(List.of(Item.of(new Key("PROJECT#X", "HEADER"), "project")
                                .build()));
                    }
                }))
                .hasMessageContaining("It was refused and wrote Key[partition=PROJECT#X, sort=HEADER].");
    }

    @Test
    void answerSlowerThanTheTimeOut_isFound() {
        assertThat(found((answer, event, office) -> {
                    if (answer.path("headers").path("content-type").asText().equals("application/pdf")) {
                        time.addAndGet(29_000_000_001L);
                    }
                }))
                .hasMessageContaining("It took 29000 ms of 29 s.");
    }

    @Test
    void exceptionOfAStreamFunction_isFound() {
        assertThat(found((answer, event, office) -> {
                    if (answer.path("batchItemFailures").size() > 0) {
                        throw new IllegalArgumentException("poison");
                    }
                }))
                .hasMessageContaining("It failed with java.lang.IllegalArgumentException: poison.");
    }

    private Throwable found(Planted planted) {
        LongSupplier clock = time::get;
        HostileWorld.Between between = (functions, office) -> (Functions) (function, event) -> {
            byte[] answer = functions.invoke(function, event);
            return planted(planted, answer, event, office);
        };
        Barrage barrage = new Barrage(1, between, TimeLimits.ofTemplate(), clock);
        return catchThrowable(() -> barrage.send(EVENTS));
    }

    private static byte[] planted(Planted planted, byte[] answer, byte[] event, Table office) throws FunctionError {
        JsonNode json = Json.read(new String(answer, StandardCharsets.UTF_8));
        planted.into((ObjectNode) json, new String(event, StandardCharsets.UTF_8), office);
        return Json.write(json).getBytes(StandardCharsets.UTF_8);
    }
}
