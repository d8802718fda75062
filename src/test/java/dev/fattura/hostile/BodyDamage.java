package dev.fattura.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fattura.support.Dice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Damage to the JSON in the body of a request or of a message. */
final class BodyDamage {

    private static final int LARGEST_BODY = 1_000_000;

    private static final Pattern DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private BodyDamage() {}

    /** The bytes of the body, sent as text or, as a gateway does with what is no text, in Base64. */
    static void bytes(Attack attack, Dice dice, BiFunction<byte[], Dice, byte[]> damage) {
        byte[] damaged = damage.apply(attack.body().getBytes(StandardCharsets.UTF_8), dice);
        if (attack.isHttp() && dice.oneIn(2)) {
            attack.body(Base64.getEncoder().encodeToString(damaged));
            attack.event().put("isBase64Encoded", true);
        } else {
            attack.body(new String(damaged, StandardCharsets.UTF_8));
        }
    }

    /** Some value becomes this one. */
    static void value(Attack attack, Dice dice, String raw) {
        JsonNode tree = Json.read(attack.body());
        List<Json.Place> places = tree == null ? List.of() : Json.places(tree, place -> true);
        attack.body(places.isEmpty() ? attack.body() + raw : Json.withRaw(tree, dice.any(places), raw));
    }

    /** Some value that is no object and no list becomes this one. */
    static void leaf(Attack attack, Dice dice, String raw) {
        JsonNode tree = Json.read(attack.body());
        List<Json.Place> places = tree == null
                ? List.of()
                : Json.places(tree, place -> place.value().isValueNode());
        attack.body(places.isEmpty() ? raw : Json.withRaw(tree, dice.any(places), raw));
    }

    /** Some member becomes what it is in another request. */
    static void member(Attack attack, Dice dice, Loot loot) {
        JsonNode tree = Json.read(attack.body());
        List<Json.Place> members = tree == null ? List.of() : Json.places(tree, place -> place.name() != null);
        if (!members.isEmpty()) {
            Json.Place member = dice.any(members);
            attack.body(Json.withRaw(tree, member, loot.member(member.name(), dice)));
        }
    }

    /** The numbers become as large, as small or as fine as they may be. */
    static void edges(Attack attack, Dice dice) {
        JsonNode tree = Json.read(attack.body());
        if (tree != null) {
            Json.places(tree, place -> DECIMAL.matcher(place.value().asText()).matches())
                    .forEach(number -> {
                        if (dice.oneIn(2)) {
                            number.set(TextNode.valueOf(dice.any(Fragments.EDGES)));
                        }
                    });
            attack.body(Json.write(tree));
        }
    }

    static void missing(Attack attack, Dice dice) {
        JsonNode tree = Json.read(attack.body());
        List<Json.Place> places = tree == null ? List.of() : Json.places(tree, place -> true);
        if (!places.isEmpty()) {
            dice.any(places).remove();
            attack.body(Json.write(tree));
        }
    }

    /** One more member in some object. */
    static void member(Attack attack, Dice dice, String name, String raw) {
        JsonNode tree = Json.read(attack.body());
        if (tree instanceof ObjectNode object) {
            ObjectNode there = someObject(object, dice);
            attack.body(Json.withMember(tree, there, '"' + name + "\":" + raw));
        }
    }

    static void twice(Attack attack, Dice dice) {
        JsonNode tree = Json.read(attack.body());
        List<Json.Place> members = tree == null ? List.of() : Json.places(tree, place -> place.name() != null);
        if (!members.isEmpty()) {
            Json.Place member = dice.any(members);
            String raw = Json.quoted(member.name()) + ":" + (dice.oneIn(2) ? Json.write(member.value()) : "null");
            attack.body(Json.withMember(tree, (ObjectNode) member.parent(), raw));
        }
    }

    /** An object with many members of names that nobody expects. */
    static void manyMembers(Attack attack, Dice dice) {
        JsonNode tree = Json.read(attack.body());
        if (tree instanceof ObjectNode object) {
            ObjectNode there = someObject(object, dice);
            String raw = there.isEmpty()
                    ? "\"1\""
                    : Json.write(dice.any(there.properties().stream().toList()).getValue());
            int members = dice.any(List.of(10, 501, 3000));
            String name = "n".repeat(dice.any(List.of(1, 60, 250, 50_000)));
            StringBuilder all = new StringBuilder('"' + name + "\":").append(raw);
            for (int index = 1; index < members && all.length() < LARGEST_BODY * 9 / 10; index++) {
                all.append(",\"").append(name).append(index).append("\":").append(raw);
            }
            attack.body(Json.withMember(tree, there, all.toString()));
        }
    }

    static void tooLarge(Attack attack, Dice dice) {
        attack.body(attack.body() + " ".repeat(dice.oneIn(2) ? LARGEST_BODY : LARGEST_BODY / 3));
    }

    private static ObjectNode someObject(ObjectNode root, Dice dice) {
        List<Json.Place> objects = Json.places(root, place -> place.value().isObject());
        return objects.isEmpty() || dice.oneIn(3)
                ? root
                : (ObjectNode) dice.any(objects).value();
    }
}
