package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.ApprovedPlace;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.Limit;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Price;
import dev.fattura.money.Rounding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The actuals that an approved transaction becomes (domain.md 1.3, 2.5, 2.6, 2.14, 3.12). */
final class ApprovalDecider {

    private ApprovalDecider() {}

    /**
     * A cost actual and, on a time-and-material line that includes its class, an unbilled sales actual for each customer of the line;
     * of a fee the latter alone, on a fixed-price line the former alone. The cost comes first.
     *
     * @param place of its actuals
     * @param pointer of the transaction in the request
     * @throws Refused if the transaction contradicts what it refers to
     */
    static ApprovalPlan plan(
            ApprovedTransaction transaction, ApprovedPlace place, References references, String pointer) {
        Contract contract = ApprovalRules.check(transaction, references, pointer);
        ContractLine line = Objects.requireNonNull(references.line(contract.id(), transaction.line()));
        List<Actual> actuals = new ArrayList<>();
        Price costPrice = transaction.costPrice();
        if (costPrice != null) {
            actuals.add(cost(
                    transaction,
                    place,
                    line,
                    costPrice,
                    dimensions(transaction, contract, contract.customer(), references)));
        }
        Map<Actual.Id, List<Limit>> limits = new HashMap<>();
        if (ApprovalRules.billed(transaction, line)) {
            for (UnbilledPart part : UnbilledPart.of(transaction, place, contract, line)) {
                actuals.add(unbilledSales(
                        transaction, place, part, dimensions(transaction, contract, part.customer(), references)));
                if (part.billingType() == BillingType.CHARGEABLE) {
                    limits.put(part.id(), Limit.unused(contract, line, part.customer()));
                }
            }
        }
        return new ApprovalPlan(
                transaction.id(),
                pointer,
                place,
                actuals,
                transaction.treatment().status(),
                limits);
    }

    /** What another company did is no cost of this one: its vendor invoice brings it (3.12). */
    private static Actual cost(
            ApprovedTransaction transaction,
            ApprovedPlace place,
            ContractLine line,
            Price price,
            Dimensions dimensions) {
        var resourcing = transaction.treatment().resourcingCompany();
        return new Actual(
                place.cost(),
                TransactionType.COST,
                transaction.transactionClass(),
                line.includes(transaction.transactionClass()) ? transaction.billingType() : BillingType.NOT_AVAILABLE,
                AdjustmentStatus.NORMAL,
                transaction.quantity(),
                price,
                Rounding.amount(transaction.quantity(), price),
                transaction.date(),
                transaction.date(),
                dimensions,
                null,
                1,
                resourcing != null && !resourcing.equals(dimensions.company()),
                List.of(),
                List.of(origin(transaction)));
    }

    private static Actual unbilledSales(
            ApprovedTransaction transaction, ApprovedPlace place, UnbilledPart part, Dimensions dimensions) {
        return new Actual(
                part.id(),
                TransactionType.UNBILLED_SALES,
                transaction.transactionClass(),
                part.billingType(),
                AdjustmentStatus.NORMAL,
                part.quantity(),
                part.price(),
                part.amount(),
                transaction.date(),
                transaction.date(),
                dimensions,
                null,
                1,
                false,
                toCost(transaction, place),
                List.of(origin(transaction)));
    }

    /** Unbilled sales and cost of one approval are connected (1.12); a fee has no cost. */
    private static List<Connection> toCost(ApprovedTransaction transaction, ApprovedPlace place) {
        return transaction.costPrice() == null
                ? List.of()
                : List.of(new Connection(
                        ConnectionRole.UNBILLED_SALES, place.cost().value(), ConnectionRole.COST));
    }

    private static Origin origin(ApprovedTransaction transaction) {
        return new Origin(OriginType.APPROVED_TRANSACTION, transaction.id());
    }

    private static Dimensions dimensions(
            ApprovedTransaction transaction, Contract contract, String customer, References references) {
        return new Dimensions(
                contract.company(),
                contract.id(),
                transaction.line(),
                transaction.project(),
                customer,
                transaction.unit(),
                transaction.resource(),
                transaction.description(),
                transaction.category(),
                references.financialDimensions(transaction.project()));
    }
}
