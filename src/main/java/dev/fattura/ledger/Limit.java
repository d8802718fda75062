package dev.fattura.ledger;

import dev.fattura.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A not-to-exceed limit and how much of it is used (domain.md 1.5): by chargeable time-and-material work that is in the billing
 * backlog, on drafts or invoiced.
 *
 * @param line of the limits of a line, else null
 * @param customer of the limits of a customer, else null
 * @param most what may be used
 * @param version rises by one with every change of what is used; 0 where nothing ever was
 */
public record Limit(
        NotToExceed.Level level,
        Contract.Id contract,
        ContractLine.@Nullable Id line,
        @Nullable String customer,
        Money most,
        Money used,
        long version) {

    /** The limits that unbilled sales of a line to a customer count for, in the order of evaluation, with nothing used of them. */
    public static List<Limit> unused(Contract contract, ContractLine line, String customer) {
        List<Limit> limits = new ArrayList<>();
        Money onLine = line.terms().customers().stream()
                .filter(agreed -> agreed.customer().equals(customer))
                .map(ContractLine.LineCustomer::notToExceed)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Money onContract =
                contract.agreedWith(customer).map(ContractCustomer::notToExceed).orElse(null);
        add(limits, NotToExceed.Level.LINE_CUSTOMER, contract, line.id(), customer, onLine);
        add(
                limits,
                NotToExceed.Level.LINE,
                contract,
                line.id(),
                null,
                line.terms().notToExceed());
        add(limits, NotToExceed.Level.CUSTOMER, contract, null, customer, onContract);
        add(limits, NotToExceed.Level.CONTRACT, contract, null, null, contract.notToExceed());
        return limits;
    }

    /** Whether that much more still fits. */
    public boolean fits(Money amount) {
        return !used.plus(amount).exceeds(most);
    }

    public Limit using(Money more) {
        return new Limit(level, contract, line, customer, most, used.plus(more), version + 1);
    }

    /** With that much less used: what was counted before, and no more. */
    public Limit freeing(Money less) {
        return new Limit(level, contract, line, customer, most, used.minus(less), version + 1);
    }

    /** The same limit with what is used of it. */
    public Limit as(Money usedNow, long versionNow) {
        return new Limit(level, contract, line, customer, most, usedNow, versionNow);
    }

    private static void add(
            List<Limit> limits,
            NotToExceed.Level level,
            Contract contract,
            ContractLine.@Nullable Id line,
            @Nullable String customer,
            @Nullable Money most) {
        if (most != null) {
            limits.add(new Limit(level, contract.id(), line, customer, most, Money.zero(most.currency()), 0));
        }
    }
}
