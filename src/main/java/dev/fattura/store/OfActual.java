package dev.fattura.store;

import dev.fattura.ledger.Actual;
import java.util.Collection;
import java.util.List;

/** Where the facts of one kind that belong to an actual are: in its partition. */
final class OfActual {

    private static final String PARTITION = "ACTUAL#";

    private final String sort;

    OfActual(String sort) {
        this.sort = sort;
    }

    Key key(Actual.Id actual) {
        return new Key(PARTITION + actual, sort);
    }

    /** The facts of those actuals that are there, in no order. */
    List<Item> find(Table table, Collection<Actual.Id> actuals) {
        return table.getAll(actuals.stream().map(this::key).toList());
    }
}
