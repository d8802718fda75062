package dev.fattura.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.fattura.support.Dice;
import java.util.List;
import java.util.regex.Pattern;

/** Damage to the lists in a body. */
final class ListDamage {

    private static final int LARGEST = 1_000_000;

    private static final Pattern ID = Pattern.compile(
            "(\"(?:transaction|entry|invoice|milestone|retainer|line|code|customer|product)\":\"[^\"]*)\"");

    private ListDamage() {}

    /** A list with one entry many times, or of nothing. */
    static void list(Attack attack, Dice dice, int entries) {
        JsonNode tree = Json.read(attack.body());
        List<Json.Place> lists = tree == null
                ? List.of()
                : Json.places(tree, place -> place.value().isArray());
        if (lists.isEmpty()) {
            BodyDamage.value(attack, dice, entries == 0 ? "[]" : "[" + "0,".repeat(entries) + "0]");
            return;
        }
        Json.Place place = dice.any(lists);
        ArrayNode list = (ArrayNode) place.value();
        String entry = list.isEmpty() ? "{}" : Json.write(list.get(dice.below(list.size())));
        boolean different = dice.oneIn(2);
        StringBuilder all = new StringBuilder("[");
        for (int index = 0; index < entries && all.length() < LARGEST; index++) {
            all.append(index == 0 ? "" : ",")
                    .append(different ? ID.matcher(entry).replaceAll("$1-" + index + '"') : entry);
        }
        attack.body(Json.withRaw(tree, place, all.append(']').toString()));
    }

    /** A list where one thing was, or one thing of a list. */
    static void wrapped(Attack attack, Dice dice) {
        JsonNode tree = Json.read(attack.body());
        List<Json.Place> places = tree == null ? List.of() : Json.places(tree, place -> true);
        if (!places.isEmpty()) {
            Json.Place place = dice.any(places);
            JsonNode value = place.value();
            String raw = value.isArray() && !value.isEmpty() ? Json.write(value.get(0)) : "[" + Json.write(value) + "]";
            attack.body(Json.withRaw(tree, place, raw));
        }
    }
}
