package dev.fattura.maps;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.TransactionType;
import java.util.List;

/** The enums of finance by the names of their elements (domain.md 3.1). Unbilled sales are called Sales on that side. */
public final class FinanceEnums {

    /** {@code ProjCDSTransType}. */
    static final List<String> TRANSACTION_TYPES =
            List.of("Cost", "Sales", "Tax", "BilledSales", "InterOrgSales", "ResourcingUnitCost");

    /** {@code ProjBillingType}. */
    static final List<String> BILLING_TYPES =
            List.of("NotSpecified", "Chargeable", "NonChargeable", "Complimentary", "NotAvailable");

    private FinanceEnums() {}

    /** The transaction type of that element. @throws IllegalArgumentException if finance has no use for it here */
    public static TransactionType transactionType(String element) {
        return switch (element) {
            case "Cost" -> TransactionType.COST;
            case "Sales" -> TransactionType.UNBILLED_SALES;
            case "BilledSales" -> TransactionType.BILLED_SALES;
            default -> throw new IllegalArgumentException("such a transaction is not imported from staging");
        };
    }

    /** The billing type of that element. @throws IllegalArgumentException if finance has no use for it here */
    public static BillingType billingType(String element) {
        return switch (element) {
            case "Chargeable" -> BillingType.CHARGEABLE;
            case "NonChargeable" -> BillingType.NON_CHARGEABLE;
            case "Complimentary" -> BillingType.COMPLIMENTARY;
            case "NotAvailable" -> BillingType.NOT_AVAILABLE;
            default -> throw new IllegalArgumentException("a billing type has to be specified");
        };
    }
}
