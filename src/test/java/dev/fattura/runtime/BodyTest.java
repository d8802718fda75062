package dev.fattura.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Refused;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Percent;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import dev.fattura.support.Examples;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    @Test
    void everyReader_readsWhatIsGood() {
        Body body = body(
                """
                {"text":"Größe 🍷","id":"INV-1001","uuid":"11111111-1111-4111-8111-11111111111A","date":"2026-01-31",
                 "currency":"GBP","coded":"nonChargeable","number":200,
                 "money":{"amount":"-1000.50","currency":"GBP"},"price":{"amount":"0.0125","currency":"GBP"},
                 "quantity":"0.25","rate":"1.0000000001","percent":"17.5",
                 "object":{"inner":"x"},"objects":[{"inner":"y"},{"inner":"z"}]}
                """);
        assertThat(body.text("text")).isEqualTo("Größe 🍷");
        assertThat(body.id("id")).isEqualTo("INV-1001");
        assertThat(body.uuid("uuid")).isEqualTo(UUID.fromString("11111111-1111-4111-8111-11111111111a"));
        assertThat(body.date("date")).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(body.currency("currency")).isEqualTo(new CurrencyCode("GBP"));
        assertThat(body.coded("coded", BillingType.class)).isEqualTo(BillingType.NON_CHARGEABLE);
        assertThat(body.number("number", 1, 200)).isEqualTo(200);
        assertThat(body.money("money")).isEqualTo(Examples.gbp("-1000.50"));
        assertThat(body.price("price")).isEqualTo(Price.of("0.0125", Examples.GBP));
        assertThat(body.quantity("quantity")).isEqualTo(Quantity.of("0.25"));
        assertThat(body.rate("rate")).isEqualTo(Rate.of("1.0000000001"));
        assertThat(body.percent("percent")).isEqualTo(Percent.of("17.5"));
        Body object = body.object("object");
        assertThat(object.text("inner")).isEqualTo("x");
        object.end();
        assertThat(body.objects("objects", 2))
                .extracting(each -> each.text("inner"))
                .containsExactly("y", "z");
        body.end();
    }

    @Test
    void optionalMembers_mayBeMissingNullOrEmpty() {
        for (String text : List.of("{}", "{\"a\":null,\"o\":null}", "{\"a\":\"\"}")) {
            Body body = body(text);
            assertThat(body.optionalText("a")).isEmpty();
            assertThat(body.optionalObject("o")).isEmpty();
            body.end();
        }
        Body there = body("{\"a\":\"x\",\"o\":{}}");
        assertThat(there.optionalText("a")).contains("x");
        assertThat(there.optionalObject("o")).isPresent();
        assertThat(request("").body().names()).isEmpty();
    }

    /** What each reader refuses: the reader, the member, the code, and below which pointer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text     | {}                                     | member-missing    | /m",
                "text     | {\"m\":null}                           | member-missing    | /m",
                "text     | {\"m\":\" \"}                          | member-invalid    | /m",
                "text     | {\"m\":1}                              | member-invalid    | /m",
                "text     | {\"m\":{}}                             | member-invalid    | /m",
                "text     | {\"m\":\"a\\u0000b\"}                  | member-invalid    | /m",
                "text     | {\"m\":\"a\\nb\"}                      | member-invalid    | /m",
                "text     | {\"m\":\"a\\u0085b\"}                  | member-invalid    | /m",
                "text     | {\"m\":\"a\\ud800\"}                   | member-invalid    | /m",
                "text     | {\"m\":\"\\udc00\\ud800\"}              | member-invalid    | /m",
                "codes    | {\"m\":[\"a\\ud83d\"]}                 | member-invalid    | /m",
                "optional | {\"m\":1}                              | member-invalid    | /m",
                "optional | {\"m\":\"\\u0007\"}                    | member-invalid    | /m",
                "id       | {}                                     | member-missing    | /m",
                "id       | {\"m\":\"a b\"}                        | member-invalid    | /m",
                "id       | {\"m\":\"a#b\"}                        | member-invalid    | /m",
                "uuid     | {\"m\":\"1-1-1-1-1\"}                  | member-invalid    | /m",
                "uuid     | {\"m\":\"x\"}                          | member-invalid    | /m",
                "date     | {\"m\":\"2026-02-30\"}                 | member-invalid    | /m",
                "date     | {\"m\":\"31.01.2026\"}                 | member-invalid    | /m",
                "date     | {\"m\":\"2026-01-31T00:00:00Z\"}       | member-invalid    | /m",
                "date     | {\"m\":\"1899-12-31\"}                 | member-invalid    | /m",
                "date     | {\"m\":\"+10000-01-01\"}               | member-invalid    | /m",
                "date     | {\"m\":20260131}                       | member-invalid    | /m",
                "currency | {\"m\":\"gbp\"}                        | member-invalid    | /m",
                "currency | {\"m\":\"XXX\"}                        | member-invalid    | /m",
                "coded    | {\"m\":\"CHARGEABLE\"}                 | unknown-value     | /m",
                "coded    | {\"m\":192350000}                      | member-invalid    | /m",
                "number   | {}                                     | member-missing    | /m",
                "number   | {\"m\":0}                              | member-invalid    | /m",
                "number   | {\"m\":201}                            | member-invalid    | /m",
                "number   | {\"m\":1.5}                            | member-invalid    | /m",
                "number   | {\"m\":1.0}                            | member-invalid    | /m",
                "number   | {\"m\":1e2}                            | member-invalid    | /m",
                "number   | {\"m\":\"5\"}                          | member-invalid    | /m",
                "number   | {\"m\":99999999999999999999}           | member-invalid    | /m",
                "number   | {\"m\":4294967297}                     | member-invalid    | /m",
                "money    | {}                                     | member-missing    | /m",
                "money    | {\"m\":\"1.00\"}                       | member-invalid    | /m",
                "money    | {\"m\":{\"amount\":\"1.00\"}}          | member-missing    | /m/currency",
                "money    | {\"m\":{\"currency\":\"GBP\"}}         | member-missing    | /m/amount",
                "money    | {\"m\":{\"amount\":1.00,\"currency\":\"GBP\"}}              | member-invalid    | /m/amount",
                "money    | {\"m\":{\"amount\":\"1.001\",\"currency\":\"GBP\"}}         | too-many-decimals | /m/amount",
                "money    | {\"m\":{\"amount\":\"1.5\",\"currency\":\"JPY\"}}           | too-many-decimals | /m/amount",
                "money    | {\"m\":{\"amount\":\"1e3\",\"currency\":\"GBP\"}}           | member-invalid    | /m/amount",
                "money    | {\"m\":{\"amount\":\"1E+999999999\",\"currency\":\"GBP\"}}  | member-invalid    | /m/amount",
                "money    | {\"m\":{\"amount\":\"NaN\",\"currency\":\"GBP\"}}           | member-invalid    | /m/amount",
                "money    | {\"m\":{\"amount\":\"Infinity\",\"currency\":\"GBP\"}}      | member-invalid    | /m/amount",
                "money    | {\"m\":{\"amount\":\"+1\",\"currency\":\"GBP\"}}            | member-invalid    | /m/amount",
                "money    | {\"m\":{\"amount\":\"1,000\",\"currency\":\"GBP\"}}         | member-invalid    | /m/amount",
                "money    | {\"m\":{\"amount\":\".5\",\"currency\":\"GBP\"}}            | member-invalid    | /m/amount",
                "money    | {\"m\":{\"amount\":\"١\",\"currency\":\"GBP\"}}             | member-invalid    | /m/amount",
                "money    | {\"m\":{\"amount\":\"1000000000.01\",\"currency\":\"GBP\"}} | member-invalid    | /m/amount",
                "money    | {\"m\":{\"amount\":\"-1000000000.01\",\"currency\":\"GBP\"}}| member-invalid    | /m/amount",
                "money    | {\"m\":{\"amount\":\"1\",\"currency\":\"GBP\",\"x\":1}}     | member-unknown    | /m/x",
                "price    | {\"m\":{\"amount\":\"-0.01\",\"currency\":\"GBP\"}}         | negative-value    | /m/amount",
                "price    | {\"m\":{\"amount\":\"0.00001\",\"currency\":\"GBP\"}}       | too-many-decimals | /m/amount",
                "price    | {\"m\":{\"amount\":\"1000000000.01\",\"currency\":\"GBP\"}} | member-invalid    | /m/amount",
                "quantity | {\"m\":\"0\"}                          | negative-value    | /m",
                "quantity | {\"m\":\"-1\"}                         | negative-value    | /m",
                "quantity | {\"m\":\"0.001\"}                      | too-many-decimals | /m",
                "quantity | {\"m\":\"1000000001\"}                 | member-invalid    | /m",
                "quantity | {\"m\":4}                              | member-invalid    | /m",
                "rate     | {\"m\":\"0\"}                          | negative-value    | /m",
                "rate     | {\"m\":\"-1.25\"}                      | negative-value    | /m",
                "rate     | {\"m\":\"0.00000000001\"}              | too-many-decimals | /m",
                "percent  | {\"m\":\"-1\"}                         | member-invalid    | /m",
                "percent  | {\"m\":\"100.01\"}                     | member-invalid    | /m",
                "percent  | {\"m\":\"0.00001\"}                    | too-many-decimals | /m",
                "object   | {}                                     | member-missing    | /m",
                "object   | {\"m\":[]}                             | member-invalid    | /m",
                "objects  | {}                                     | member-missing    | /m",
                "objects  | {\"m\":[]}                             | member-invalid    | /m",
                "objects  | {\"m\":{}}                             | member-invalid    | /m",
                "objects  | {\"m\":[{},1]}                         | member-invalid    | /m/1",
                "objects  | {\"m\":[{},{},{}]}                     | body-too-large    | /m",
            })
    void reader_refuses(String reader, String json, String code, String pointer) {
        assertRefused(json, READERS.get(reader), code, pointer);
    }

    private static final Map<String, Consumer<Body>> READERS = Map.ofEntries(
            Map.entry("text", body -> body.text("m")),
            Map.entry("optional", body -> body.optionalText("m")),
            Map.entry("id", body -> body.id("m")),
            Map.entry("uuid", body -> body.uuid("m")),
            Map.entry("date", body -> body.date("m")),
            Map.entry("currency", body -> body.currency("m")),
            Map.entry("codes", body -> body.codedList("m", List.of(BillingType.values()))),
            Map.entry("coded", body -> body.coded("m", BillingType.class)),
            Map.entry("number", body -> body.number("m", 1, 200)),
            Map.entry("money", body -> body.money("m")),
            Map.entry("price", body -> body.price("m")),
            Map.entry("quantity", body -> body.quantity("m")),
            Map.entry("rate", body -> body.rate("m")),
            Map.entry("percent", body -> body.percent("m")),
            Map.entry("object", body -> body.object("m")),
            Map.entry("objects", body -> body.objects("m", 2)));

    @Test
    void coded_refusesWhatIsNotAllowedHere_andListsWhatIs() {
        Refused refused = refusal(() -> body("{\"m\":\"notAvailable\"}")
                .coded("m", List.of(BillingType.CHARGEABLE, BillingType.COMPLIMENTARY)));
        assertThat(refused.code().code()).isEqualTo("unknown-value");
        assertThat(refused.detail()).contains("notAvailable", "chargeable, complimentary");
    }

    @Test
    void text_isAtMostTwoHundredCharacters() {
        assertThat(body("{\"m\":\"" + "x".repeat(200) + "\"}").text("m")).hasSize(200);
        assertRefused("{\"m\":\"" + "x".repeat(201) + "\"}", READERS.get("text"), "member-invalid", "/m");
    }

    @Test
    void nullMember_isTakenAsMissing_andNotAsUnknown() {
        Body body = Body.parse("{\"limit\":null}".getBytes(StandardCharsets.UTF_8));

        assertThat(body.has("limit")).isFalse();
        assertThatCode(body::end).doesNotThrowAnyException();
    }

    @Test
    void unknownMember_isRefusedAtTheEnd_withAPointerThatIsEscaped() {
        assertRefused("{\"a/b~c\":1}", Body::end, "member-unknown", "/a~1b~0c");
        assertRefused("{\"o\":{\"x\":1}}", body -> body.object("o").end(), "member-unknown", "/o/x");
        assertRefused(
                "{\"l\":[{},{\"x\":1}]}", body -> body.objects("l", 9).get(1).end(), "member-unknown", "/l/1/x");
    }

    @Test
    void whatCameFromOutside_isShortenedInAnAnswer() {
        Refused refused =
                refusal(() -> body("{\"" + "x".repeat(5_000) + "\":1}").end());
        assertThat(refused.detail()).hasSizeLessThan(120);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"text\"",
                "5",
                "null",
                "{} {}",
                "{}x",
                "{\"a\":1,\"a\":2}",
                "{\"o\":{\"a\":1,\"a\":1}}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "{\"a\":\"\t\"}",
                "/* no */ {}",
                "nonsense",
            })
    void malformedJson_isRefused(String text) {
        assertRefused(text, Body::end, "body-malformed", "");
    }

    @Test
    void deepNesting_isRefused() {
        assertRefused("{\"a\":".repeat(17) + "1" + "}".repeat(17), Body::end, "body-malformed", "");
        assertRefused("[".repeat(100_000), Body::end, "body-malformed", "");
    }

    @Test
    void hugeNumber_isRefused() {
        assertRefused("{\"m\":" + "9".repeat(100_000) + "}", READERS.get("number"), "body-malformed", "");
        assertRefused("{\"m\":1e9999999990}", READERS.get("number"), "body-malformed", "");
        assertRefused("{\"m\":1E999999999}", READERS.get("number"), "member-invalid", "/m");
        assertRefused("{\"m\":\"" + "9".repeat(14) + "\"}", READERS.get("quantity"), "member-invalid", "/m");
    }

    @Test
    void bytesThatAreNotUtf8_areRefused() {
        byte[] latin1 = "{\"m\":\"Größe\"}".getBytes(StandardCharsets.ISO_8859_1);
        Request request = request(new String(Base64.getEncoder().encode(latin1), StandardCharsets.US_ASCII), true);
        assertThat(refusal(request::body).code().code()).isEqualTo("body-malformed");
    }

    @Test
    void body_isAtMostAMillionBytes() {
        String frame = "{\"m\":\"\"}";
        String largest = "{\"m\":\"" + "x".repeat(1_000_000 - frame.length()) + "\"}";
        assertThat(request(largest).body().has("m")).isTrue();
        for (Request tooLarge : List.of(
                request(largest + " "),
                // Fewer characters, more bytes.
                request("{\"m\":\"" + "é".repeat(500_000) + "\"}"),
                request(base64(largest + " "), true))) {
            Refused refused = refusal(tooLarge::body);
            assertThat(refused.code().code()).isEqualTo("body-too-large");
            assertThat(refused.code().kind().httpStatus()).isEqualTo(413);
        }
    }

    @Test
    void longNameInARefusal_isCutBetweenCharacters() {
        Refused refused =
                refusal(() -> body("{\"" + "x".repeat(59) + "🍷y\":1}").end());
        assertThat(refused.detail()).isEqualTo("There is no member \"" + "x".repeat(59) + "…\" here.");
    }

    /** The parser does not hold the bytes of names to UTF-8 as it does those of texts. */
    @Test
    void nameWithHalfACharacter_isRefused() {
        byte[] bytes = "{\"versABCDion\":2}".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(new byte[] {(byte) 0xf5, (byte) 0x89, (byte) 0x9a, (byte) 0xac}, 0, bytes, 6, 4);
        Refused refused = refusal(
                () -> request(Base64.getEncoder().encodeToString(bytes), true).body());
        assertThat(refused).isNotNull();
        assertThat(refused.detail()).doesNotContain("vers");
    }

    @Test
    void base64Body_isDecoded() {
        assertThat(request(base64("{\"m\":\"Größe\"}"), true).body().text("m")).isEqualTo("Größe");
        Refused refused = refusal(() -> request("{not base64}", true).body());
        assertThat(refused.code().code()).isEqualTo("body-malformed");
    }

    private static void assertRefused(String json, Consumer<Body> reader, String code, String pointer) {
        Refused refused = refusal(() -> reader.accept(body(json)));
        assertThat(refused)
                .as("refusal of %s", json.length() > 200 ? json.length() : json)
                .isNotNull();
        assertThat(refused.code().code()).isEqualTo(code);
        assertThat(refused.pointer()).isEqualTo(pointer);
        assertThat(refused.detail()).isNotBlank();
    }

    private static Refused refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call);
    }

    private static Body body(String json) {
        return request(json).body();
    }

    private static Request request(String body) {
        return request(body, false);
    }

    private static Request request(String body, boolean base64) {
        return new Request(new Invocation(null, null, null, null, null, null, body, base64, null));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
