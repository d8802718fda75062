package dev.fattura.inquiry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts as they are found, each once. */
final class FactList {

    private final Map<String, Fact> facts = new LinkedHashMap<>();

    void add(String id, Fact.Kind kind, String summary, List<String> causes) {
        facts.put(id, new Fact(id, kind, null, summary, causes));
    }

    void addActual(String id, String type, String summary, List<String> causes) {
        facts.put(id, new Fact(id, Fact.Kind.ACTUAL, type, summary, causes));
    }

    /** The facts in the order in which they were added, with those of their causes that are facts of the list. */
    List<Fact> complete() {
        return facts.values().stream()
                .map(fact -> fact.because(
                        fact.causes().stream().filter(facts::containsKey).toList()))
                .toList();
    }
}
