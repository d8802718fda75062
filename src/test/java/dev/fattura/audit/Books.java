package dev.fattura.audit;

import dev.fattura.store.Item;
import dev.fattura.store.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Both tables by kind, and the actuals by what connects them. */
final class Books {

    private final Map<String, List<Row>> office;
    private final Map<String, List<Row>> finance;
    private final Map<String, Row> actuals;
    private final Map<String, List<Row>> reversals = new HashMap<>();
    private final Map<String, List<Row>> bills = new HashMap<>();
    private final Map<String, List<Row>> replacements = new HashMap<>();
    private final Map<String, Map<String, Row>> indexes = new HashMap<>();

    Books(Map<Key, Item> office, Map<Key, Item> finance) {
        this.office = byKind(office);
        this.finance = byKind(finance);
        this.actuals = office("actual", "actual");
        for (Row actual : actuals.values()) {
            for (Row connection : actual.list("connections")) {
                Map<String, List<Row>> role =
                        switch (connection.text("role") + ">" + connection.text("otherRole")) {
                            case "reversing>original" -> reversals;
                            case "billedSales>unbilledSales" -> bills;
                            case "replacing>original" -> replacements;
                            default -> new HashMap<>();
                        };
                role.computeIfAbsent(connection.text("other"), missing -> new ArrayList<>())
                        .add(actual);
            }
        }
    }

    List<Row> office(String kind) {
        return office.getOrDefault(kind, List.of());
    }

    List<Row> finance(String kind) {
        return finance.getOrDefault(kind, List.of());
    }

    Set<String> officeKinds() {
        return office.keySet();
    }

    Set<String> financeKinds() {
        return finance.keySet();
    }

    Stream<Row> everything() {
        return Stream.of(office, finance).flatMap(side -> side.values().stream().flatMap(List::stream));
    }

    /** Items of a kind by an attribute that is different in each. */
    Map<String, Row> office(String kind, String id) {
        return indexes.computeIfAbsent("office " + kind + " " + id, missing -> index(office(kind), id));
    }

    Map<String, Row> finance(String kind, String id) {
        return indexes.computeIfAbsent("finance " + kind + " " + id, missing -> index(finance(kind), id));
    }

    Map<String, Row> actuals() {
        return actuals;
    }

    Stream<Row> actuals(String type) {
        return actuals.values().stream().filter(actual -> actual.is("type", type));
    }

    /** The actuals that take that one back. */
    List<Row> reversals(Row actual) {
        return reversals.getOrDefault(actual.text("actual"), List.of());
    }

    /** The billed sales that bill those unbilled sales. */
    List<Row> bills(Row unbilledSales) {
        return bills.getOrDefault(unbilledSales.text("actual"), List.of());
    }

    /** The actuals that stand instead of that one. */
    List<Row> replacements(Row actual) {
        return replacements.getOrDefault(actual.text("actual"), List.of());
    }

    /** The other end of the actual's connection with those roles, or null. */
    static String other(Row actual, String role, String otherRole) {
        return actual.list("connections").stream()
                .filter(connection -> connection.is("role", role) && connection.is("otherRole", otherRole))
                .map(connection -> connection.text("other"))
                .findFirst()
                .orElse(null);
    }

    static String reverses(Row actual) {
        return other(actual, "reversing", "original");
    }

    static String billsUnbilledSales(Row actual) {
        return other(actual, "billedSales", "unbilledSales");
    }

    static boolean isRetainer(Row row) {
        return row.is("class", "retainer");
    }

    static boolean isChargeable(Row row) {
        return row.is("billingType", "chargeable");
    }

    /** The id of the origin of that type, or null. */
    static String origin(Row actual, String type) {
        return actual.list("origins").stream()
                .filter(origin -> origin.is("type", type))
                .map(origin -> origin.text("id"))
                .findFirst()
                .orElse(null);
    }

    /** Unbilled sales that are neither billed nor taken back: the billing backlog, whether it is on a draft or not. */
    boolean isOpen(Row actual) {
        return actual.is("type", "unbilledSales")
                && actual.is("adjustmentStatus", "normal")
                && reversals(actual).isEmpty();
    }

    static <K> Map<K, List<Row>> grouped(Stream<Row> rows, Function<Row, K> by) {
        Map<K, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row -> {
            K key = by.apply(row);
            if (key != null) {
                groups.computeIfAbsent(key, missing -> new ArrayList<>()).add(row);
            }
        });
        return groups;
    }

    private static Map<String, List<Row>> byKind(Map<Key, Item> table) {
        return grouped(table.values().stream().map(Row::of), Row::kind);
    }

    private static Map<String, Row> index(List<Row> rows, String id) {
        Map<String, Row> index = new LinkedHashMap<>();
        rows.forEach(row -> index.put(row.text(id), row));
        return index;
    }
}
