package dev.fattura.hostile;

import static dev.fattura.hostile.Mutation.Target.REQUEST;

import java.util.List;

/** Ways to damage the path, the query, the headers and the method of a request. */
final class RequestMutations {

    static final List<Mutation> ALL = List.of(
            new Mutation("request: strange path segment", REQUEST, RequestDamage::strangePath),
            new Mutation(
                    "request: path of another thing",
                    REQUEST,
                    (attack, dice, loot) -> RequestDamage.path(attack, dice, loot.id(dice))),
            new Mutation("request: wrong method", REQUEST, (attack, dice, loot) -> RequestDamage.method(attack, dice)),
            new Mutation(
                    "request: strange If-Match", REQUEST, (attack, dice, loot) -> RequestDamage.version(attack, dice)),
            new Mutation(
                    "request: strange Idempotency-Key",
                    REQUEST,
                    (attack, dice, loot) -> RequestDamage.strangeKey(attack, dice)),
            new Mutation(
                    "request: used Idempotency-Key",
                    REQUEST,
                    (attack, dice, loot) -> RequestDamage.usedKey(attack, dice)),
            new Mutation(
                    "request: header twice", REQUEST, (attack, dice, loot) -> RequestDamage.headersTwice(attack, dice)),
            new Mutation("request: strange query", REQUEST, RequestDamage::strangeQuery),
            new Mutation(
                    "request: cursor of another list",
                    REQUEST,
                    (attack, dice, loot) -> RequestDamage.cursor(attack, loot.cursor(dice))),
            new Mutation(
                    "request: forged cursor",
                    REQUEST,
                    (attack, dice, loot) -> RequestDamage.cursor(attack, RequestDamage.forgedCursor(dice, loot))),
            new Mutation(
                    "request: cut cursor",
                    REQUEST,
                    (attack, dice, loot) -> RequestDamage.cursor(attack, RequestDamage.cutCursor(dice, loot))));

    private RequestMutations() {}
}
