package dev.fattura.contract;

import dev.fattura.ledger.ContractLine;
import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import java.util.List;
import java.util.Objects;

/** How far what a contract sells is invoiced, by the table of domain.md 1.9. */
final class SoldStatusDecider {

    private SoldStatusDecider() {}

    /**
     * How far a progress-based line is invoiced.
     *
     * @param nextInvoice the status of the newest milestone until all customers have it on a confirmed invoice; then not ready again
     * @param invoiced what confirmed invoices have billed
     * @param percent of the milestones that confirmed invoices have billed to all customers
     */
    record Progress(
            SoldStatus.Whole whole, SoldStatus.Step nextInvoice, Money invoiced, Percent percent, Money remaining) {}

    /** A milestone of several customers: completed when all parts are on confirmed invoices. */
    static SoldStatus.Whole whole(List<SoldStatus> parts) {
        if (parts.stream().allMatch(SoldStatus::posted)) {
            return SoldStatus.Whole.COMPLETED;
        }
        return parts.stream().allMatch(part -> part.step() == SoldStatus.Step.NOT_READY)
                ? SoldStatus.Whole.NOT_STARTED
                : SoldStatus.Whole.IN_PROGRESS;
    }

    /** @param parts of each milestone that progress made, in their order */
    static Progress progress(ContractLine line, List<List<SoldStatus>> parts) {
        Money contracted = Objects.requireNonNull(line.terms().contractedAmount());
        Money invoiced = Money.zero(contracted.currency());
        Percent percent = Percent.of("0");
        List<ContractLine.Milestone> milestones = line.progress();
        for (int index = 0; index < milestones.size(); index++) {
            List<SoldStatus> shares = parts.get(index);
            for (SoldStatus part : shares) {
                invoiced = part.posted() ? invoiced.plus(part.amount()) : invoiced;
            }
            if (shares.stream().allMatch(SoldStatus::posted)) {
                percent = percent.plus(
                        Objects.requireNonNull(milestones.get(index).percent()));
            }
        }
        return new Progress(whole(parts, percent), next(parts), invoiced, percent, contracted.minus(invoiced));
    }

    private static SoldStatus.Whole whole(List<List<SoldStatus>> parts, Percent percent) {
        if (parts.isEmpty()) {
            return SoldStatus.Whole.NOT_STARTED;
        }
        return percent.equals(Percent.HUNDRED) ? SoldStatus.Whole.COMPLETED : SoldStatus.Whole.IN_PROGRESS;
    }

    private static SoldStatus.Step next(List<List<SoldStatus>> parts) {
        if (parts.isEmpty()) {
            return SoldStatus.Step.NOT_READY;
        }
        List<SoldStatus> newest = parts.get(parts.size() - 1);
        SoldStatus.Step step = newest.get(0).step();
        boolean alike = newest.stream().allMatch(part -> part.step() == step);
        return alike && step != SoldStatus.Step.CUSTOMER_INVOICE_POSTED ? step : SoldStatus.Step.NOT_READY;
    }
}
