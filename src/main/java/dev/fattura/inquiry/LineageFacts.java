package dev.fattura.inquiry;

import java.util.List;

/** Which fact came from which (domain.md 0). Pure: it looks at nothing but what was read. */
final class LineageFacts {

    private LineageFacts() {}

    /**
     * The facts, each once, causes before effects. A cause that is not there, because nobody has made it yet or it is lost, is
     * named by no fact: so a gap shows as a fact without the cause that facts of its kind have.
     */
    static List<Fact> of(Lineage lineage) {
        FactList facts = new FactList();
        OfficeFacts.addTo(facts, lineage);
        FinanceFacts.addTo(facts, lineage);
        return facts.complete();
    }
}
