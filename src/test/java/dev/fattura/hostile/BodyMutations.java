package dev.fattura.hostile;

import static dev.fattura.hostile.Mutation.Target.BODY;

import java.util.List;

/** Ways to damage the body of a request, or of a message of a queue. */
final class BodyMutations {

    static final List<Mutation> ALL = List.of(
            new Mutation(
                    "body: bits flipped", BODY, (attack, dice, loot) -> BodyDamage.bytes(attack, dice, Bytes::flipped)),
            new Mutation("body: bytes cut", BODY, (attack, dice, loot) -> BodyDamage.bytes(attack, dice, Bytes::cut)),
            new Mutation(
                    "body: bytes inserted",
                    BODY,
                    (attack, dice, loot) -> BodyDamage.bytes(attack, dice, Bytes::inserted)),
            new Mutation(
                    "body: value of another type",
                    BODY,
                    (attack, dice, loot) -> BodyDamage.value(attack, dice, dice.any(Fragments.OF_ANOTHER_TYPE))),
            new Mutation(
                    "body: value of another request",
                    BODY,
                    (attack, dice, loot) -> BodyDamage.value(attack, dice, loot.value(dice))),
            new Mutation("body: member of another request", BODY, BodyDamage::member),
            new Mutation("body: numbers at their edges", BODY, (attack, dice, loot) -> BodyDamage.edges(attack, dice)),
            new Mutation("body: null", BODY, (attack, dice, loot) -> BodyDamage.value(attack, dice, "null")),
            new Mutation(
                    "body: huge number",
                    BODY,
                    (attack, dice, loot) -> BodyDamage.leaf(attack, dice, dice.any(Fragments.HUGE_NUMBERS))),
            new Mutation(
                    "body: many decimals",
                    BODY,
                    (attack, dice, loot) -> BodyDamage.leaf(attack, dice, dice.any(Fragments.MANY_DECIMALS))),
            new Mutation(
                    "body: not a number",
                    BODY,
                    (attack, dice, loot) -> BodyDamage.leaf(attack, dice, dice.any(Fragments.STRANGE_NUMBERS))),
            new Mutation(
                    "body: negative or zero",
                    BODY,
                    (attack, dice, loot) -> BodyDamage.leaf(attack, dice, dice.any(Fragments.NEGATIVE))),
            new Mutation(
                    "body: strange date",
                    BODY,
                    (attack, dice, loot) -> BodyDamage.leaf(attack, dice, dice.any(Fragments.DATES))),
            new Mutation(
                    "body: long text",
                    BODY,
                    (attack, dice, loot) -> BodyDamage.leaf(attack, dice, Fragments.longText(dice))),
            new Mutation(
                    "body: control characters",
                    BODY,
                    (attack, dice, loot) -> BodyDamage.leaf(attack, dice, dice.any(Fragments.CONTROLS))),
            new Mutation(
                    "body: unpaired surrogate",
                    BODY,
                    (attack, dice, loot) -> BodyDamage.leaf(attack, dice, dice.any(Fragments.SURROGATES))),
            new Mutation(
                    "body: deep nesting",
                    BODY,
                    (attack, dice, loot) -> BodyDamage.value(attack, dice, Fragments.deep(dice))),
            new Mutation("body: member twice", BODY, (attack, dice, loot) -> BodyDamage.twice(attack, dice)),
            new Mutation("body: member missing", BODY, (attack, dice, loot) -> BodyDamage.missing(attack, dice)),
            new Mutation(
                    "body: unknown member",
                    BODY,
                    (attack, dice, loot) -> BodyDamage.member(attack, dice, "unknown", loot.value(dice))),
            new Mutation(
                    "body: strange member name",
                    BODY,
                    (attack, dice, loot) ->
                            BodyDamage.member(attack, dice, dice.any(Fragments.NAMES), loot.value(dice))),
            new Mutation("body: many members", BODY, (attack, dice, loot) -> BodyDamage.manyMembers(attack, dice)),
            new Mutation(
                    "body: list for one, one for list", BODY, (attack, dice, loot) -> ListDamage.wrapped(attack, dice)),
            new Mutation("body: empty list", BODY, (attack, dice, loot) -> ListDamage.list(attack, dice, 0)),
            new Mutation(
                    "body: long list",
                    BODY,
                    (attack, dice, loot) -> ListDamage.list(attack, dice, 2 + dice.below(1200))),
            new Mutation("body: of another request", BODY, (attack, dice, loot) -> attack.body(loot.body(dice))),
            new Mutation("body: empty", BODY, (attack, dice, loot) -> attack.body(dice.oneIn(2) ? "" : " ")),
            new Mutation("body: too large", BODY, (attack, dice, loot) -> BodyDamage.tooLarge(attack, dice)),
            new Mutation("request: Base64, or its flag wrong", BODY, (attack, dice, loot) -> {
                if (attack.isHttp()) {
                    RequestDamage.base64Flag(attack, dice);
                } else {
                    attack.body('"' + attack.body() + '"');
                }
            }));

    private BodyMutations() {}
}
