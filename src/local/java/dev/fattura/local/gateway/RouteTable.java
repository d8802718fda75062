package dev.fattura.local.gateway;

import dev.fattura.local.template.Template;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the route of a request as API Gateway does: the path with the most fixed segments wins, and a method over ANY. */
final class RouteTable {
    /** A route that matched, with the values of its path's parameters. */
    record Match(Template.Route route, Map<String, String> pathParameters) {
        String routeKey() {
            return route.method() + " " + route.path();
        }
    }

    private final List<Template.Route> routes;

    RouteTable(List<Template.Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparingInt(RouteTable::parameters)
                        .thenComparing(route -> route.method().equals("ANY")))
                .toList();
    }

    Optional<Match> find(String method, String rawPath) {
        List<String> segments = segments(rawPath);
        return routes.stream()
                .filter(route -> route.method().equals(method) || route.method().equals("ANY"))
                .flatMap(route -> match(route, segments).stream())
                .findFirst();
    }

    private static Optional<Match> match(Template.Route route, List<String> segments) {
        List<String> wanted = segments(route.path());
        if (wanted.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int index = 0; index < wanted.size(); index++) {
            String pattern = wanted.get(index);
            if (isParameter(pattern)) {
                parameters.put(pattern.substring(1, pattern.length() - 1), decoded(segments.get(index)));
            } else if (!pattern.equals(segments.get(index))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(route, parameters));
    }

    private static int parameters(Template.Route route) {
        return (int)
                segments(route.path()).stream().filter(RouteTable::isParameter).count();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** A plus sign in a path is a plus sign; the decoder of the JDK is one of forms. */
    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
