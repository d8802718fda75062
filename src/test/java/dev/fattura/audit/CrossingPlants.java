package dev.fattura.audit;

import static dev.fattura.audit.GoodTables.with;
import static dev.fattura.audit.GoodTables.withFirst;
import static dev.fattura.audit.Which.any;
import static dev.fattura.audit.Which.became;
import static dev.fattura.audit.Which.inPartition;
import static dev.fattura.audit.Which.where;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import java.util.List;
import java.util.Map;

/** Violations of what holds of rows, journal lines, postings, the write-back and where everything came from. */
final class CrossingPlants {

    private static final String NOBODY = "00000000-0000-3000-8000-000000000099";

    static final List<Plant> ALL = List.of(
            Plant.of(
                    "staged-as-written",
                    "another quantity crossed",
                    "quantity of stagedActual",
                    tables -> tables.putFinance(with(row(tables), "quantity", "9"))),
            Plant.of(
                    "staged-as-written",
                    "a row of nobody",
                    "is of no actual",
                    tables -> tables.putFinance(with(row(tables), "actual", NOBODY))),
            Plant.of(
                    "staged-as-written",
                    "a skip-sync actual crossed",
                    "is skip-sync and has crossed",
                    tables -> tables.putOffice(
                            with(tables.office("actual", became("unbilledSales", "TX-1")), "skipSync", true))),
            Plant.of(
                    "staged-as-written",
                    "a bill bills something else",
                    "What is billed by",
                    tables -> tables.putFinance(
                            with(tables.finance("stagedActual", where("proposal", "INV-1")), "unbilledSales", NOBODY))),
            Plant.of(
                    "crossing-complete",
                    "a row is gone",
                    "has not crossed",
                    tables -> tables.removeFinance(row(tables))),
            Plant.of(
                    "crossing-complete",
                    "a contract is gone",
                    "contract CONTRACT#ORD-1/HEADER has not crossed",
                    tables -> tables.removeFinance(tables.finance("contract", where("contract", "ORD-1")))),
            Plant.of(
                    "crossing-complete",
                    "a proposal is gone",
                    "invoice INVOICE#INV-2/HEADER has not crossed",
                    tables -> tables.removeFinance(tables.finance("proposal", where("proposal", "INV-2")))),
            Plant.of(
                    "journal-lines-as-staged",
                    "a line of another amount",
                    "amount of journalLine",
                    tables -> tables.putFinance(with(line(tables), "amount", "1 USD"))),
            Plant.of(
                    "journal-lines-as-staged",
                    "a line of no row",
                    "is of no staging row",
                    tables -> tables.putFinance(with(line(tables), "actual", NOBODY))),
            Plant.of(
                    "journal-lines-as-staged",
                    "a rate of nobody",
                    "Nobody recorded the exchange rate",
                    tables -> tables.putFinance(with(line(tables), "exchangeRate", "9.9"))),
            Plant.of(
                    "journal-lines-as-staged",
                    "an earlier accounting date",
                    "is before that of its row",
                    tables -> tables.putFinance(with(line(tables), "accountingDate", "2020-01-01"))),
            Plant.of(
                    "reversals-at-their-rate", "a reversal at another rate", "exchange rate of journalLine", tables -> {
                        Item original = tables.finance("journalLine", where("type", "unbilledSales"));
                        Item other = line(tables);
                        tables.putFinance(with(
                                tables.finance(
                                        "stagedActual",
                                        where("actual", Row.of(other).text("actual"))),
                                "reverses",
                                Row.of(original).text("actual")));
                    }),
            Plant.of(
                    "postings-as-lines",
                    "a posting at another rate",
                    "exchange rate of posting",
                    tables -> tables.putFinance(with(posting(tables), "exchangeRate", "9.9"))),
            Plant.of(
                    "postings-as-lines",
                    "a posting of no line",
                    "is of no line",
                    tables -> tables.putFinance(with(posting(tables), "actual", NOBODY))),
            Plant.of(
                    "accounting-details-equal-postings",
                    "another voucher",
                    "voucher of accountingDetail",
                    tables -> tables.putOffice(
                            with(tables.office("accountingDetail", any()), "voucher", "USMF-PV-000999"))),
            Plant.of(
                    "accounting-details-equal-postings",
                    "a detail of nobody",
                    "never posted",
                    tables -> tables.putOffice(with(tables.office("accountingDetail", any()), "actual", NOBODY))),
            Plant.of("posted-invoices-written-back", "a bill knows no voucher", "has no accounting detail", tables -> {
                String billed = Row.of(tables.office("actual", became("billedSales", "TX-1")))
                        .text("actual");
                tables.removeOffice(tables.office("accountingDetail", where("actual", billed)));
            }),
            Plant.of(
                    "posted-invoices-written-back",
                    "another customer invoice",
                    "number on invoice",
                    tables -> tables.putOffice(with(
                            tables.office("invoice", where("invoice", "INV-1")),
                            "customerInvoice",
                            "number",
                            "USMF-CI-000009"))),
            Plant.of(
                    "write-back-complete",
                    "a detail is gone",
                    "was not written back",
                    tables -> tables.removeOffice(tables.office("accountingDetail", any()))),
            Plant.of(
                    "origins-exist",
                    "an origin of nobody",
                    "TX-404",
                    tables -> tables.putOffice(withFirst(
                            tables.office("actual", became("unbilledSales", "TX-5")), "origins", "id", "TX-404"))),
            Plant.of(
                    "origins-exist",
                    "no origin",
                    "has no origin",
                    tables -> tables.putOffice(
                            with(tables.office("actual", became("unbilledSales", "TX-5")), "origins", null))),
            Plant.of(
                    "origins-exist",
                    "an invoice is gone",
                    "invoice INV-1",
                    tables -> tables.removeOffice(tables.office("invoice", where("invoice", "INV-1")))),
            Plant.of(
                    "connections-exist",
                    "a cost is gone",
                    "connected with cost",
                    tables -> tables.removeOffice(tables.office("actual", became("cost", "TX-5")))),
            Plant.of(
                    "approvals-made-actuals",
                    "a cost is gone",
                    "made no cost of TX-5",
                    tables -> tables.removeOffice(tables.office("actual", became("cost", "TX-5")))),
            Plant.of(
                    "approvals-made-actuals",
                    "unbilled sales are gone",
                    "made no unbilled sales of TX-5",
                    tables -> tables.removeOffice(tables.office("actual", became("unbilledSales", "TX-5")))),
            Plant.of(
                    "transactions-are-known",
                    "nothing says that a transaction was approved",
                    "is not known as approved",
                    tables -> tables.removeOffice(tables.office("transaction", where("transaction", "TX-5")))),
            Plant.of(
                    "transactions-are-known",
                    "a transaction has a place and was never said to be approved",
                    "Nothing says that",
                    tables -> tables.removeOffice(tables.office("approvedTransaction", any()))),
            Plant.of(
                    "transactions-are-known",
                    "a transaction is said to be approved and became nothing",
                    "what is not there is approved",
                    tables -> {
                        tables.removeOffice(tables.office("actual", became("cost", "TX-5")));
                        tables.removeOffice(tables.office("actual", became("unbilledSales", "TX-5")));
                    }),
            Plant.of(
                    "transactions-are-known",
                    "a transaction is said to be on another line",
                    "is not where",
                    tables -> tables.putOffice(
                            with(tables.office("transaction", where("transaction", "TX-5")), "line", 77L))),
            Plant.of(
                    "invoice-lines-billed",
                    "a line was not billed",
                    "has no billed sales",
                    tables -> tables.removeOffice(tables.office("actual", became("billedSales", "TX-1")))),
            Plant.of(
                    "invoice-lines-billed",
                    "a bill of no line",
                    "is of no line of its invoice",
                    tables -> tables.removeOffice(tables.office("invoiceLineDetail", where("invoice", "INV-1")))),
            Plant.of(
                    "proposal-lines-have-rows",
                    "a line of no row",
                    "is of no row",
                    tables -> tables.putFinance(with(tables.finance("proposalLine", any()), "actual", NOBODY))),
            Plant.of(
                    "proposal-lines-have-rows",
                    "a line of another amount",
                    "amount of proposalLine",
                    tables -> tables.putFinance(with(tables.finance("proposalLine", any()), "amount", "1 GBP"))),
            Plant.of(
                    "proposal-lines-have-rows",
                    "a line of a waiting proposal",
                    "proposal without lines",
                    tables -> tables.putFinance(
                            with(tables.finance("proposal", where("proposal", "INV-1")), "status", "awaitingLines"))),
            Plant.of(
                    "known-kinds",
                    "a kind that nobody judges",
                    "does not know surprise of finance",
                    tables -> tables.putFinance(new Item(new Key("SURPRISE", "1"), Map.of("kind", "surprise")))),
            Plant.of(
                    "known-kinds",
                    "a sequence that nobody counts",
                    "SEQUENCE#creditNote",
                    tables -> tables.putFinance(new Item(
                            new Key("SEQUENCE#creditNote#USMF", "SEQUENCE"), Map.of("kind", "numberSequence")))));

    private CrossingPlants() {}

    /** A journal's row of cost. */
    private static Item row(GoodTables tables) {
        return tables.finance("stagedActual", where("type", "cost"));
    }

    private static Item line(GoodTables tables) {
        return tables.finance("journalLine", where("type", "cost"));
    }

    private static Item posting(GoodTables tables) {
        return tables.finance("posting", inPartition("ACTUAL#"));
    }
}
