package dev.fattura.hostile;

import dev.fattura.support.Dice;
import java.util.List;
import java.util.stream.Stream;

/** A way to damage a valid event. */
record Mutation(String words, Target target, Damage damage) {

    /** No damage: what is valid has to go on being done between all that is not. */
    static final Mutation NONE = new Mutation("nothing: as it is valid", Target.EVENT, (attack, dice, loot) -> {});

    static final List<Mutation> ALL = Stream.of(
                    List.of(NONE), BodyMutations.ALL, RequestMutations.ALL, EventMutations.ALL, StreamMutations.ALL)
            .flatMap(List::stream)
            .toList();

    /** What can be damaged so. */
    enum Target {
        BODY,
        REQUEST,
        EVENT,
        STREAM;

        boolean isPartOf(Attack attack) {
            return switch (this) {
                case BODY -> attack.hasBody();
                case REQUEST -> attack.isHttp();
                case EVENT -> true;
                case STREAM -> attack.valid().shape() == Shape.STREAM;
            };
        }
    }

    /** Does the damage. */
    @FunctionalInterface
    interface Damage {
        void apply(Attack attack, Dice dice, Loot loot);
    }

    boolean fits(Attack attack) {
        return target.isPartOf(attack);
    }

    /** @param attack that it fits */
    void apply(Attack attack, Dice dice, Loot loot) {
        damage.apply(attack, dice, loot);
    }
}
