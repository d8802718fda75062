package dev.fattura.audit;

import static dev.fattura.audit.GoodTables.at;
import static dev.fattura.audit.GoodTables.with;
import static dev.fattura.audit.Which.became;
import static dev.fattura.audit.Which.reversalOf;
import static dev.fattura.audit.Which.where;

import dev.fattura.store.Item;
import java.util.List;
import java.util.Map;

/** Violations of what holds of actuals that bill, take back and replace. */
final class BillingPlants {

    private static final String OTHER = "00000000-0000-3000-8000-00000000000";

    static final List<Plant> ALL = List.of(
            Plant.of(
                    "billed-once",
                    "unbilled sales are billed twice",
                    "billed more than once",
                    tables -> tables.putOffice(again(billed(tables, "TX-1"), 1))),
            Plant.of(
                    "billed-once",
                    "unbilled sales are taken back twice",
                    "taken back more than once",
                    tables -> tables.putOffice(again(tables.office("actual", reversalOf("TX-1")), 1))),
            Plant.of("billed-once", "billed sales are corrected twice", "taken back more than once", tables -> {
                tables.putOffice(credit(billed(tables, "TX-1"), 1));
                tables.putOffice(credit(billed(tables, "TX-1"), 2));
            }),
            Plant.of(
                    "contract-lines-billed-once",
                    "a milestone is billed twice",
                    "ORD-1/2/M1",
                    tables -> tables.putOffice(again(tables.office("actual", where("class", "milestone")), 1))),
            Plant.of(
                    "contract-lines-billed-once",
                    "a product is billed twice",
                    "ORD-1/3/SENSOR",
                    tables -> tables.putOffice(again(tables.office("actual", where("class", "product")), 1))),
            Plant.of(
                    "reversals-and-bills-mirror",
                    "a reversal of half",
                    "amount of actual",
                    tables -> tables.putOffice(
                            with(tables.office("actual", reversalOf("TX-1")), "amount", "-12950 GBP"))),
            Plant.of(
                    "reversals-and-bills-mirror",
                    "a bill of another quantity",
                    "quantity of actual",
                    tables -> tables.putOffice(with(billed(tables, "TX-1"), "quantity", "7.76"))),
            Plant.of(
                    "reversals-and-bills-mirror",
                    "a bill of another type",
                    "billing type of actual",
                    tables -> tables.putOffice(with(billed(tables, "TX-2"), "billingType", "chargeable"))),
            Plant.of(
                    "reversals-and-bills-mirror",
                    "a bill to another customer",
                    "belongs to",
                    tables -> tables.putOffice(with(billed(tables, "TX-1"), "dimensions", "customer", "C-2"))),
            Plant.of(
                    "billed-is-closed",
                    "what is billed stays open",
                    "which its invoice does not close",
                    tables -> tables.removeOffice(tables.office("actual", reversalOf("TX-1")))),
            Plant.of("credits-covered", "more is credited than was billed", "More is credited", tables -> {
                tables.putOffice(credit(billed(tables, "TX-1"), 1));
                tables.putOffice(credit(billed(tables, "TX-1"), 2));
            }),
            Plant.of(
                    "transactions-add-up",
                    "a bill is a penny short",
                    "TX-1",
                    tables -> tables.putOffice(with(billed(tables, "TX-1"), "amount", "25899 GBP"))),
            Plant.of(
                    "unbilled-sales-net-to-backlog",
                    "a part of it is taken back",
                    "TX-5",
                    tables -> tables.putOffice(
                            with(again(unbilled(tables, "TX-5"), 1), "adjustmentStatus", "unadjustable"))),
            Plant.of(
                    "splits-sum-to-the-whole",
                    "the parts lack a penny",
                    "25899",
                    tables -> tables.putOffice(with(unbilled(tables, "TX-5"), "amount", "25899 GBP"))),
            Plant.of("splits-sum-to-the-whole", "the parts lack a minute", "The quantity that", tables -> {
                Item half = with(unbilled(tables, "TX-5"), "quantity", "3.88");
                tables.putOffice(with(half, "amount", "12933 GBP"));
                tables.putOffice(with(again(half, 1), "amount", "12933 GBP"));
            }),
            Plant.of(
                    "control-totals",
                    "an actual too many",
                    "The count of billedSales of invoice INVOICE#INV-1",
                    tables -> tables.putOffice(again(billed(tables, "TX-1"), 1))),
            Plant.of("control-totals", "another actual", "The folded ids of invoice INVOICE#INV-1", tables -> {
                tables.removeOffice(billed(tables, "TX-1"));
                tables.putOffice(again(GoodTables.copy().office("actual", became("billedSales", "TX-1")), 1));
            }),
            Plant.of(
                    "control-totals",
                    "another total",
                    "The total of invoice INVOICE#INV-1",
                    tables -> tables.putOffice(
                            with(tables.office("invoice", where("invoice", "INV-1")), "total", "1 GBP"))),
            Plant.of(
                    "control-totals",
                    "a draft has actuals",
                    "is not confirmed and has actuals",
                    tables -> tables.putOffice(with(billed(tables, "TX-1"), "invoice", "PRF-000001"))),
            Plant.of(
                    "skip-sync",
                    "a bill stays",
                    "is skip-sync",
                    tables -> tables.putOffice(with(billed(tables, "TX-1"), "skipSync", true))),
            Plant.of(
                    "skip-sync",
                    "the reversal of what is billed crosses",
                    "Skip-sync of actual",
                    tables -> tables.putOffice(with(tables.office("actual", reversalOf("TX-1")), "skipSync", false))));

    private BillingPlants() {}

    private static Item billed(GoodTables tables, String transaction) {
        return tables.office("actual", became("billedSales", transaction));
    }

    private static Item unbilled(GoodTables tables, String transaction) {
        return tables.office("actual", became("unbilledSales", transaction));
    }

    /** The same actual under another id. */
    static Item again(Item actual, int number) {
        return at(with(actual, "actual", OTHER + number), "ACTUAL#" + OTHER + number, "ACTUAL");
    }

    /** What takes billed sales back as a whole. */
    static Item credit(Item billed, int number) {
        Row row = Row.of(billed);
        Item credit = with(
                again(billed, number), "amount", row.amount("amount").negated().toString());
        credit = with(credit, "quantity", Quantities.negated(row.text("quantity")));
        credit = with(credit, "adjustmentStatus", "unadjustable");
        return with(credit, "connections", List.of(connection("reversing", row.text("actual"), "original")));
    }

    static Map<String, Object> connection(String role, String other, String otherRole) {
        return Map.of("role", role, "other", other, "otherRole", otherRole);
    }
}
