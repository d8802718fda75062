package dev.fattura.hostile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.local.template.Template;
import dev.fattura.support.Callers;
import dev.fattura.support.Gateway;

/** Makes the event that the HTTP API hands over for a request (payload format 2.0). */
final class HttpEvents {

    private HttpEvents() {}

    /** @param versionOf the path of the document whose ETag the request has to name, or null */
    static Event of(String method, String path, String body, String versionOf) {
        String[] parts = path.split("\\?", 2);
        for (Template.Route route : Gateway.template().routes()) {
            ObjectNode parameters = parameters(route.path(), parts[0]);
            if (route.method().equals(method) && parameters != null) {
                String routeKey = method + " " + route.path();
                ObjectNode event = event(routeKey, method, parts, parameters);
                event.put("body", body).put("isBase64Encoded", false);
                return new Event(route.function(), Shape.HTTP, routeKey, event, versionOf);
            }
        }
        throw new AssertionError("The template has no route " + method + " " + path);
    }

    private static ObjectNode event(String routeKey, String method, String[] parts, ObjectNode parameters) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "2.0").put("routeKey", routeKey).put("rawPath", parts[0]);
        event.put("rawQueryString", parts.length == 2 ? parts[1] : "");
        event.putObject("headers").put("content-type", "application/json").put("host", "localhost");
        if (parts.length == 2) {
            ObjectNode query = event.putObject("queryStringParameters");
            for (String pair : parts[1].split("&", -1)) {
                query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        ObjectNode context = event.putObject("requestContext");
        context.putObject("http").put("method", method).put("path", parts[0]).put("protocol", "HTTP/1.1");
        context.set("authorizer", Callers.everything());
        context.put("routeKey", routeKey).put("stage", "$default").put("timeEpoch", 1_769_902_200_000L);
        if (!parameters.isEmpty()) {
            event.set("pathParameters", parameters);
        }
        return event;
    }

    private static ObjectNode parameters(String pattern, String path) {
        String[] wanted = pattern.split("/", -1);
        String[] given = path.split("/", -1);
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        for (int index = 0; index < wanted.length; index++) {
            if (wanted.length != given.length) {
                return null;
            }
            if (wanted[index].startsWith("{")) {
                parameters.put(wanted[index].substring(1, wanted[index].length() - 1), given[index]);
            } else if (!wanted[index].equals(given[index])) {
                return null;
            }
        }
        return parameters;
    }
}
