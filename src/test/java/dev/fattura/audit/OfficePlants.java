package dev.fattura.audit;

import static dev.fattura.audit.GoodTables.at;
import static dev.fattura.audit.GoodTables.with;
import static dev.fattura.audit.Which.any;
import static dev.fattura.audit.Which.became;
import static dev.fattura.audit.Which.inPartition;
import static dev.fattura.audit.Which.where;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import java.util.List;
import java.util.Map;

/** Violations of what holds of invoices, claims, the backlog and queues. */
final class OfficePlants {

    static final List<Plant> ALL = List.of(
            Plant.of(
                    "invoice-headers",
                    "a line too many on the header",
                    "number of lines of invoice",
                    tables -> tables.putOffice(with(invoice(tables, "PRF-000001"), "lines", 2L))),
            Plant.of(
                    "invoice-headers",
                    "another total",
                    "total of invoice",
                    tables -> tables.putOffice(with(invoice(tables, "PRF-000001"), "total", "1 GBP"))),
            Plant.of(
                    "invoice-headers",
                    "a line of another customer",
                    "customer of invoiceLineDetail",
                    tables -> tables.putOffice(with(detail(tables, "PRF-000001"), "dimensions", "customer", "C-2"))),
            Plant.of(
                    "invoice-headers",
                    "an invoice before its work",
                    "is of work that is later than invoice",
                    tables -> tables.putOffice(with(invoice(tables, "PRF-000001"), "invoiceDate", "2026-01-01"))),
            Plant.of(
                    "invoice-headers",
                    "posted without a customer invoice",
                    "customer invoice is on invoice",
                    tables -> tables.putOffice(with(invoice(tables, "INV-2"), "status", "posted"))),
            Plant.of(
                    "revisions-have-corrections",
                    "a draft that corrects an invoice by no line",
                    "says that it corrects is [INV-1] and should be []",
                    tables -> tables.putOffice(correcting(tables))),
            Plant.of(
                    "revisions-have-corrections",
                    "a correction that others may make as well",
                    "does not have the lock",
                    tables -> {
                        tables.putOffice(correcting(tables));
                        tables.putOffice(with(detail(tables, "PRF-000001"), "original", Map.of("invoice", "INV-1")));
                    }),
            Plant.of(
                    "invoices-at-rest",
                    "somebody is still drafting",
                    "still drafting",
                    tables -> tables.putOffice(with(invoice(tables, "PRF-000001"), "status", "drafting"))),
            Plant.of(
                    "invoices-at-rest",
                    "an intake is open",
                    "still takes lines",
                    tables -> tables.putOffice(
                            new Item(new Key("INVOICE#PRF-000001", "INTAKE"), Map.of("kind", "intake")))),
            Plant.of(
                    "claims-have-lines",
                    "a claim without a line",
                    "which has no line for it",
                    tables -> tables.removeOffice(detail(tables, "PRF-000001"))),
            Plant.of(
                    "claims-have-lines",
                    "a claim of a deleted invoice",
                    "INV-3",
                    tables -> tables.putOffice(with(claim(tables, "PRF-000001"), "invoice", "INV-3"))),
            Plant.of("claims-have-lines", "a lock that outlives its revision", "still locked", tables -> {
                String lock = Ids.revisionLock("INV-1");
                tables.putOffice(at(with(claim(tables, "INV-2"), "billable", lock), "CLAIM#" + lock, "CLAIM"));
            }),
            Plant.of(
                    "lines-are-claimed",
                    "a line without a claim",
                    "is claimed by null",
                    tables -> tables.removeOffice(claim(tables, "PRF-000001"))),
            Plant.of(
                    "lines-are-claimed",
                    "one thing on two invoices",
                    "more than one line",
                    tables -> tables.putOffice(
                            at(with(detail(tables, "PRF-000001"), "invoice", "INV-2"), "INVOICE#INV-2#0", "DETAIL#x"))),
            Plant.of(
                    "backlog-is-open",
                    "billed and in the backlog",
                    "and on an invoice",
                    tables -> tables.putOffice(with(
                            entry(tables), "id", Row.of(claim(tables, "INV-1")).text("billable")))),
            Plant.of(
                    "backlog-is-open",
                    "nothing open behind it",
                    "in the backlog and not open",
                    tables -> tables.removeOffice(tables.office("actual", became("unbilledSales", "TX-5")))),
            Plant.of(
                    "backlog-is-open",
                    "a milestone that nobody agreed",
                    "was never agreed",
                    tables -> tables.putOffice(with(
                            tables.office("backlog", where("billable", "milestone")),
                            "id",
                            Ids.milestone("ORD-1", "2", "M9")))),
            Plant.of(
                    "backlog-is-open",
                    "ready beyond a limit",
                    "not within its limits",
                    tables -> tables.putOffice(with(entry(tables), "notToExceed", "failed"))),
            Plant.of(
                    "backlog-is-open",
                    "it is there twice",
                    "in the backlog more than once",
                    tables -> tables.putOffice(at(entry(tables), "BACKLOG#ORD-1#C-1", "2026-01-01#twice"))),
            Plant.of("limits-are-used", "a penny too many", "What is used of", tables -> {
                Key key = new Key("CONTRACT#ORD-9", "LIMIT#contract##");
                tables.putOffice(new Item(key, Map.of("kind", "limit", "used", "1 GBP", "version", 1L)));
            }),
            Plant.of(
                    "open-is-in-backlog",
                    "open and nowhere",
                    "neither in the backlog nor on a draft",
                    tables -> tables.removeOffice(entry(tables))),
            Plant.of(
                    "open-is-in-backlog",
                    "agreed and nowhere",
                    "neither in the backlog nor on an invoice",
                    tables -> tables.removeOffice(tables.office("backlog", where("billable", "milestone")))),
            Plant.of(
                    "unfinished-is-queued",
                    "a row is forgotten",
                    "on no journal and in no queue",
                    tables -> tables.removeFinance(tables.finance("work", inPartition("WORK#import")))),
            Plant.of(
                    "unfinished-is-queued",
                    "a proposal is forgotten",
                    "not finished and in no queue",
                    tables -> tables.removeFinance(tables.finance("work", inPartition("WORK#proposal")))),
            Plant.of(
                    "unfinished-is-queued",
                    "an invoice is forgotten",
                    "invoice INVOICE#INV-2",
                    tables -> tables.removeOffice(tables.office("work", inPartition("WORK#crossingInvoice")))),
            Plant.of(
                    "unfinished-is-queued",
                    "an actual is forgotten",
                    "has not crossed and is in no queue",
                    tables -> tables.removeFinance(tables.finance("stagedActual", any()))),
            Plant.of(
                    "unfinished-is-queued",
                    "a journal is forgotten",
                    "not posted and in no queue",
                    tables -> tables.putFinance(with(tables.finance("journal", any()), "status", "draft"))),
            Plant.of(
                    "unfinished-is-queued", "a write-back is forgotten", "not written back and in no queue", tables -> {
                        String cost = Row.of(tables.office("actual", became("cost", "TX-1")))
                                .text("actual");
                        tables.removeOffice(tables.office("accountingDetail", where("actual", cost)));
                    }),
            Plant.of(
                    "only-lasting-causes-wait",
                    "something failed",
                    "still waits, for failed",
                    tables -> tables.putFinance(
                            with(tables.finance("work", inPartition("WORK#import")), "code", "failed"))),
            Plant.of(
                    "only-lasting-causes-wait",
                    "an approval still crosses",
                    "still waits",
                    tables -> tables.putOffice(
                            new Item(new Key("WORK#crossingApproval#office", "x"), Map.of("kind", "work")))));

    private OfficePlants() {}

    private static Item invoice(GoodTables tables, String number) {
        return tables.office("invoice", where("invoice", number));
    }

    private static Item correcting(GoodTables tables) {
        return with(invoice(tables, "PRF-000001"), "corrects", List.of(Map.of("invoice", "INV-1")));
    }

    private static Item detail(GoodTables tables, String invoice) {
        return tables.office("invoiceLineDetail", where("invoice", invoice));
    }

    private static Item claim(GoodTables tables, String invoice) {
        return tables.office("claim", where("invoice", invoice));
    }

    private static Item entry(GoodTables tables) {
        return tables.office("backlog", where("billable", "unbilledSales"));
    }
}
