package dev.fattura.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.support.Dice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Damage to the records of a table's stream. */
final class StreamDamage {

    private static final List<String> TYPED = List.of(
            "{\"N\":\"x\"}",
            "{\"N\":\"1e99\"}",
            "{\"N\":\"-1\"}",
            "{\"N\":\"0\"}",
            "{\"N\":\"9223372036854775807\"}",
            "{\"N\":\"99999999999999999999\"}",
            "{\"N\":\"1.5\"}",
            "{\"N\":7}",
            "{\"N\":null}",
            "{\"BOOL\":\"maybe\"}",
            "{\"BOOL\":true}",
            "{\"NULL\":true}",
            "{\"SS\":[\"a\"]}",
            "{\"NS\":[\"1\"]}",
            "{\"B\":\"AA==\"}",
            "{\"S\":5}",
            "{\"S\":null}",
            "{\"S\":\"\"}",
            "{\"S\":{}}",
            "{}",
            "[]",
            "null",
            "\"S\"",
            "0",
            "{\"L\":{}}",
            "{\"L\":[{}]}",
            "{\"L\":[{\"M\":{}}]}",
            "{\"L\":\"x\"}",
            "{\"M\":[]}",
            "{\"M\":{}}",
            "{\"M\":{\"a\":5}}",
            "{\"M\":null}",
            "{\"S\":\"a\",\"N\":\"1\"}");

    private StreamDamage() {}

    /** Some attribute of an image, however deep. */
    static void attribute(Attack attack, Dice dice, String raw) {
        List<Json.Place> attributes = attributes(attack);
        if (!attributes.isEmpty()) {
            attack.send(Json.withRaw(attack.event(), dice.any(attributes), raw));
        }
    }

    static void attributeOfAnotherType(Attack attack, Dice dice) {
        attribute(attack, dice, dice.any(TYPED));
    }

    /** Some text of an image becomes another one. */
    static void text(Attack attack, Dice dice, String raw) {
        attribute(attack, dice, "{\"S\":" + raw + "}");
    }

    static void attributeMissing(Attack attack, Dice dice) {
        List<Json.Place> attributes = attributes(attack);
        if (!attributes.isEmpty()) {
            dice.any(attributes).remove();
            attack.breaks();
        }
    }

    static void kind(Attack attack, Dice dice) {
        ObjectNode image = image(attack);
        if (image != null) {
            String kind = dice.any(List.of(
                    "",
                    "invoice",
                    "contract",
                    "actual",
                    "journal",
                    "proposal",
                    "receipt",
                    "nonsense",
                    "work",
                    "\u0000"));
            image.putObject("kind").put("S", kind);
            attack.breaks();
        }
    }

    static void deep(Attack attack, Dice dice) {
        int depth = dice.any(List.of(10, 40, 200, 480, 5000));
        attribute(
                attack,
                dice,
                dice.oneIn(2)
                        ? "{\"L\":[".repeat(depth) + "{\"S\":\"x\"}" + "]}".repeat(depth)
                        : "{\"M\":{\"a\":".repeat(depth) + "{\"S\":\"x\"}" + "}}".repeat(depth));
    }

    static void longList(Attack attack, Dice dice) {
        String entry =
                dice.any(List.of("{\"S\":\"x\"}", "{\"M\":{\"type\":{\"S\":\"x\"},\"id\":{\"S\":\"y\"}}}", "{}"));
        attribute(attack, dice, "{\"L\":[" + (entry + ',').repeat(dice.any(List.of(100, 20_000))) + entry + "]}");
    }

    static void repeated(Attack attack, Dice dice) {
        ArrayNode records = attack.event().withArray("/Records");
        ObjectNode record = attack.record();
        for (int times = record == null ? 0 : dice.any(List.of(1, 3, 300)); times > 0; times--) {
            records.add(record.deepCopy());
        }
    }

    static void shuffled(Attack attack, Dice dice) {
        ArrayNode records = attack.event().withArray("/Records");
        List<JsonNode> all = new ArrayList<>();
        records.forEach(all::add);
        Collections.shuffle(all, new Random(dice.below(Integer.MAX_VALUE)));
        records.removeAll();
        records.addAll(all.subList(0, dice.below(all.size() + 1)));
    }

    private static ObjectNode image(Attack attack) {
        ObjectNode record = attack.record();
        return record != null && record.at("/dynamodb/NewImage") instanceof ObjectNode image ? image : null;
    }

    private static List<Json.Place> attributes(Attack attack) {
        ObjectNode image = image(attack);
        return image == null
                ? List.of()
                : Json.places(
                        image, place -> place.name() != null && place.value().isObject());
    }
}
