package dev.fattura.hostile;

import static dev.fattura.hostile.Mutation.Target.STREAM;

import java.util.List;

/** Ways to damage the records of a table's stream. */
final class StreamMutations {

    static final List<Mutation> ALL = List.of(
            new Mutation(
                    "stream: attribute of another type",
                    STREAM,
                    (attack, dice, loot) -> StreamDamage.attributeOfAnotherType(attack, dice)),
            new Mutation(
                    "stream: attribute missing",
                    STREAM,
                    (attack, dice, loot) -> StreamDamage.attributeMissing(attack, dice)),
            new Mutation(
                    "stream: attribute of another thing",
                    STREAM,
                    (attack, dice, loot) -> StreamDamage.text(attack, dice, Json.quoted(loot.id(dice)))),
            new Mutation(
                    "stream: strange text",
                    STREAM,
                    (attack, dice, loot) -> StreamDamage.text(
                            attack,
                            dice,
                            dice.oneIn(2) ? dice.any(Fragments.CONTROLS) : dice.any(Fragments.SURROGATES))),
            new Mutation(
                    "stream: long text",
                    STREAM,
                    (attack, dice, loot) -> StreamDamage.text(attack, dice, Fragments.longText(dice))),
            new Mutation("stream: unknown kind", STREAM, (attack, dice, loot) -> StreamDamage.kind(attack, dice)),
            new Mutation("stream: deep nesting", STREAM, (attack, dice, loot) -> StreamDamage.deep(attack, dice)),
            new Mutation("stream: long list", STREAM, (attack, dice, loot) -> StreamDamage.longList(attack, dice)),
            new Mutation(
                    "stream: records repeated", STREAM, (attack, dice, loot) -> StreamDamage.repeated(attack, dice)),
            new Mutation(
                    "stream: records shuffled, some lost",
                    STREAM,
                    (attack, dice, loot) -> StreamDamage.shuffled(attack, dice)));

    private StreamMutations() {}
}
