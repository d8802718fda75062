package dev.fattura.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each kind of action and of refusal was exercised. */
final class Coverage {

    private final Map<String, Integer> actions = new TreeMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();

    synchronized void action(String name) {
        actions.merge(name, 1, Integer::sum);
    }

    synchronized void refusal(String code) {
        refusals.merge(code, 1, Integer::sum);
    }

    /** What of the actions and provocations whose routes exist never happened. */
    synchronized List<String> missing() {
        List<String> missing = new ArrayList<>();
        Actions.available().stream()
                .map(Action::name)
                .filter(name -> !actions.containsKey(name))
                .forEach(missing::add);
        Provocations.available().stream()
                .map(Provocation::code)
                .filter(code -> !refusals.containsKey(code))
                .forEach(missing::add);
        return missing;
    }

    synchronized String table() {
        StringBuilder table = new StringBuilder();
        rows(table, "action", actions);
        rows(table, "refusal", refusals);
        return table.toString();
    }

    private static void rows(StringBuilder table, String title, Map<String, Integer> counts) {
        table.append(String.format("%n%-32s %9s%n", title, "times"));
        counts.forEach((name, count) -> table.append(String.format("%-32s %9d%n", name, count)));
    }
}
