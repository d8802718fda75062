package dev.fattura.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.support.Dice;
import java.util.ArrayList;
import java.util.List;

/** Makes hostile events of valid ones. */
final class Attacks {

    private static final int AS_IT_IS = 12;
    private static final int MORE_DAMAGE = 4;
    private static final int EVENTS_LOOKED_AT = 400;

    private Attacks() {}

    /** An attack, and what was damaged. */
    record Made(Attack attack, List<Mutation> damage) {}

    static Made make(HostileWorld world, Dice dice) {
        Mutation mutation = dice.oneIn(AS_IT_IS) ? Mutation.NONE : dice.any(Mutation.ALL);
        Attack attack = attack(world, mutation, dice);
        if (attack.valid().versionOf() != null) {
            attack.object("headers")
                    .put("if-match", version(world, attack.valid().versionOf()));
        }
        return new Made(attack, damage(attack, mutation, dice, world.loot()));
    }

    /** A valid event that can be damaged so; in a world that is not forged it may be a damage that fits none. */
    private static Attack attack(HostileWorld world, Mutation mutation, Dice dice) {
        Attack attack;
        int looked = 0;
        do {
            Event event = dice.any(world.of(dice.any(world.origins())));
            attack = new Attack(event, dice.below(8));
        } while (!mutation.fits(attack) && looked++ < EVENTS_LOOKED_AT);
        return attack;
    }

    /** Damages it so, or otherwise if that does not fit, and now and then in another way as well. */
    private static List<Mutation> damage(Attack attack, Mutation first, Dice dice, Loot loot) {
        if (first.equals(Mutation.NONE)) {
            return List.of(first);
        }
        List<Mutation> done = new ArrayList<>();
        Mutation mutation = first;
        do {
            while (!mutation.fits(attack)) {
                mutation = dice.any(Mutation.ALL);
            }
            mutation.apply(attack, dice, loot);
            done.add(mutation);
            mutation = dice.any(Mutation.ALL);
        } while (!attack.isFinal() && dice.oneIn(MORE_DAMAGE));
        return done;
    }

    private static String version(HostileWorld world, String path) {
        Attack question = new Attack(HttpEvents.of("GET", path, null, null), 0);
        JsonNode answer =
                Delivery.of(question, world.functions(), System::nanoTime).answer();
        return answer == null ? "\"1\"" : answer.at("/headers/etag").asText("\"1\"");
    }
}
