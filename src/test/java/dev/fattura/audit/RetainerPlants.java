package dev.fattura.audit;

import static dev.fattura.audit.GoodTables.with;
import static dev.fattura.audit.Which.became;
import static dev.fattura.audit.Which.where;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import java.util.List;
import java.util.Map;

/** Violations of what holds of retainers, made of actuals as domain.md 2.8 to 2.11 writes them. */
final class RetainerPlants {

    static final List<Plant> ALL = List.of(
            Plant.of("retainers-balance", "more is applied than was invoiced", "Retainer ORD-1/R1", tables -> {
                retainer(tables, "10000 GBP");
                actual(tables, 1, "billedSales", "10000 GBP", List.of());
                actual(tables, 2, "billedSales", "-10001 GBP", List.of());
            }),
            Plant.of(
                    "retainers-balance",
                    "the open balance is lost",
                    "The open balance of Retainer ORD-1/R1",
                    tables -> {
                        retainer(tables, "10000 GBP");
                        actual(tables, 1, "billedSales", "10000 GBP", List.of());
                        actual(tables, 2, "unbilledSales", "-10000 GBP", List.of());
                        actual(tables, 3, "billedSales", "-4000 GBP", List.of());
                        reversal(tables, 4, 2, "10000 GBP");
                        actual(tables, 5, "unbilledSales", "-6001 GBP", List.of());
                    }),
            Plant.of("retainer-values", "an open balance of the wrong sign", "is open and not negative", tables -> {
                retainer(tables, "10000 GBP");
                actual(tables, 1, "unbilledSales", "10000 GBP", List.of());
            }),
            Plant.of("retainer-values", "more is invoiced than agreed", "The amount of actual", tables -> {
                retainer(tables, "9000 GBP");
                actual(tables, 1, "billedSales", "10000 GBP", List.of());
            }),
            Plant.of(
                    "retainer-values",
                    "nobody knows of which retainer",
                    "names no retainer",
                    tables -> tables.putOffice(
                            with(tables.office("actual", became("billedSales", "TX-1")), "class", "retainer"))),
            Plant.of("contract-lines-billed-once", "a retainer is invoiced twice", "retainer ORD-1/R1", tables -> {
                retainer(tables, "10000 GBP");
                actual(tables, 1, "billedSales", "10000 GBP", List.of());
                actual(tables, 2, "billedSales", "10000 GBP", List.of());
            }),
            Plant.of("skip-sync", "a balance crosses", "Skip-sync of actual", tables -> {
                retainer(tables, "10000 GBP");
                tables.putOffice(with(actual(tables, 1, "unbilledSales", "-10000 GBP", List.of()), "skipSync", false));
            }),
            Plant.of("open-is-in-backlog", "a balance is nowhere", "neither in the backlog nor on a draft", tables -> {
                retainer(tables, "10000 GBP");
                actual(tables, 1, "unbilledSales", "-10000 GBP", List.of());
            }));

    private RetainerPlants() {}

    private static void retainer(GoodTables tables, String amount) {
        Map<String, Object> attributes = Map.of(
                "kind", "retainer",
                "contract", "ORD-1",
                "retainer", "R1",
                "line", "1",
                "customer", "C-1",
                "amount", amount,
                "date", "2026-01-01",
                "ready", true);
        tables.putOffice(new Item(new Key("CONTRACT#ORD-1", "RETAINER#R1"), attributes));
    }

    private static void reversal(GoodTables tables, int number, int original, String amount) {
        String other = Row.of(actual(tables, original, "unbilledSales", "-" + amount, List.of()))
                .text("actual");
        Item reversal = actual(
                tables,
                number,
                "unbilledSales",
                amount,
                List.of(BillingPlants.connection("reversing", other, "original")));
        tables.putOffice(with(reversal, "adjustmentStatus", "unadjustable"));
    }

    private static Item actual(
            GoodTables tables, int number, String type, String amount, List<Map<String, Object>> connections) {
        Item actual = BillingPlants.again(tables.office("actual", where("class", "milestone")), number);
        actual = with(with(with(actual, "type", type), "amount", amount), "class", "retainer");
        actual = with(with(actual, "connections", connections), "skipSync", type.equals("unbilledSales"));
        actual = with(actual, "origins", List.of(Map.of("type", "retainer", "id", "ORD-1/R1")));
        tables.putOffice(actual);
        return actual;
    }
}
