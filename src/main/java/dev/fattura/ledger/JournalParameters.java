package dev.fattura.ledger;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a company forms its integration journals (domain.md 3.3).
 *
 * @param lineLimit lines per integration journal at most; 200 by default
 * @param moveToOpenPeriod whether a row whose accounting date lies in a period that is not open is posted on the first day of the
 *     next open one, and does not wait
 * @param categoryDefaults the project category of each transaction class for rows whose own category the company does not know;
 *     a class that is left out keeps the shared one (domain.md 3.2)
 * @param categories the project category of each transaction category that the company knows
 * @param lineProperties the line property of each billing type; one that has none cannot be imported
 */
public record JournalParameters(
        PeriodUnit periodUnit,
        int lineLimit,
        boolean moveToOpenPeriod,
        Map<TransactionClass, String> categoryDefaults,
        Map<String, String> categories,
        Map<BillingType, String> lineProperties) {

    public static final int DEFAULT_LINE_LIMIT = 200;

    /** A line property for each of the four billing types. */
    public static final Map<BillingType, String> DEFAULT_LINE_PROPERTIES = Map.of(
            BillingType.CHARGEABLE, "Chargeable",
            BillingType.NON_CHARGEABLE, "NonChargeable",
            BillingType.COMPLIMENTARY, "Complimentary",
            BillingType.NOT_AVAILABLE, "NotAvailable");

    /** One shared category for each class (domain.md 3.2). */
    private static final Map<TransactionClass, String> SHARED_CATEGORIES = Map.of(
            TransactionClass.TIME, "Hours",
            TransactionClass.EXPENSE, "Expense",
            TransactionClass.MATERIAL, "Item",
            TransactionClass.FEE, "Fees",
            TransactionClass.PRODUCT, "Item",
            TransactionClass.MILESTONE, "On-account",
            TransactionClass.RETAINER, "On-account");

    public JournalParameters {
        Map<TransactionClass, String> all = new EnumMap<>(SHARED_CATEGORIES);
        all.putAll(categoryDefaults);
        categoryDefaults = Map.copyOf(all);
        categories = Map.copyOf(categories);
        lineProperties = Map.copyOf(lineProperties);
    }

    /** What holds for a company that says nothing but how its journals are grouped. */
    public static JournalParameters of(PeriodUnit periodUnit) {
        return new JournalParameters(
                periodUnit, DEFAULT_LINE_LIMIT, false, Map.of(), Map.of(), DEFAULT_LINE_PROPERTIES);
    }

    /** The project category of a row: of its own category if the company knows that one, else of its class. */
    public String category(TransactionClass transactionClass, @Nullable String transactionCategory) {
        String known = transactionCategory == null ? null : categories.get(transactionCategory);
        return known == null ? categoryDefaults.getOrDefault(transactionClass, transactionClass.code()) : known;
    }

    /** Empty if the billing type is not mapped: its rows cannot be imported. */
    public Optional<String> lineProperty(BillingType billingType) {
        return Optional.ofNullable(lineProperties.get(billingType));
    }

    /** Whether a line that was imported with that category can still be posted with it. */
    public boolean hasCategory(String category) {
        return categoryDefaults.containsValue(category) || categories.containsValue(category);
    }

    /** Whether a line that was imported with that line property can still be posted with it. */
    public boolean hasLineProperty(String lineProperty) {
        return lineProperties.containsValue(lineProperty);
    }
}
