package dev.fattura.contract;

import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import dev.fattura.money.Rounding;
import java.util.Objects;
import java.util.Optional;

/** The milestone that the next invoice percentage of a progress-based line becomes (domain.md 1.9). */
final class ProgressDecider {

    private ProgressDecider() {}

    /**
     * The milestone: what the percentages are worth together, less what the earlier ones came to; so at 100 per cent all of them sum
     * to the contracted amount. Empty if it was made before.
     *
     * @throws Refused if the line is not progress-based, has another milestone of that id, or less than that percentage is left
     */
    static Optional<ContractLine.Milestone> next(ContractLine line, MarkRequest.Progress progress) {
        Money contracted = line.terms().contractedAmount();
        if (!line.progressBased() || contracted == null) {
            throw new Refused(
                    RefusalCode.WRONG_LINE, "Line " + line.id() + " is not invoiced by progress.", "/progress/line");
        }
        Optional<ContractLine.Milestone> made = line.milestone(progress.milestone());
        if (made.isPresent()) {
            requireSame(made.get(), progress);
            return Optional.empty();
        }
        Percent sum = invoiced(line).plus(progress.percent());
        if (sum.exceeds(Percent.HUNDRED)) {
            throw new Refused(
                    RefusalCode.PROGRESS_EXCEEDED,
                    "With " + progress.percent() + " per cent, " + sum + " per cent of line " + line.id()
                            + " would be invoiced.",
                    "/progress/percent");
        }
        Money amount = Rounding.share(contracted, sum).minus(amount(line, contracted));
        if (amount.isZero()) {
            throw new Refused(RefusalCode.NEGATIVE_VALUE, "That percentage is worth nothing.", "/progress/percent");
        }
        String name = progress.name().isEmpty() ? line.name() : progress.name();
        return Optional.of(new ContractLine.Milestone(
                progress.milestone(), name, amount, progress.date(), true, progress.percent()));
    }

    /** The percentages that have become milestones. */
    static Percent invoiced(ContractLine line) {
        return line.progress().stream()
                .map(milestone -> Objects.requireNonNull(milestone.percent()))
                .reduce(Percent.of("0"), Percent::plus);
    }

    private static Money amount(ContractLine line, Money contracted) {
        return line.progress().stream()
                .map(ContractLine.Milestone::amount)
                .reduce(Money.zero(contracted.currency()), Money::plus);
    }

    private static void requireSame(ContractLine.Milestone made, MarkRequest.Progress progress) {
        if (!progress.percent().equals(made.percent()) || !progress.date().equals(made.date())) {
            throw new Refused(
                    RefusalCode.ALREADY_RECORDED,
                    "Milestone " + made.id() + " is of " + made.percent() + " per cent and of " + made.date() + ".",
                    "/progress/milestone");
        }
    }
}
