package dev.fattura.audit;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds both tables to every rule. */
public final class Auditor {

    private Auditor() {}

    /** What the tables break, nothing when they are in order. */
    public static List<Violation> audit(Map<Key, Item> office, Map<Key, Item> finance, Moment moment) {
        Books books;
        try {
            books = new Books(office, finance);
        } catch (RuntimeException unreadable) {
            return List.of(new Violation("readable", String.valueOf(unreadable.getMessage())));
        }
        List<Violation> violations = new ArrayList<>();
        for (Rule rule : Rules.ALL) {
            if (rule.moment() == Moment.ANY || moment == Moment.SETTLED) {
                findings(rule, books).facts().forEach(facts -> violations.add(new Violation(rule.name(), facts)));
            }
        }
        return violations;
    }

    /** Throws an error that lists what the tables break. */
    public static void require(Map<Key, Item> office, Map<Key, Item> finance, Moment moment) {
        List<Violation> violations = audit(office, finance, moment);
        if (!violations.isEmpty()) {
            throw new AssertionError("The auditor found (" + moment + "):\n"
                    + violations.stream().map(Violation::toString).collect(Collectors.joining("\n")));
        }
    }

    private static Findings findings(Rule rule, Books books) {
        Findings findings = new Findings();
        try {
            rule.check().accept(books, findings);
        } catch (RuntimeException unreadable) {
            findings.add("cannot be judged: " + unreadable.getMessage());
        }
        return findings;
    }
}
