package dev.fattura.maps;

import static dev.fattura.maps.ColumnType.BOOLEAN;
import static dev.fattura.maps.ColumnType.DATE;
import static dev.fattura.maps.ColumnType.DECIMAL;
import static dev.fattura.maps.ColumnType.GUID;
import static dev.fattura.maps.ColumnType.OPTION;
import static dev.fattura.maps.ColumnType.TEXT;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.TransactionType;
import org.jspecify.annotations.Nullable;

/** The columns of actuals and of transaction connections (domain.md 1.11, 1.12): where the value of each is read. */
final class ActualEntities {

    /** {@code msdyn_actuals}. */
    static final SourceEntity<Actual> ACTUALS = SourceEntity.<Actual>named("msdyn_actuals")
            .column("msdyn_actualid", GUID, actual -> actual.id().toString())
            .column("msdyn_transactiontypecode", OPTION, actual -> OptionSets.of(actual.type()))
            .column("msdyn_transactionclassification", OPTION, actual -> OptionSets.of(actual.transactionClass()))
            .column("msdyn_billingtype", OPTION, actual -> OptionSets.of(actual.billingType()))
            .column("msdyn_adjustmentstatus", OPTION, actual -> OptionSets.of(actual.adjustmentStatus()))
            .column("msdyn_quantity", DECIMAL, actual -> actual.quantity().toString())
            .column("msdyn_price", DECIMAL, actual -> actual.price().value().toPlainString())
            .column("msdyn_amount", DECIMAL, actual -> actual.amount().decimalText())
            .column("transactioncurrencyid.isocurrencycode", TEXT, actual -> actual.amount()
                    .currency()
                    .code())
            .column("msdyn_transactiondate", DATE, actual -> actual.transactionDate()
                    .toString())
            .column("msdyn_accountingdate", DATE, actual -> actual.accountingDate()
                    .toString())
            .column("msdyn_salescontract.msdyn_company.cdm_companycode", TEXT, actual -> actual.dimensions()
                    .company()
                    .value())
            .column("msdyn_salescontract.ordernumber", TEXT, actual -> actual.dimensions()
                    .contract()
                    .value())
            .column("msdyn_salescontractline", TEXT, actual -> actual.dimensions()
                    .line()
                    .toString())
            .column("msdyn_project.msdynce_projectnumber", TEXT, ActualEntities::project)
            .column("msdyn_accountcustomer.accountnumber", TEXT, actual -> actual.dimensions()
                    .customer())
            .column("msdyn_unit.name", TEXT, actual -> actual.dimensions().unit())
            .column("msdyn_bookableresource.name", TEXT, actual -> actual.dimensions()
                    .resource())
            .column("msdyn_description", TEXT, actual -> actual.dimensions().description())
            .column("msdyn_transactioncategory.msdyn_name", TEXT, actual -> actual.dimensions()
                    .category())
            .column(
                    "msdyn_project.msdyn_defaultdimension",
                    TEXT,
                    actual -> FinancialDimensions.text(actual.dimensions().financialDimensions()))
            .column("msdyn_invoice.invoicenumber", TEXT, ActualEntities::billedBy)
            .column("msdyn_skipsync", BOOLEAN, actual -> Boolean.toString(actual.skipSync()))
            .build();

    /** {@code msdyn_transactionconnections}. */
    static final SourceEntity<Relationship> RELATIONSHIPS = SourceEntity.<Relationship>named(
                    "msdyn_transactionconnections")
            .column("msdyn_transactionconnectionid", GUID, related -> related.connection()
                    .id(related.actual().id().value())
                    .toString())
            .column("msdyn_transaction1", GUID, related -> related.actual().id().toString())
            .column(
                    "msdyn_transaction1role",
                    TEXT,
                    related -> OptionSets.of(related.connection().role()))
            .column("msdyn_transaction1type", TEXT, related -> "msdyn_actual")
            .column("msdyn_transaction2", GUID, related -> related.connection()
                    .other()
                    .toString())
            .column(
                    "msdyn_transaction2role",
                    TEXT,
                    related -> OptionSets.of(related.connection().otherRole()))
            .column("msdyn_transaction2type", TEXT, related -> "msdyn_actual")
            .build();

    private ActualEntities() {}

    private static @Nullable String project(Actual actual) {
        Project.Id project = actual.dimensions().project();
        return project == null ? null : project.toString();
    }

    /** Filled on billed records alone (1.11), although everything that confirming writes knows its invoice. */
    private static @Nullable String billedBy(Actual actual) {
        return actual.type() == TransactionType.BILLED_SALES && actual.invoice() != null
                ? actual.invoice().value()
                : null;
    }
}
