package dev.fattura.hostile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.support.Dice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Damage to the path, the query, the headers and the method of a request. */
final class RequestDamage {

    private RequestDamage() {}

    static void path(Attack attack, Dice dice, String segment) {
        ObjectNode parameters = attack.object("pathParameters");
        List<String> names = new ArrayList<>();
        parameters.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            attack.event().put("rawPath", attack.event().path("rawPath").asText() + '/' + segment);
            return;
        }
        String name = dice.any(names);
        String raw = attack.event().path("rawPath").asText();
        String before = parameters.path(name).asText();
        attack.event().put("rawPath", before.isEmpty() ? raw : raw.replace(before, segment));
        parameters.put(name, segment);
    }

    static void strangePath(Attack attack, Dice dice, Loot loot) {
        String id = loot.id(dice);
        path(
                attack,
                dice,
                dice.oneIn(6)
                        ? dice.any(List.of(
                                id.toLowerCase(Locale.ROOT),
                                id.toUpperCase(Locale.ROOT),
                                id + " ",
                                id + "#",
                                id + "\n"))
                        : dice.any(RequestTexts.SEGMENTS));
    }

    static void strangeQuery(Attack attack, Dice dice, Loot loot) {
        ObjectNode query = attack.object("queryStringParameters");
        for (int times = 1 + dice.below(2); times > 0; times--) {
            query.put(
                    dice.any(RequestTexts.PARAMETERS), dice.oneIn(4) ? loot.id(dice) : dice.any(RequestTexts.QUERIES));
        }
    }

    /** A cursor that some other list gave, or one that is only made up to look like one. */
    static void cursor(Attack attack, String cursor) {
        attack.object("queryStringParameters").put("cursor", cursor);
    }

    static String forgedCursor(Dice dice, Loot loot) {
        String after = dice.any(List.of(
                "x".repeat(499),
                "x".repeat(199),
                "\u00e9".repeat(199),
                "\ud800",
                "",
                "#",
                "zzzz",
                "0",
                "ENTRY#",
                "~",
                "\u0000",
                loot.id(dice)));
        String plain = dice.any(List.of("0|", "1|", "7|", "999999|", "-1|", "", "0~DETAIL#", "999~", "0~")) + after;
        return dice.oneIn(3)
                ? plain
                : Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static String cutCursor(Dice dice, Loot loot) {
        String cursor = loot.cursor(dice);
        byte[] bytes = cursor.getBytes(StandardCharsets.UTF_8);
        return new String(
                dice.oneIn(2) ? Bytes.cut(bytes, dice) : Bytes.flipped(bytes, dice), StandardCharsets.ISO_8859_1);
    }

    static void version(Attack attack, Dice dice) {
        if (dice.oneIn(8)) {
            attack.object("headers").remove("if-match");
        } else {
            attack.object("headers").put("if-match", dice.any(RequestTexts.TAGS));
        }
    }

    static void strangeKey(Attack attack, Dice dice) {
        attack.object("headers").put("idempotency-key", dice.any(RequestTexts.KEYS));
    }

    /** One of a few keys, so that most have come before with another request. */
    static void usedKey(Attack attack, Dice dice) {
        attack.object("headers").put("idempotency-key", "key-" + dice.below(8));
    }

    static void headersTwice(Attack attack, Dice dice) {
        ObjectNode headers = attack.object("headers");
        String name = dice.any(List.of("if-match", "idempotency-key", "content-type", "content-length"));
        String value = headers.path(name).asText("\"1\"");
        if (dice.oneIn(2)) {
            headers.put(name, value + "," + value);
        } else {
            headers.put(name.toUpperCase(Locale.ROOT), dice.oneIn(2) ? value : "\"7\"");
        }
    }

    static void method(Attack attack, Dice dice) {
        String method = dice.any(RequestTexts.METHODS);
        String route = attack.event().path("routeKey").asText();
        if (dice.oneIn(2)) {
            attack.event().put("routeKey", method + route.substring(Math.max(0, route.indexOf(' '))));
        }
        attack.object("requestContext").withObject("/http").put("method", method);
    }

    static void base64Flag(Attack attack, Dice dice) {
        int way = dice.below(3);
        if (way > 0) {
            byte[] body = attack.body().getBytes(StandardCharsets.UTF_8);
            attack.body(Base64.getEncoder().encodeToString(body));
        }
        attack.event().put("isBase64Encoded", way != 1);
    }
}
