package dev.fattura.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.function.Predicate;

/** Reads and sums amounts of the answers, which are texts there and never numbers. */
final class Amounts {
    private Amounts() {}

    static BigDecimal of(JsonNode money) {
        JsonNode amount = money.path("amount");
        if (!amount.isTextual()) {
            throw new StoryFailure("No amount as a text with its currency: " + money);
        }
        return new BigDecimal(amount.textValue());
    }

    /** As a person reads it, {@code 1000.00 GBP}; nothing when there is none. */
    static String text(JsonNode money) {
        return money.has("amount")
                ? money.get("amount").asText() + " " + money.path("currency").asText()
                : "";
    }

    static BigDecimal sum(JsonNode elements, String member) {
        return sum(elements, member, any -> true);
    }

    static BigDecimal sum(JsonNode elements, String member, Predicate<JsonNode> wanted) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode element : elements) {
            if (wanted.test(element)) {
                sum = sum.add(of(element.path(member)));
            }
        }
        return sum;
    }
}
