package dev.fattura.maps;

import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The choices of Dataverse by their integers (domain.md 1.1) and the roles of transaction connections (1.12). Where no integer is
 * published, one of the range is taken that Dataverse gives to choices of one's own.
 */
public final class OptionSets {

    /** {@code msdyn_ordertype}: work based, which every project contract is. */
    static final String WORK_BASED = "192350001";

    private OptionSets() {}

    /** {@code msdyn_transactiontypecode}. */
    static String of(TransactionType type) {
        return switch (type) {
            case COST -> "192350000";
            case UNBILLED_SALES -> "192350005";
            case BILLED_SALES -> "192350006";
        };
    }

    /** {@code msdyn_transactionclassification}. */
    static String of(TransactionClass transactionClass) {
        return switch (transactionClass) {
            case TIME -> "192350000";
            case EXPENSE -> "192350001";
            case MATERIAL -> "192350002";
            case MILESTONE -> "192350003";
            case FEE -> "192350004";
            case PRODUCT -> "100000000";
            case RETAINER -> "100000001";
        };
    }

    /** The class of that integer. @throws IllegalArgumentException if it is none of ours */
    public static TransactionClass transactionClass(String option) {
        return Arrays.stream(TransactionClass.values())
                .filter(transactionClass -> of(transactionClass).equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no transaction class has that number"));
    }

    /** {@code msdyn_billingtype}. */
    static String of(BillingType type) {
        return switch (type) {
            case NON_CHARGEABLE -> "192350000";
            case CHARGEABLE -> "192350001";
            case COMPLIMENTARY -> "192350002";
            case NOT_AVAILABLE -> "192350003";
        };
    }

    /** {@code msdyn_adjustmentstatus}; normal is blank. */
    static @Nullable String of(AdjustmentStatus status) {
        return switch (status) {
            case NORMAL -> null;
            case ADJUSTED -> "192350001";
            case UNADJUSTABLE -> "192350002";
        };
    }

    /** {@code msdyn_projectinvoicestatus}; blank while the office is not done with a step. */
    static @Nullable String of(InvoiceStatus status) {
        return switch (status) {
            case DRAFT -> "192350000";
            case IN_REVIEW -> "192350001";
            case CONFIRMED -> "192350002";
            case POSTED -> "100000000";
            case DRAFTING, CONFIRMING, DELETED -> null;
        };
    }

    /** {@code msdyn_transaction1role}, {@code msdyn_transaction2role}. */
    public static String of(ConnectionRole role) {
        return switch (role) {
            case UNBILLED_SALES -> "Unbilled Sales";
            case COST -> "Cost";
            case BILLED_SALES -> "Billed Sales";
            case REVERSING -> "Reversing";
            case REPLACING -> "Replacing";
            case ORIGINAL -> "Original";
        };
    }
}
