package dev.fattura.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.store.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every answer keeps, whatever was asked. */
final class Promises {

    /** Names of what is inside; no valid and no hostile event of ours has any of them. */
    private static final Pattern INSIDE = Pattern.compile(
            "dev\\.fattura|javax?\\.|jakarta\\.|com\\.fasterxml|software\\.amazon|io\\.quarkus"
                    + "|\\bat [\\w.$]+\\(|[A-Z]\\w+(?:Exception|Error)\\b|fattura-(?:office|finance)|(?:Office|Finance)Table");

    private final TimeLimits limits;

    Promises(TimeLimits limits) {
        this.limits = limits;
    }

    /** The promises that were broken, each in a sentence. */
    List<String> broken(Delivery delivery, HostileWorld world) {
        List<String> broken = new ArrayList<>();
        Event valid = delivery.attack().valid();
        if (limits.exceeded(valid.function(), valid.shape(), delivery.nanos())) {
            broken.add("It took " + delivery.nanos() / 1_000_000 + " ms of "
                    + limits.seconds(valid.function(), valid.shape()) + " s.");
        }
        if (delivery.unreadable()) {
            return broken;
        }
        if (delivery.thrown() != null || delivery.answer() == null) {
            broken.add("It failed with " + delivery.thrown() + ".");
        } else if (valid.shape() == Shape.STREAM || valid.shape() == Shape.QUEUE) {
            batch(delivery, broken);
        } else {
            reply(delivery, broken);
        }
        if (delivery.refused()) {
            unchanged(world.office(), broken);
            unchanged(world.finance(), broken);
        }
        return broken;
    }

    private static void reply(Delivery delivery, List<String> broken) {
        JsonNode answer = delivery.answer();
        int status = delivery.status();
        if (status < 200 || status >= 500) {
            broken.add("It answered " + status + ".");
        }
        if (!answer.path("isBase64Encoded").asBoolean()) {
            leaks(answer.path("body").asText(), broken);
            JsonNode body = Json.read(answer.path("body").asText());
            if (body == null || !body.isObject()) {
                broken.add("The body is no JSON object.");
            } else if (status >= 400 && status < 500) {
                problem(status, answer, body, broken);
            }
        }
        answer.path("headers").properties().forEach(header -> {
            leaks(header.getValue().asText(), broken);
            if (!header.getValue().asText().matches("[\\x20-\\x7e]*")) {
                broken.add("The header " + header.getKey() + " has characters that no header may have.");
            }
        });
    }

    private static void problem(int status, JsonNode answer, JsonNode body, List<String> broken) {
        String code = body.path("code").asText();
        RefusalCode known = Coded.find(RefusalCode.class, code).orElse(null);
        boolean shaped = answer.at("/headers/content-type").asText().equals("application/problem+json")
                && known != null
                && known.kind().httpStatus() == status
                && body.path("type").asText().equals("urn:fattura:problem:" + code)
                && body.path("status").asInt() == status
                && body.path("remedy").asText().equals(known.remedy())
                && !body.path("title").asText().isBlank()
                && body.path("detail").asText().endsWith(".");
        if (!shaped) {
            broken.add("The refusal is no problem with a stable code, a remedy and a detail.");
        }
    }

    private static void batch(Delivery delivery, List<String> broken) {
        leaks(delivery.answer().toString(), broken);
        if (!delivery.answer().path("batchItemFailures").isArray()) {
            broken.add("It does not say which records failed.");
        }
        if (!delivery.attack().broken()) {
            Set<String> sent = new HashSet<>();
            delivery.attack().event().path("Records").forEach(record -> {
                sent.add(record.at("/dynamodb/SequenceNumber").asText());
                sent.add(record.path("messageId").asText());
            });
            delivery.answer().path("batchItemFailures").forEach(failure -> {
                if (!sent.contains(failure.path("itemIdentifier").asText())) {
                    broken.add("It names a record that was not sent: " + failure + ".");
                }
            });
        }
    }

    private static void leaks(String text, List<String> broken) {
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            broken.add("It has half a character.");
        }
        Matcher matcher = INSIDE.matcher(text);
        if (matcher.find()) {
            broken.add("It tells what is inside: " + matcher.group() + ".");
        }
    }

    /** A refusal that came with a chosen key is remembered under that key, and nothing else is written. */
    private static void unchanged(WatchedTable table, List<String> broken) {
        for (Key key : table.changed()) {
            if (!table.isReceipt(key)) {
                broken.add("It was refused and wrote " + key + ".");
            }
        }
    }
}
