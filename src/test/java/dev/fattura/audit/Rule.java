package dev.fattura.audit;

import java.util.function.BiConsumer;

/** Something that always holds of the tables. */
record Rule(String name, Moment moment, BiConsumer<Books, Findings> check) {

    static Rule always(String name, BiConsumer<Books, Findings> check) {
        return new Rule(name, Moment.ANY, check);
    }

    static Rule settled(String name, BiConsumer<Books, Findings> check) {
        return new Rule(name, Moment.SETTLED, check);
    }
}
