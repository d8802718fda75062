package dev.fattura.maps;

import static dev.fattura.maps.ColumnType.DATE;
import static dev.fattura.maps.ColumnType.DECIMAL;
import static dev.fattura.maps.ColumnType.GUID;
import static dev.fattura.maps.ColumnType.TEXT;
import static dev.fattura.maps.ColumnType.WHOLE_NUMBER;
import static dev.fattura.maps.TargetEntity.Presence.KEY;
import static dev.fattura.maps.TargetEntity.Presence.MAPPED;
import static dev.fattura.maps.TargetEntity.Presence.OPTIONAL;
import static dev.fattura.maps.TargetEntity.Presence.READ_ONLY;
import static dev.fattura.maps.TargetEntity.Presence.REQUIRED;

/** The entities of finance that table maps write (domain.md 3.1, 3.2, 3.4, 4.5). */
final class FinanceTargets {

    /** The actuals staging table. What has no column of ours has no use in finance here. */
    static final TargetEntity STAGING = TargetEntity.named("ProjCDSActualsImportEntity")
            .column("ACTUALID", GUID, KEY)
            .enumeration("TRANSTYPE", REQUIRED, FinanceEnums.TRANSACTION_TYPES)
            .column("TRANSACTIONCLASSIFICATION", WHOLE_NUMBER, REQUIRED)
            .enumeration("BILLINGTYPE", REQUIRED, FinanceEnums.BILLING_TYPES)
            .column("QUANTITY", DECIMAL, REQUIRED)
            .column("UNITPRICE", DECIMAL, REQUIRED)
            .column("AMOUNT", DECIMAL, REQUIRED)
            .column("TRANSACTIONCURRENCYID", TEXT, REQUIRED)
            .column("DOCUMENTDATE", DATE, REQUIRED)
            .column("ACCOUNTINGDATE", DATE, REQUIRED)
            .column("DATAAREAID", TEXT, REQUIRED)
            .column("CONTRACTID", TEXT, REQUIRED)
            .column("CONTRACTLINEID", TEXT, REQUIRED)
            .column("PROJECTID", TEXT, MAPPED)
            .column("CUSTOMERACCOUNTNUMBER", TEXT, REQUIRED)
            .column("UNITOFMEASURE", TEXT, REQUIRED)
            .column("BOOKABLERESOURCENAME", TEXT, OPTIONAL)
            .column("DESCRIPTION", TEXT, OPTIONAL)
            .column("TRANSACTIONCATEGORYID", TEXT, OPTIONAL)
            .column("DEFAULTDIMENSION", TEXT, OPTIONAL)
            .column("INVOICEPROPOSALID", TEXT, MAPPED)
            .column("ACCOUNTINGAMOUNT", DECIMAL, READ_ONLY)
            .column("VOUCHERNUMBER", TEXT, READ_ONLY)
            .column("SALESTAXAMOUNT", DECIMAL, READ_ONLY)
            .column("ISPROCESSED", TEXT, READ_ONLY)
            .build();

    /** Its transaction relationships. */
    static final TargetEntity RELATIONSHIPS = TargetEntity.named("ProjCDSTransactionRelationshipImportEntity")
            .column("CONNECTIONID", GUID, OPTIONAL)
            .column("TRANSACTION1ID", GUID, KEY)
            .column("TRANSACTION1ROLE", TEXT, REQUIRED)
            .column("TRANSACTION1TYPE", TEXT, OPTIONAL)
            .column("TRANSACTION2ID", GUID, KEY)
            .column("TRANSACTION2ROLE", TEXT, REQUIRED)
            .column("TRANSACTION2TYPE", TEXT, OPTIONAL)
            .build();

    /** Headers of project contracts. */
    static final TargetEntity CONTRACTS = TargetEntity.named("ProjContractHeaderEntity")
            .column("PROJECTCONTRACTID", TEXT, KEY)
            .column("CONTRACTNAME", TEXT, REQUIRED)
            .column("DATAAREAID", TEXT, REQUIRED)
            .column("CUSTOMERACCOUNTNUMBER", TEXT, REQUIRED)
            .column("SALESCURRENCY", TEXT, REQUIRED)
            .column("FIXEDEXCHANGERATE", DECIMAL, OPTIONAL)
            .column("SALESTAXGROUP", TEXT, OPTIONAL)
            .build();

    /** Headers of invoice proposals. */
    static final TargetEntity PROPOSALS = TargetEntity.named("ProjInvoiceProposalV2Entity")
            .column("INVOICEPROPOSALID", TEXT, KEY)
            .column("PROJECTCONTRACTID", TEXT, REQUIRED)
            .column("DATAAREAID", TEXT, REQUIRED)
            .column("CUSTOMERACCOUNTNUMBER", TEXT, REQUIRED)
            .column("SALESCURRENCY", TEXT, REQUIRED)
            .column("INVOICEDATE", DATE, REQUIRED)
            .column("ACCOUNTINGDATE", DATE, REQUIRED)
            .column("INVOICEHEADERTEXT", TEXT, OPTIONAL)
            .column("INVOICE", TEXT, READ_ONLY)
            .build();

    private FinanceTargets() {}
}
