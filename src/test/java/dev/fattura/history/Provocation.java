package dev.fattura.history;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A request that must be refused with that code, and change nothing.
 *
 * @param routes that it needs
 * @param possible whether it can be sent as things stand
 */
record Provocation(String code, List<String> routes, Predicate<Play> possible, Function<Play, Call> call) {

    boolean exists() {
        return routes.stream().allMatch(Action::isRoute);
    }
}
