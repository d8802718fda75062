package dev.fattura.simulation;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a run has left, in a form in which two runs of a plan must be alike to the last byte. Numbers of number sequences go to who
 * comes first, so only the sequence is kept of them; and how rows were spread over journals depends on when the import ran.
 */
public final class FinalState {

    private static final Pattern NUMBER = Pattern.compile("(USMF-[A-Z]+-)\\d+");

    /** How the work was spread and remembered, not what came of it; {@code docs/simulation.md} says what holds each of them instead. */
    private static final Set<String> OF_THE_COURSE = Set.of(
            "journal",
            "journalLineList",
            "importState",
            "numberSequence",
            "periodLog",
            "receipt",
            "mapStatus",
            "crossed",
            "deed");

    private FinalState() {}

    /** Every item that counts, each as text, in order. */
    static List<String> of(Simulation.Outcome outcome) {
        return of(outcome.office(), outcome.finance());
    }

    /** The same of two tables, wherever they were. */
    public static List<String> of(Map<Key, Item> office, Map<Key, Item> finance) {
        List<String> items = new ArrayList<>();
        office.values().forEach(item -> add(items, "office", item));
        finance.values().forEach(item -> add(items, "finance", item));
        items.sort(String::compareTo);
        return items;
    }

    private static void add(List<String> items, String side, Item item) {
        if (!OF_THE_COURSE.contains(item.kind())) {
            String text = side + " " + item.key() + " " + new TreeMap<>(item.attributes());
            items.add(NUMBER.matcher(text).replaceAll("$1#"));
        }
    }
}
