package dev.fattura.hostile;

import static dev.fattura.hostile.Mutation.Target.EVENT;

import java.util.List;

/** Ways to damage the event itself, as no platform hands it over. */
final class EventMutations {

    static final List<Mutation> ALL = List.of(
            new Mutation("event: field missing", EVENT, (attack, dice, loot) -> EventDamage.missing(attack, dice)),
            new Mutation("event: field null", EVENT, (attack, dice, loot) -> EventDamage.field(attack, dice, "null")),
            new Mutation(
                    "event: field of another type",
                    EVENT,
                    (attack, dice, loot) -> EventDamage.field(attack, dice, dice.any(Fragments.OF_ANOTHER_TYPE))),
            new Mutation(
                    "event: deep nesting",
                    EVENT,
                    (attack, dice, loot) -> EventDamage.field(attack, dice, Fragments.deep(dice))),
            new Mutation(
                    "event: bits flipped",
                    EVENT,
                    (attack, dice, loot) -> EventDamage.bytes(attack, dice, Bytes::flipped)),
            new Mutation(
                    "event: bytes cut", EVENT, (attack, dice, loot) -> EventDamage.bytes(attack, dice, Bytes::cut)),
            new Mutation("event: of another function", EVENT, EventDamage::ofAnother));

    private EventMutations() {}
}
