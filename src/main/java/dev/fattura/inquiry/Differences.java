package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The differences that a walk finds: the first are named, all are counted. */
final class Differences {

    /** So many are named in one answer. */
    static final int MOST_NAMED = 100;

    private final List<Difference> named = new ArrayList<>();
    private long found;

    void add(DifferenceCode code, Actual.@Nullable Id actual, String cause) {
        add(new Difference(code, actual, cause));
    }

    void add(Difference difference) {
        found++;
        if (named.size() < MOST_NAMED) {
            named.add(difference);
        }
    }

    List<Difference> named() {
        return Collections.unmodifiableList(named);
    }

    /** How many there are, named or not. */
    long found() {
        return found;
    }
}
