package dev.fattura.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** JSON trees, read strictly and written by hand: no class is bound to JSON here, so nothing needs reflection. */
public final class Json {

    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 40;

    /** Bounded in depth, so that no input can exhaust the stack; a member that comes twice is refused and not silently lost. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static <T> ArrayNode array(List<T> values, Function<T, ? extends JsonNode> view) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(view.apply(value)));
        return array;
    }

    /** An object of texts, in the order of their names. */
    public static ObjectNode texts(Map<String, String> texts) {
        ObjectNode json = object();
        new TreeMap<>(texts).forEach(json::put);
        return json;
    }

    /** {@code {"amount":"1000.00","currency":"GBP"}}. */
    public static ObjectNode money(Money money) {
        return object().put("amount", money.decimalText())
                .put("currency", money.currency().code());
    }

    public static ObjectNode price(Price price) {
        return object().put("amount", price.decimalText())
                .put("currency", price.currency().code());
    }

    public static ObjectNode entry(LedgerEntry entry) {
        ObjectNode json = object().put("account", entry.account())
                .put("postingType", entry.postingType().code());
        json.set("amount", money(entry.amount()));
        json.set("accountingAmount", money(entry.accountingAmount()));
        return json.put("exchangeRate", entry.exchangeRate().toString());
    }

    static JsonNode read(byte[] text) throws java.io.IOException {
        return MAPPER.readTree(text);
    }

    static String write(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A JSON tree that cannot be written", impossible);
        }
    }
}
