package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ApprovedPlace;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.CustomerSplit;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What of an approved transaction is unbilled sales of one billing type to one customer (domain.md 2.14). */
record UnbilledPart(
        Actual.Id id, String customer, BillingType billingType, Quantity quantity, Price price, Money amount) {

    /** All parts; those of one billing type together sum to what is billed of it, to the last unit. */
    static List<UnbilledPart> of(
            ApprovedTransaction transaction, ApprovedPlace place, Contract contract, ContractLine line) {
        CustomerSplit split = CustomerSplit.of(contract, line);
        List<UnbilledPart> parts = new ArrayList<>();
        List<Value> values = values(transaction);
        for (Value value : values) {
            List<Quantity> quantities = split.of(value.quantity());
            List<Money> amounts = split.of(value.amount());
            for (int index = 0; index < amounts.size(); index++) {
                // So little can be split that nothing is left for a customer.
                if (!quantities.get(index).isZero() || !amounts.get(index).isZero()) {
                    parts.add(new UnbilledPart(
                            place.unbilledSales(index, values.indexOf(value) > 0),
                            split.customers().get(index),
                            value.billingType(),
                            quantities.get(index),
                            Objects.requireNonNull(transaction.salesPrice()),
                            amounts.get(index)));
                }
            }
        }
        return parts;
    }

    /** What is billed under one billing type, before it is split between customers. */
    private record Value(BillingType billingType, Quantity quantity, Money amount) {}

    /** Of a lowered quantity the rest is not charged; the two together are what was worked. */
    private static List<Value> values(ApprovedTransaction transaction) {
        Price price = Objects.requireNonNull(transaction.salesPrice());
        Quantity worked = transaction.quantity();
        Quantity billable = transaction.treatment().billableQuantity();
        Money whole = Rounding.amount(worked, price);
        if (billable == null) {
            return List.of(new Value(transaction.billingType(), worked, whole));
        }
        Quantity rest = worked.minus(billable);
        if (billable.isZero()) {
            return List.of(new Value(BillingType.NON_CHARGEABLE, worked, whole));
        }
        Money charged = Rounding.amount(billable, price);
        Value chargeable = new Value(BillingType.CHARGEABLE, billable, charged);
        return rest.value().signum() > 0
                ? List.of(chargeable, new Value(BillingType.NON_CHARGEABLE, rest, whole.minus(charged)))
                : List.of(chargeable);
    }
}
