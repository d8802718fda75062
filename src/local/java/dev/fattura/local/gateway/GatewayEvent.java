package dev.fattura.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes the event that an HTTP API hands to a function, payload format 2.0. */
final class GatewayEvent {
    private static final DateTimeFormatter COMMON_LOG_TIME = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private GatewayEvent() {}

    static ObjectNode of(Request request, byte[] body, RouteTable.Match match, ObjectNode authorizer) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        Map<String, String> headers = joined(request.headers());
        event.put("version", "2.0");
        event.put("routeKey", match.routeKey());
        event.put("rawPath", request.rawPath());
        event.put("rawQueryString", request.rawQuery());
        cookies(request, event);
        ObjectNode headerNode = event.putObject("headers");
        headers.forEach(headerNode::put);
        Map<String, String> query = query(request.rawQuery());
        if (!query.isEmpty()) {
            query.forEach(event.putObject("queryStringParameters")::put);
        }
        ObjectNode context = context(request, match, headers);
        context.set("authorizer", authorizer);
        event.set("requestContext", context);
        if (!match.pathParameters().isEmpty()) {
            match.pathParameters().forEach(event.putObject("pathParameters")::put);
        }
        body(body, event, headers.getOrDefault("content-type", ""));
        return event;
    }

    private static ObjectNode context(Request request, RouteTable.Match match, Map<String, String> headers) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.put("accountId", "000000000000").put("apiId", "local");
        context.put("domainName", headers.getOrDefault("host", "localhost")).put("domainPrefix", "local");
        context.putObject("http")
                .put("method", request.method())
                .put("path", request.rawPath())
                .put("protocol", request.protocol())
                .put("sourceIp", request.sourceAddress())
                .put("userAgent", headers.getOrDefault("user-agent", ""));
        context.put("requestId", request.id()).put("routeKey", match.routeKey()).put("stage", "$default");
        context.put("time", COMMON_LOG_TIME.format(request.received()));
        context.put("timeEpoch", request.received().toEpochMilli());
        return context;
    }

    /** Names in lower case, several values of one name joined; cookies have a place of their own. */
    static Map<String, String> joined(Map<String, List<String>> headers) {
        Map<String, String> joined = new TreeMap<>();
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.equals("cookie")) {
                joined.merge(lower, String.join(",", values), (first, second) -> first + "," + second);
            }
        });
        return joined;
    }

    private static void cookies(Request request, ObjectNode event) {
        request.headers().forEach((name, values) -> {
            if (name.equalsIgnoreCase("cookie")) {
                values.forEach(value -> {
                    for (String cookie : value.split("; *", -1)) {
                        event.withArray("/cookies").add(cookie);
                    }
                });
            }
        });
    }

    private static Map<String, String> query(String rawQuery) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.merge(decoded(name), decoded(value), (first, second) -> first + "," + second);
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void body(byte[] body, ObjectNode event, String contentType) {
        boolean isText = isText(contentType);
        if (body.length > 0) {
            event.put(
                    "body",
                    isText
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
        }
        event.put("isBase64Encoded", !isText && body.length > 0);
    }

    /** A form, which is what curl sends when it is not told otherwise, is not text to an HTTP API: it arrives in Base64. */
    private static boolean isText(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty()
                || type.startsWith("text/")
                || type.equals("application/json")
                || type.equals("application/xml")
                || type.equals("application/javascript")
                || type.endsWith("+json")
                || type.endsWith("+xml");
    }
}
