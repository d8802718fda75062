package dev.fattura.maps;

import static dev.fattura.maps.ColumnType.DATE;
import static dev.fattura.maps.ColumnType.DECIMAL;
import static dev.fattura.maps.ColumnType.OPTION;
import static dev.fattura.maps.ColumnType.TEXT;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import org.jspecify.annotations.Nullable;

/** The columns of contract headers and proforma headers (domain.md 1.2, 1.6): where the value of each is read. */
final class OfficeEntities {

    /** {@code salesorders}. The last two are accounting attributes, for which Dataverse has no column. */
    static final SourceEntity<Contract> CONTRACTS = SourceEntity.<Contract>named("salesorders")
            .column("ordernumber", TEXT, contract -> contract.id().value())
            .column("name", TEXT, Contract::name)
            .column("msdyn_company.cdm_companycode", TEXT, contract -> contract.company()
                    .value())
            .column("customerid.accountnumber", TEXT, Contract::customer)
            .column("transactioncurrencyid.isocurrencycode", TEXT, contract -> contract.currency()
                    .code())
            .column("msdyn_ordertype", OPTION, contract -> OptionSets.WORK_BASED)
            .column("fattura_fixedexchangerate", DECIMAL, OfficeEntities::fixedExchangeRate)
            .column("fattura_salestaxgroup", TEXT, Contract::salesTaxGroup)
            .build();

    /** {@code invoices}. */
    static final SourceEntity<Invoice> INVOICES = SourceEntity.<Invoice>named("invoices")
            .column("invoicenumber", TEXT, invoice -> invoice.id().value())
            .column("salesorderid.ordernumber", TEXT, invoice -> invoice.contract()
                    .value())
            .column("msdyn_company.cdm_companycode", TEXT, invoice -> invoice.company()
                    .value())
            .column("customerid.accountnumber", TEXT, Invoice::customer)
            .column("transactioncurrencyid.isocurrencycode", TEXT, invoice -> invoice.currency()
                    .code())
            .column("msdyn_invoicedate", DATE, invoice -> invoice.invoiceDate().toString())
            .column("msdyn_accountingdate", DATE, OfficeEntities::accountingDate)
            .column("msdyn_projectinvoicestatus", OPTION, invoice -> OptionSets.of(invoice.status()))
            .column("msdyn_ordertype", OPTION, invoice -> OptionSets.WORK_BASED)
            .column("description", TEXT, Invoice::description)
            .build();

    private OfficeEntities() {}

    private static @Nullable String fixedExchangeRate(Contract contract) {
        return contract.fixedExchangeRate() == null
                ? null
                : contract.fixedExchangeRate().toString();
    }

    private static @Nullable String accountingDate(Invoice invoice) {
        Invoice.Confirmation confirmation = invoice.confirmation();
        return confirmation == null ? null : confirmation.accountingDate().toString();
    }
}
