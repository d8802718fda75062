package dev.fattura.contract;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Price;
import dev.fattura.money.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The actuals that an approved transaction becomes (domain.md 2.5, 2.6, 2.14). */
final class ApprovalDecider {

    private ApprovalDecider() {}

    /**
     * A cost actual and, on a time-and-material line, an unbilled sales actual; of a fee the latter alone, on a fixed-price line
     * the former alone. The cost comes first.
     *
     * @param pointer of the transaction in the request
     * @throws Refused if the transaction contradicts what it refers to
     */
    static List<Actual> actuals(ApprovedTransaction transaction, References references, String pointer) {
        Contract contract = ApprovalRules.check(transaction, references, pointer);
        Dimensions dimensions =
                dimensions(transaction, contract, references.financialDimensions(transaction.project()));
        List<Actual> actuals = new ArrayList<>();
        Price costPrice = transaction.costPrice();
        if (costPrice != null) {
            actuals.add(actual(transaction, dimensions, TransactionType.COST, costPrice));
        }
        Price salesPrice = transaction.salesPrice();
        if (salesPrice != null) {
            actuals.add(actual(transaction, dimensions, TransactionType.UNBILLED_SALES, salesPrice));
        }
        return actuals;
    }

    private static Actual actual(
            ApprovedTransaction transaction, Dimensions dimensions, TransactionType type, Price price) {
        return new Actual(
                type == TransactionType.COST
                        ? Actual.Id.costOf(transaction.id())
                        : Actual.Id.unbilledSalesOf(transaction.id()),
                type,
                transaction.transactionClass(),
                transaction.billingType(),
                AdjustmentStatus.NORMAL,
                transaction.quantity(),
                price,
                Rounding.amount(transaction.quantity(), price),
                transaction.date(),
                transaction.date(),
                dimensions,
                null,
                1,
                false,
                type == TransactionType.COST ? List.of() : toCost(transaction),
                List.of(new Origin(OriginType.APPROVED_TRANSACTION, transaction.id())));
    }

    /** Unbilled sales and cost of one approval are connected (1.12); a fee has no cost. */
    private static List<Connection> toCost(ApprovedTransaction transaction) {
        return transaction.costPrice() == null
                ? List.of()
                : List.of(new Connection(
                        ConnectionRole.UNBILLED_SALES,
                        Actual.Id.costOf(transaction.id()).value(),
                        ConnectionRole.COST));
    }

    private static Dimensions dimensions(
            ApprovedTransaction transaction, Contract contract, Map<String, String> financialDimensions) {
        return new Dimensions(
                contract.company(),
                contract.id(),
                transaction.line(),
                transaction.project(),
                contract.customer(),
                transaction.unit(),
                transaction.resource(),
                transaction.description(),
                transaction.category(),
                financialDimensions);
    }
}
