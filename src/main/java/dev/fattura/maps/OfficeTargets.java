package dev.fattura.maps;

import static dev.fattura.maps.ColumnType.DATE;
import static dev.fattura.maps.ColumnType.DECIMAL;
import static dev.fattura.maps.ColumnType.GUID;
import static dev.fattura.maps.ColumnType.TEXT;
import static dev.fattura.maps.TargetEntity.Presence.KEY;
import static dev.fattura.maps.TargetEntity.Presence.READ_ONLY;
import static dev.fattura.maps.TargetEntity.Presence.REQUIRED;

/** The entities of the office that write-backs write (domain.md 1.6, 1.11, 3.10, 4.5); most logical names are not published. */
final class OfficeTargets {

    /** The accounting columns of actuals. */
    static final TargetEntity ACTUALS = TargetEntity.named("msdyn_actuals")
            .column("msdyn_actualid", GUID, KEY)
            .column("msdyn_accountingamount", DECIMAL, REQUIRED)
            .column("msdyn_accountingcurrency.isocurrencycode", TEXT, REQUIRED)
            .column("msdyn_accountingexchangerate", DECIMAL, REQUIRED)
            .column("msdyn_externalreferenceid", TEXT, REQUIRED)
            .column("msdyn_salestaxamount", DECIMAL, REQUIRED)
            .column("transactioncurrencyid.isocurrencycode", TEXT, REQUIRED)
            .column("msdyn_amount", DECIMAL, READ_ONLY)
            .column("msdyn_quantity", DECIMAL, READ_ONLY)
            .build();

    /** The customer invoice on the proforma. */
    static final TargetEntity INVOICES = TargetEntity.named("msdyn_customerinvoices")
            .column("invoicenumber", TEXT, KEY)
            .column("msdyn_invoicenumber", TEXT, REQUIRED)
            .column("msdyn_customerinvoicedate", DATE, REQUIRED)
            .column("msdyn_customerinvoiceduedate", DATE, REQUIRED)
            .column("msdyn_ledgervoucher", TEXT, REQUIRED)
            .column("transactioncurrencyid.isocurrencycode", TEXT, REQUIRED)
            .column("totalamount", DECIMAL, REQUIRED)
            .column("totaltax", DECIMAL, REQUIRED)
            .column("msdyn_invoicedate", DATE, READ_ONLY)
            .build();

    private OfficeTargets() {}
}
