package dev.fattura.inquiry;

import dev.fattura.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether each measure is the same at all stages that have it, and the voucher is balanced. Pure. */
final class SumsCheck {

    private SumsCheck() {}

    static List<Difference> check(Tallies tallies, Set<Stage> due, DualAmount zero) {
        List<Difference> differences = new ArrayList<>(sums(tallies, due, zero));
        Money amount = money(tallies, Stage.VOUCHER, Measure.AMOUNT, zero);
        Money accountingAmount = money(tallies, Stage.VOUCHER, Measure.ACCOUNTING_AMOUNT, zero);
        if (due.contains(Stage.POSTINGS) && !(amount.isZero() && accountingAmount.isZero())) {
            differences.add(new Difference(
                    DifferenceCode.VOUCHER_UNBALANCED,
                    null,
                    "The entries of the voucher sum to " + amount + " and " + accountingAmount + ", not to zero."));
        }
        return differences;
    }

    /** @param stages that are compared, each with the first of them that has the measure */
    static List<Difference> sums(Tallies tallies, Set<Stage> stages, DualAmount zero) {
        List<Difference> differences = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            List<Stage> measured = Stage.WAY.stream()
                    .filter(stages::contains)
                    .filter(stage -> stage.measures().contains(measure))
                    .toList();
            for (Stage stage : measured) {
                long first = tallies.get(measured.get(0), measure);
                if (tallies.get(stage, measure) != first) {
                    differences.add(new Difference(
                            DifferenceCode.SUMS_DIFFER,
                            null,
                            measure.code() + " is " + text(tallies, measured.get(0), measure, zero) + " at "
                                    + measured.get(0).code() + " and " + text(tallies, stage, measure, zero) + " at "
                                    + stage.code() + "."));
                }
            }
        }
        return differences;
    }

    private static String text(Tallies tallies, Stage stage, Measure measure, DualAmount zero) {
        return measure == Measure.COUNT
                ? Long.toString(tallies.get(stage, measure))
                : money(tallies, stage, measure, zero).toString();
    }

    private static Money money(Tallies tallies, Stage stage, Measure measure, DualAmount zero) {
        Money of = measure.accounting() ? zero.accountingAmount() : zero.amount();
        return new Money(tallies.get(stage, measure), of.currency());
    }
}
