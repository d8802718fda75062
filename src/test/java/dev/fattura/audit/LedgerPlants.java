package dev.fattura.audit;

import static dev.fattura.audit.GoodTables.with;
import static dev.fattura.audit.GoodTables.withFirst;
import static dev.fattura.audit.Which.any;
import static dev.fattura.audit.Which.inPartition;
import static dev.fattura.audit.Which.where;

import dev.fattura.store.Item;
import java.util.List;
import java.util.Map;

/** Violations of what holds of vouchers, numbers, proposals and WIP. */
final class LedgerPlants {

    static final List<Plant> ALL = List.of(
            Plant.of(
                    "vouchers-balance",
                    "an entry is a penny more",
                    "USMF-PV-0000",
                    tables -> tables.putFinance(withFirst(costPosting(tables), "entries", "amount", "93241 USD"))),
            Plant.of(
                    "rounding-difference-bounded",
                    "a rounding difference of a dollar",
                    "rounding difference of 100 USD",
                    tables -> tables.putFinance(withFirst(
                            withFirst(voucher(tables), "entries", "postingType", "roundingDifference"),
                            "entries",
                            "accountingAmount",
                            "100 USD"))),
            Plant.of(
                    "rounding-difference-bounded",
                    "a rounding difference in transaction currency",
                    "in transaction currency",
                    tables -> tables.putFinance(
                            withFirst(voucher(tables), "entries", "postingType", "roundingDifference"))),
            Plant.of(
                    "entries-converted",
                    "a wrong accounting amount",
                    "accounting amount of",
                    tables -> tables.putFinance(withFirst(voucher(tables), "entries", "accountingAmount", "1 USD"))),
            Plant.of(
                    "journal-numbers",
                    "a journal is gone",
                    "USMF-IJ-000001",
                    tables -> tables.removeFinance(tables.finance("journal", where("journal", "USMF-IJ-000001")))),
            Plant.of(
                    "customer-invoice-numbers",
                    "a number was left out",
                    "USMF-CI-000002",
                    tables -> tables.putFinance(with(sequence(tables, "customerInvoice"), "version", 3L))),
            Plant.of(
                    "customer-invoice-numbers",
                    "a number of another year",
                    "USMF-CI-000009",
                    tables -> tables.putFinance(with(proposal(tables), "customerInvoice", "number", "USMF-CI-000009"))),
            Plant.of(
                    "voucher-numbers",
                    "two documents have one voucher",
                    "USMF-PV-000001",
                    tables ->
                            tables.putFinance(with(proposal(tables), "customerInvoice", "voucher", "USMF-PV-000001"))),
            Plant.of(
                    "journal-vouchers",
                    "a posting is gone",
                    "has 0 postings",
                    tables -> tables.removeFinance(costPosting(tables))),
            Plant.of(
                    "journal-vouchers",
                    "a posting has a voucher of nobody",
                    "USMF-PV-000999",
                    tables -> tables.putFinance(with(costPosting(tables), "voucher", "USMF-PV-000999"))),
            Plant.of(
                    "proforma-numbers",
                    "an invoice is gone",
                    "PRF-000001",
                    tables -> tables.removeOffice(tables.office("invoice", where("invoice", "PRF-000001")))),
            Plant.of(
                    "proposal-headers",
                    "a proposal of nobody",
                    "PROPOSAL#INV-9",
                    tables -> tables.putFinance(
                            GoodTables.at(with(proposal(tables), "proposal", "INV-9"), "PROPOSAL#INV-9", "HEADER"))),
            Plant.of(
                    "proposal-headers",
                    "other control totals",
                    "What is sealed on proposal PROPOSAL#INV-1",
                    tables -> tables.putFinance(with(proposal(tables), "controlTotals", "charged", "1 GBP"))),
            Plant.of(
                    "proposal-headers",
                    "another text before anybody could change it",
                    "The text of proposal PROPOSAL#INV-2",
                    tables -> tables.putFinance(
                            with(tables.finance("proposal", where("proposal", "INV-2")), "text", "Not said"))),
            Plant.of(
                    "proposal-lines-as-sealed",
                    "a line is gone",
                    "in the lines of proposal",
                    tables -> tables.removeFinance(tables.finance("proposalLine", any()))),
            Plant.of(
                    "proposal-lines-as-sealed",
                    "a row is gone",
                    "in the rows of proposal",
                    tables -> tables.removeFinance(tables.finance("stagedActual", where("proposal", "INV-1")))),
            Plant.of(
                    "proposal-lines-as-sealed",
                    "other sales tax",
                    "sales tax on proposal",
                    tables -> tables.putFinance(with(tables.finance("proposalLine", any()), "salesTax", "7 GBP"))),
            Plant.of(
                    "customer-invoice-amounts",
                    "the customer owes a penny",
                    "customer invoice of proposal",
                    tables -> tables.putFinance(with(proposal(tables), "customerInvoice", "amount", "1 GBP"))),
            Plant.of(
                    "customer-invoice-amounts",
                    "the ledger says less",
                    "owes in the ledger",
                    tables -> tables.removeFinance(voucher(tables))),
            Plant.of(
                    "wip-of-each",
                    "accrued less than is worked",
                    "WIP of posting",
                    tables -> tables.putFinance(withFirst(salesPosting(tables), "entries", "amount", "1 GBP"))),
            Plant.of(
                    "wip-in-all",
                    "accrued without work",
                    "WIP in the ledger of company USMF",
                    tables -> tables.putFinance(with(costPosting(tables), "entries", List.of(wip())))));

    private LedgerPlants() {}

    private static Map<String, Object> wip() {
        return Map.of(
                "account", "161300",
                "postingType", "wipSalesValue",
                "amount", "5 GBP",
                "accountingAmount", "7 USD",
                "exchangeRate", "1.3333333333");
    }

    private static Item proposal(GoodTables tables) {
        return tables.finance("proposal", where("proposal", "INV-1"));
    }

    private static Item voucher(GoodTables tables) {
        return tables.finance("voucher", any());
    }

    private static Item sequence(GoodTables tables, String kind) {
        return tables.finance("numberSequence", inPartition("SEQUENCE#" + kind));
    }

    private static Item costPosting(GoodTables tables) {
        return posting(tables, "cost");
    }

    private static Item salesPosting(GoodTables tables) {
        return posting(tables, "wipSalesValue");
    }

    /** A journal's posting with an entry of that type. */
    private static Item posting(GoodTables tables, String postingType) {
        return tables.finance("posting", inPartition("ACTUAL#").and(row -> row.list("entries").stream()
                .anyMatch(entry -> entry.is("postingType", postingType))));
    }
}
