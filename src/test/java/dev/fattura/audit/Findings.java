package dev.fattura.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** What one rule has found. */
final class Findings {

    private final List<String> facts = new ArrayList<>();

    List<String> facts() {
        return facts;
    }

    void add(String what) {
        facts.add(what);
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            facts.add(otherwise);
        }
    }

    /** The two must be equal; the sentence says whose they are and what of it. */
    void same(Object expected, Object actual, String whose) {
        if (!Objects.equals(expected, actual)) {
            facts.add(whose + " is " + actual + " and should be " + expected);
        }
    }

    void atMostOne(Collection<Row> rows, String what) {
        if (rows.size() > 1) {
            facts.add(what + ": " + rows);
        }
    }
}
