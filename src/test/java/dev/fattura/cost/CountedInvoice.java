package dev.fattura.cost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.local.template.Template;
import dev.fattura.simulation.SimulatedDynamoDb;
import dev.fattura.store.DynamoTable;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.store.Patience;
import dev.fattura.support.Gateway;
import dev.fattura.support.World.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One invoice of so many time lines, from approval to write-back, with the units of each step. */
final class CountedInvoice {

    /** In the order of the way. */
    static final List<String> STEPS = List.of("approve", "draft", "confirm", "cross", "import", "post", "write back");

    private static final String SET_UP = "set up";
    private static final int BATCH = 100;
    private static final int MOST_JOURNAL_LINES = 400;

    private final Units units = new Units();
    private final SimulatedDynamoDb office = SimulatedDynamoDb.undisturbed(units);
    private final SimulatedDynamoDb finance = SimulatedDynamoDb.undisturbed(units);
    private final Gateway gateway;
    private final Map<String, Integer> seen = new HashMap<>();

    private final int journalLines;

    private CountedInvoice(int journalLines) {
        this.journalLines = journalLines;
        Patience patience = new Patience(pause -> {
            throw new AssertionError("Nothing to wait for");
        });
        gateway = new Gateway(
                new Office(new DynamoTable(office, "office", patience)),
                new Finance(new DynamoTable(finance, "finance", patience)),
                Clock.fixed(Instant.parse("2026-01-31T10:00:00Z"), ZoneOffset.UTC));
    }

    static Units of(int lines) {
        return of(lines, MOST_JOURNAL_LINES);
    }

    /** @param journalLines of a journal of the company, at most */
    static Units of(int lines, int journalLines) {
        CountedInvoice invoice = new CountedInvoice(journalLines);
        invoice.travel(lines);
        return invoice.units;
    }

    private void travel(int lines) {
        units.step(SET_UP);
        setUp();
        deliver("sync-header");
        units.step("approve");
        for (int from = 0; from < lines; from += BATCH) {
            call("POST", "/approvals", approvals(from, Math.min(from + BATCH, lines)));
        }
        units.step("cross");
        deliver("sync-actuals");
        units.step("draft");
        call(
                "POST",
                "/invoices",
                "{\"invoice\":\"INV-1\",\"contract\":\"ORD-1\",\"invoiceDate\":\"2026-01-31\",\"fromBacklog\":{\"upTo\":\"2026-01-31\"}}");
        units.step("confirm");
        gateway.call("POST", "/invoices/INV-1/confirm", "{\"accountingDate\":\"2026-01-31\"}", "if-match", "\"1\"");
        units.step("cross");
        deliver("sync-header");
        deliver("sync-actuals");
        units.step("import");
        gateway.schedule("import-staging");
        units.step("post");
        gateway.schedule("post-journals");
        units.step("import");
        gateway.schedule("import-staging");
        units.step("post");
        gateway.schedule("post-proposals");
        units.step("write back");
        deliver("write-back");
        Answer posted = gateway.call("GET", "/invoices/INV-1", null);
        if (!posted.at("/status").equals("posted") || !posted.at("/lineCount").equals(Integer.toString(lines))) {
            throw new AssertionError("It did not come back: " + posted.body());
        }
    }

    private void setUp() {
        call(
                "PUT",
                "/companies/USMF",
                """
                {"accountingCurrency":"USD","periodUnit":"months","journalLineLimit":%d,
                 "accounts":{"payrollAllocation":"600300","cost":"540100","offset":"600400","wipSalesValue":"161300",
                  "accruedRevenueSalesValue":"420200","invoicedRevenue":"411100","invoicedRevenueOnAccount":"411200",
                  "wipInvoicedOnAccount":"161400","customerBalance":"130100","salesTax":"222200",
                  "roundingDifference":"618170"}}
                """
                        .formatted(journalLines));
        call("PUT", "/projects/PRJ-1", "{\"company\":\"USMF\",\"name\":\"Cellar\"}");
        call(
                "PUT",
                "/contracts/ORD-1",
                """
                {"company":"USMF","name":"Coho Winery","customer":"US-027","currency":"GBP","fixedExchangeRate":"1.25",
                 "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"}]}
                """);
    }

    private void call(String method, String path, String body) {
        Answer answer = gateway.call(method, path, body);
        if (answer.status() >= 300) {
            throw new AssertionError(method + " " + path + " answered " + answer.body());
        }
    }

    /** What its stream has for that function, in batches as large as the mapping allows. */
    private void deliver(String function) {
        for (Template.StreamMapping mapping : Gateway.template().streamMappings()) {
            if (mapping.function().equals(function)) {
                deliver(mapping);
            }
        }
    }

    private void deliver(Template.StreamMapping mapping) {
        SimulatedDynamoDb table = mapping.table().equals("OfficeTable") ? office : finance;
        String name = mapping.function() + " " + mapping.table();
        List<ObjectNode> records = new ArrayList<>();
        for (int index = seen.getOrDefault(name, 0); index < table.changes().size(); index++) {
            ObjectNode record = Gateway.record(table.changes().get(index), index);
            if (Gateway.passes(mapping, record)) {
                records.add(record);
            }
        }
        seen.put(name, table.changes().size());
        for (int from = 0; from < records.size(); from += BATCH) {
            List<ObjectNode> batch = records.subList(from, Math.min(from + BATCH, records.size()));
            if (!gateway.stream(mapping.function(), batch).batchItemFailures().isEmpty()) {
                throw new AssertionError(mapping.function() + " failed");
            }
        }
    }

    private static String approvals(int from, int to) {
        StringBuilder body = new StringBuilder("{\"transactions\":[");
        for (int line = from; line < to; line++) {
            body.append(line == from ? "" : ",")
                    .append("{\"transaction\":\"TE-")
                    .append(line)
                    .append("\",\"class\":\"time\",\"contract\":\"ORD-1\",\"line\":\"1\",\"project\":\"PRJ-1\",")
                    .append("\"date\":\"2026-01-12\",\"quantity\":\"4\",\"unit\":\"hour\",")
                    .append("\"costPrice\":{\"amount\":\"120.00\",\"currency\":\"USD\"},")
                    .append(
                            "\"salesPrice\":{\"amount\":\"250.00\",\"currency\":\"GBP\"},\"billingType\":\"chargeable\"}");
        }
        return body.append("]}").toString();
    }
}
