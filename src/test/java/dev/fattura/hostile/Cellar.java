package dev.fattura.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.store.Key;
import dev.fattura.support.World;
import dev.fattura.support.World.Answer;
import dev.fattura.support.World.Course;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A small world in which most ids name something: a posted invoice and its correction, one that waits for posting, drafts, a backlog,
 * a retainer, journals and proposals.
 */
final class Cellar {

    private final World world;
    private final Map<String, String> names = new TreeMap<>();

    private Cellar(World world) {
        this.world = world;
    }

    /** Makes it, and tells what ids the things in it have: {@code journal}, {@code detail}, ... */
    static Map<String, String> make(World world) {
        Cellar cellar = new Cellar(world);
        cellar.record();
        cellar.bill();
        cellar.leaveOpen();
        cellar.look();
        return cellar.names;
    }

    /** What every part of a key in both tables says: most of it are ids. */
    static List<String> ids(World world) {
        TreeSet<String> ids = new TreeSet<>();
        world.contents().values().forEach(table -> table.keySet().forEach(key -> {
            ids.addAll(List.of(key.partition().split("#", -1)));
            ids.addAll(List.of(key.sort().split("#", -1)));
        }));
        ids.remove("");
        return List.copyOf(ids);
    }

    private void record() {
        ValidBodies.RECORDED.forEach((path, body) -> world.call(200, "PUT", path, body));
    }

    private void bill() {
        approve("ORD-1001", "TE-1", "TE-2");
        draft("ORD-1001", "INV-1");
        confirm("INV-1");
        world.settle();
        approve("ORD-1002", "TE-3", "TE-4");
        draft("ORD-1002", "INV-2");
        confirm("INV-2");
        world.deliver(Course.IN_ORDER);
        world.schedule("import-staging");
    }

    private void leaveOpen() {
        world.call(200, "PUT", "/contracts/ORD-1001/retainers/R1", ValidBodies.RETAINER);
        world.call(200, "PUT", "/contracts/ORD-1003", ValidBodies.SPLIT_CONTRACT);
        approve("ORD-1001", "TE-5", "TE-6");
        draft("ORD-1001", "INV-3");
        approve("ORD-1001", "TE-7", "TE-8");
        approve("ORD-1003", "TE-9", "TE-10");
        world.call(201, "POST", "/invoices/INV-1/revise", "{\"invoice\":\"INV-4\",\"invoiceDate\":\"2026-01-31\"}");
        names.put(
                "confirmation",
                world.call(202, "POST", "/invoices/confirm", "{\"invoices\":[{\"invoice\":\"INV-9999\"}]}")
                        .at("/confirmation"));
    }

    private void look() {
        names.put("detail", get("/invoices/INV-3").at("/lines/0/detail"));
        names.put("entry", get("/contracts/ORD-1001/backlog").at("/backlog/0/entry"));
        names.put("billed", billed("INV-1"));
        names.put("waiting", billed("INV-2"));
        names.put("actual", get("/actuals?invoice=INV-1").at("/actuals/0/actual"));
        names.put("journal", lastOf("JOURNAL#"));
    }

    private String billed(String invoice) {
        for (JsonNode actual : get("/actuals?invoice=" + invoice).body().get("actuals")) {
            if (actual.get("type").asText().equals("billedSales")) {
                return actual.get("actual").asText();
            }
        }
        throw new AssertionError("Nothing is billed on " + invoice);
    }

    private String lastOf(String prefix) {
        return world.finance().contents().keySet().stream()
                .map(Key::partition)
                .filter(partition -> partition.startsWith(prefix))
                .reduce((first, second) -> second)
                .orElseThrow()
                .substring(prefix.length());
    }

    private void approve(String contract, String... transactions) {
        world.call(200, "POST", "/approvals", ValidBodies.approval(contract, transactions));
    }

    private void draft(String contract, String invoice) {
        world.call(201, "POST", "/invoices", ValidBodies.draft(contract, invoice));
    }

    private void confirm(String invoice) {
        String version = get("/invoices/" + invoice).headers().get("etag");
        world.call(
                200,
                "POST",
                "/invoices/" + invoice + "/confirm",
                "{\"accountingDate\":\"2026-01-31\"}",
                "if-match",
                version);
    }

    private Answer get(String path) {
        return world.call(200, "GET", path, null);
    }
}
