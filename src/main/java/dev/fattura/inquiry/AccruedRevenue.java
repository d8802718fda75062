package dev.fattura.inquiry;

import dev.fattura.inquiry.ContractAccrual.Sum;
import dev.fattura.ledger.Contract;
import dev.fattura.money.CurrencyCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The accrued revenue of a company in a period as a walk adds it up: a row for each contract, and what does not fit. */
final class AccruedRevenue {

    /** So many imbalances are named. */
    static final int MOST_NAMED = 100;

    private final Period period;
    private final Map<String, ContractAccrual> contracts = new TreeMap<>();
    private final List<AccrualImbalance> imbalances = new ArrayList<>();
    private long imbalanced;

    AccruedRevenue(Period period) {
        this.period = period;
    }

    Period period() {
        return period;
    }

    DualAmount zero(CurrencyCode currency) {
        return DualAmount.zero(currency, period.company().accountingCurrency());
    }

    void add(Contract.Id contract, Sum sum, DualAmount more) {
        ContractAccrual before = contracts.getOrDefault(
                contract.value(),
                ContractAccrual.none(contract, zero(more.amount().currency())));
        contracts.put(contract.value(), before.plus(sum, more));
    }

    void add(AccrualImbalance imbalance) {
        imbalanced++;
        if (imbalances.size() < MOST_NAMED) {
            imbalances.add(imbalance);
        }
    }

    Collection<ContractAccrual> contracts() {
        return Collections.unmodifiableCollection(contracts.values());
    }

    List<AccrualImbalance> imbalances() {
        return Collections.unmodifiableList(imbalances);
    }

    /** How many there are, named or not. */
    long imbalanced() {
        return imbalanced;
    }

    boolean clean() {
        return imbalanced == 0
                && contracts.values().stream()
                        .allMatch(contract -> contract.imbalance().isZero());
    }
}
