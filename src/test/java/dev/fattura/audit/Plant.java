package dev.fattura.audit;

import java.util.function.Consumer;

/** A violation to be planted: the rule that it breaks, what the finding has to name, and how to plant it. */
record Plant(String rule, String what, String named, Consumer<GoodTables> change) {

    static Plant of(String rule, String what, String named, Consumer<GoodTables> change) {
        return new Plant(rule, what, named, change);
    }

    @Override
    public String toString() {
        return rule + ": " + what;
    }
}
