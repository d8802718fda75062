package dev.fattura.history;

import dev.fattura.support.World;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Something that somebody can do.
 *
 * @param weight how often it is chosen, compared with others
 * @param routes that it needs, as {@code "POST /invoices"}; without one of them it does not exist yet
 * @param possible whether it can be done as things stand
 */
record Action(String name, int weight, List<String> routes, Predicate<Play> possible, Consumer<Play> perform) {

    static Action action(
            String name, int weight, List<String> routes, Predicate<Play> possible, Consumer<Play> perform) {
        return new Action(name, weight, routes, possible, perform);
    }

    boolean exists() {
        return routes.stream().allMatch(Action::isRoute);
    }

    /** {@code "POST /invoices"}: whether there is that route; {@code "no POST /invoices"}: whether there is none. */
    static boolean isRoute(String route) {
        if (route.startsWith("no ")) {
            return !isRoute(route.substring(3));
        }
        String[] parts = route.split(" ", 2);
        return World.has(parts[0], parts[1]);
    }
}
