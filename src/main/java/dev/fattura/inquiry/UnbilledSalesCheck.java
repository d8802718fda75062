package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether what confirming did to unbilled sales leaves nothing that it should not: whatever is billed is taken back by a reversal of
 * exactly the opposite amount (domain.md 2.2 to 2.4, 2.13). Pure: it looks at nothing but the facts.
 */
final class UnbilledSalesCheck {

    private UnbilledSalesCheck() {}

    /**
     * Counts them, and returns what does not fit.
     *
     * @param written the unbilled sales that confirming some line details wrote
     * @param before what they take back and did not write themselves
     * @param billed the billed sales of the same line details
     */
    static List<Difference> check(List<Actual> written, List<Actual> before, List<Actual> billed, Tallies tallies) {
        Map<Actual.Id, Actual> all = new HashMap<>();
        before.forEach(actual -> {
            all.put(actual.id(), actual);
            tally(tallies, Stage.UNBILLED_TAKEN, actual);
        });
        written.forEach(actual -> all.put(actual.id(), actual));
        Set<Actual.Id> reversed = new HashSet<>();
        written.forEach(actual -> actual.reverses().ifPresent(reversed::add));
        List<Difference> differences = new ArrayList<>();
        for (Actual actual : written) {
            tally(tallies, Stage.UNBILLED_WRITTEN, actual);
            if (actual.reverses().isPresent()) {
                addReversal(differences, actual, all);
            } else if (!reversed.contains(actual.id())) {
                tally(tallies, Stage.UNBILLED_OPEN, actual);
            }
        }
        for (Actual actual : billed) {
            actual.unbilledSales()
                    .filter(unbilled -> !reversed.contains(unbilled))
                    .ifPresent(unbilled -> differences.add(
                            notClosed(unbilled, "Billed sales " + actual.id() + " bill it, and nothing reverses it.")));
        }
        return differences;
    }

    private static void addReversal(List<Difference> differences, Actual reversal, Map<Actual.Id, Actual> all) {
        Actual.Id id = reversal.reverses().orElseThrow();
        Actual original = all.get(id);
        if (original == null) {
            differences.add(
                    notClosed(id, "Unbilled sales " + reversal.id() + " reverse it, and it is not in the office."));
        } else if (!original.amount().negated().equals(reversal.amount())) {
            differences.add(notClosed(
                    id,
                    "It is " + original.amount() + ", and unbilled sales " + reversal.id() + " reverse "
                            + reversal.amount().negated() + " of it."));
        }
    }

    private static void tally(Tallies tallies, Stage stage, Actual actual) {
        tallies.count(stage);
        tallies.add(stage, Measure.AMOUNT, actual.amount());
    }

    private static Difference notClosed(Actual.Id unbilledSales, String cause) {
        return new Difference(DifferenceCode.UNBILLED_SALES_NOT_CLOSED, unbilledSales, cause);
    }
}
