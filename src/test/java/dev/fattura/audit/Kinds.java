package dev.fattura.audit;

import java.util.Set;

/**
 * Every kind of item that there is. Whoever adds one adds it here, and asks which rules have to look at it.
 */
final class Kinds {

    private static final Set<String> OFFICE = Set.of(
            "accountingDetail",
            "actual",
            "approval",
            "approvedTransaction",
            "backlog",
            "bulkConfirmation",
            "bulkConfirmationEntry",
            "claim",
            "contract",
            "contractLine",
            "correction",
            "deed",
            "drafted",
            "intake",
            "invoice",
            "invoiceLineDetail",
            "invoiceRun",
            "limit",
            "numberSequence",
            "periodLog",
            "progress",
            "project",
            "receipt",
            "retainer",
            "transaction",
            "work");

    private static final Set<String> FINANCE = Set.of(
            "company",
            "companyListed",
            "companyVersion",
            "contract",
            "crossed",
            "deed",
            "exchangeRate",
            "fiscalPeriods",
            "importState",
            "journal",
            "journalLine",
            "journalLineList",
            "mapStatus",
            "numberSequence",
            "periodLog",
            "progress",
            "posting",
            "proposal",
            "proposalLine",
            "receipt",
            "salesTax",
            "salesTaxVersion",
            "stagedActual",
            "syncError",
            "syncErrorEntry",
            "voucher",
            "work");

    private static final Set<String> SEQUENCES = Set.of("proformaInvoice", "journal", "voucher", "customerInvoice");

    private Kinds() {}

    static void known(Books books, Findings findings) {
        books.officeKinds().stream()
                .filter(kind -> !OFFICE.contains(kind))
                .forEach(kind -> findings.add("The auditor does not know " + kind + " of the office: "
                        + books.office(kind).get(0)));
        books.financeKinds().stream()
                .filter(kind -> !FINANCE.contains(kind))
                .forEach(kind -> findings.add("The auditor does not know " + kind + " of finance: "
                        + books.finance(kind).get(0)));
        books.everything()
                .filter(row -> row.is("kind", "numberSequence"))
                .filter(row -> !SEQUENCES.contains(row.key().partition().split("#", -1)[1]))
                .forEach(row -> findings.add("The auditor does not know " + row));
    }
}
