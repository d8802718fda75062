package dev.fattura.ledger;

import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a project contract (domain.md 1.3).
 *
 * @param project the project that it bills; a product-based line has none
 * @param milestones of a fixed-price line, else empty
 * @param product of a product-based line, else null
 * @param terms what else is agreed of it
 */
public record ContractLine(
        Contract.Id contract,
        Id id,
        String name,
        BillingMethod billingMethod,
        Project.@Nullable Id project,
        List<Milestone> milestones,
        @Nullable Product product,
        Terms terms) {

    public ContractLine {
        milestones = List.copyOf(milestones);
    }

    /** A line with nothing else agreed. */
    public ContractLine(
            Contract.Id contract,
            Id id,
            String name,
            BillingMethod billingMethod,
            Project.@Nullable Id project,
            List<Milestone> milestones,
            @Nullable Product product) {
        this(contract, id, name, billingMethod, project, milestones, product, Terms.NONE);
    }

    /** The number of the line within its contract: {@code 1}. */
    public record Id(String value) {
        public Id {
            Identifiers.requireGiven(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * A milestone of a fixed-price line; all are in the billing backlog (1.9).
     *
     * @param readyToInvoice as it was recorded; the billing backlog says what it is now
     * @param percent of the contracted amount, of a milestone that progress made; null of one that was agreed
     */
    public record Milestone(
            String id, String name, Money amount, LocalDate date, boolean readyToInvoice, @Nullable Percent percent) {

        /** A milestone that was agreed. */
        public Milestone(String id, String name, Money amount, LocalDate date, boolean readyToInvoice) {
            this(id, name, amount, date, readyToInvoice, null);
        }
    }

    /**
     * What a product-based line sells; it is in the billing backlog (2.7).
     *
     * @param readyToInvoice as it was recorded
     */
    public record Product(String id, Quantity quantity, Price price, LocalDate date, boolean readyToInvoice) {}

    /**
     * A customer of the line, who overrides those of the contract (1.4).
     *
     * @param notToExceed his limit on this line, or null
     */
    public record LineCustomer(String customer, Percent split, boolean rounding, @Nullable Money notToExceed) {}

    /**
     * What is agreed of a line besides what it bills.
     *
     * @param customers of the line; empty where those of the contract hold
     * @param includes the transaction classes that it governs, in the order of the enum
     * @param notToExceed the limit of the line, or null
     * @param contractedAmount of a fixed-price line: what its milestones add up to; null where that is not said
     * @param invoiceSchedule when it is invoiced by itself, or null
     */
    public record Terms(
            List<LineCustomer> customers,
            List<TransactionClass> includes,
            @Nullable Money notToExceed,
            InvoiceScheduleType invoiceScheduleType,
            @Nullable Money contractedAmount,
            @Nullable InvoiceSchedule invoiceSchedule) {

        /** The classes that a line can include. */
        public static final List<TransactionClass> ALL = List.of(
                TransactionClass.TIME, TransactionClass.EXPENSE, TransactionClass.MATERIAL, TransactionClass.FEE);

        public static final Terms NONE =
                new Terms(List.of(), ALL, null, InvoiceScheduleType.COMPLETED_MILESTONES, null, null);

        public Terms {
            customers = List.copyOf(customers);
            includes = includes.stream().sorted().distinct().toList();
        }
    }

    /** Whether it governs transactions of that class (1.3). */
    public boolean includes(TransactionClass transactionClass) {
        return terms.includes().contains(transactionClass);
    }

    public boolean progressBased() {
        return terms.invoiceScheduleType() == InvoiceScheduleType.PROGRESS_BASED;
    }

    public Optional<Milestone> milestone(String milestone) {
        return milestones.stream()
                .filter(candidate -> candidate.id().equals(milestone))
                .findFirst();
    }

    /** The milestones that progress made, the earlier first. */
    public List<Milestone> progress() {
        return milestones.stream()
                .filter(milestone -> milestone.percent() != null)
                .toList();
    }

    /** The line with one more milestone that progress made. */
    public ContractLine progressed(Milestone next) {
        List<Milestone> more = new ArrayList<>(milestones);
        more.add(next);
        return new ContractLine(contract, id, name, billingMethod, project, more, product, terms);
    }

    /** The line as it was agreed: without what progress made of it. */
    public ContractLine agreed() {
        List<Milestone> agreed = milestones.stream()
                .filter(milestone -> milestone.percent() == null)
                .toList();
        return new ContractLine(contract, id, name, billingMethod, project, agreed, product, terms);
    }
}
