package dev.fattura.hostile;

import dev.fattura.support.Dice;
import java.util.List;
import java.util.function.BiFunction;

/** Damage to the event itself, which no platform would hand over so. */
final class EventDamage {

    private static final int UPPERMOST = 14;

    private EventDamage() {}

    static void missing(Attack attack, Dice dice) {
        List<Json.Place> fields = fields(attack, dice);
        if (!fields.isEmpty()) {
            dice.any(fields).remove();
            attack.breaks();
        }
    }

    static void field(Attack attack, Dice dice, String raw) {
        List<Json.Place> fields = fields(attack, dice);
        attack.send(fields.isEmpty() ? raw : Json.withRaw(attack.event(), dice.any(fields), raw));
    }

    static void bytes(Attack attack, Dice dice, BiFunction<byte[], Dice, byte[]> damage) {
        attack.send(damage.apply(attack.bytes(), dice));
    }

    static void ofAnother(Attack attack, Dice dice, Loot loot) {
        attack.send(Json.write(loot.event(dice).json()));
    }

    /** All fields, or half the time only the uppermost, of which there are few. */
    private static List<Json.Place> fields(Attack attack, Dice dice) {
        List<Json.Place> fields = Json.places(attack.event(), place -> true);
        return dice.oneIn(2) ? fields : fields.subList(0, Math.min(fields.size(), UPPERMOST));
    }
}
