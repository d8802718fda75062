package dev.fattura.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** A valid request for every route; what stands in {@code <...>} is the id of something in the world. */
final class ValidRequests {

    /** Method, path, body; the paths of what is changed under a version are named in {@link #versionOf}. */
    private static final String COMMANDS =
            """
            POST /approvals/TE-7/cancel {"accountingDate":"2026-01-31"}
            POST /contracts/ORD-1001/backlog/mark {"status":"readyToInvoice","upTo":"2026-01-31","customer":"US-027"}
            POST /contracts/ORD-1001/backlog/mark {"status":"notReady","entries":["<entry>"]}
            POST /contracts/ORD-1003/backlog/mark {"status":"readyToInvoice","progress":{"line":"2","milestone":"P1","percent":"30","date":"2026-01-31"}}
            POST /contracts/ORD-1001/backlog/reevaluate {"entries":["<entry>"]}
            POST /contracts/ORD-1001/backlog/reset {"entries":["<entry>"]}
            POST /contracts/ORD-1001/retainers {"schedule":"S1","line":"1","description":"Monthly","amount":{"amount":"100.00","currency":"GBP"},"status":"notReady","invoiceSchedule":{"start":"2026-02-01","frequency":"monthly","count":3}}
            POST /contracts/ORD-1001/retainers/R1/refund {"amount":{"amount":"60.00","currency":"GBP"},"invoice":"INV-8","invoiceDate":"2026-03-31"}
            POST /invoices {"invoice":"INV-6","contract":"ORD-1001","invoiceDate":"2026-01-31","lines":[{"unbilledSales":"<entry>","quantity":"2","billingType":"chargeable"}]}
            POST /invoices/confirm {"invoices":[{"invoice":"INV-3","version":2},{"invoice":"INV-9999"}],"accountingDate":"2026-01-31"}
            PATCH /invoices/INV-3 {"invoiceDate":"2026-01-30","description":"Cellar"}
            DELETE /invoices/INV-4
            POST /invoices/INV-3/confirm {"accountingDate":"2026-01-31"}
            POST /invoices/INV-3/lines {"entered":[{"entry":"E-1","class":"expense","line":"1","quantity":"1","unit":"each","price":{"amount":"3.00","currency":"GBP"},"billingType":"chargeable","date":"2026-01-06","description":"Tasting"}],"retainers":[{"retainer":"R9","description":"More","amount":{"amount":"10.00","currency":"GBP"},"date":"2026-01-31"}]}
            POST /invoices/INV-3/lines {"lines":[{"unbilledSales":"<entry>","price":{"amount":"240.00","currency":"GBP"}}]}
            PATCH /invoices/INV-3/lines/<detail> {"quantity":"2","price":{"amount":"240.00","currency":"GBP"},"billingType":"chargeable","description":"Less"}
            DELETE /invoices/INV-3/lines/<detail>
            POST /invoices/INV-3/refresh {"upTo":"2026-01-31"}
            POST /invoices/INV-2/revise {"invoice":"INV-7","invoiceDate":"2026-02-28","lines":[{"billedSales":"<waiting>","quantity":"1","price":{"amount":"200.00","currency":"GBP"}}]}
            POST /invoices/INV-2/revise {"addTo":"INV-3"}
            POST /staging/import {"company":"USMF"}
            POST /staging/import {"proposal":"INV-2"}
            POST /journals/<journal>/post {}
            POST /journals/<journal>/reset {}
            DELETE /journals/<journal>/lines/<actual>
            PATCH /proposals/INV-2 {"dueDate":"2026-03-02","invoiceDate":"2026-01-31","dimensions":{"department":"D1"},"text":"Thank you"}
            PATCH /proposals/INV-2/lines/<waiting> {"salesTaxGroup":"GB-STD","itemSalesTaxGroup":"SERV"}
            DELETE /proposals/INV-2/lines
            POST /proposals/INV-2/post {}
            POST /proposals {"proposal":"INV-7"}
            PUT /proposals/INV-2 {}
            DELETE /proposals/INV-2
            POST /maps/msdyn_actuals/pause {}
            POST /maps/msdyn_actuals/resume {}
            POST /maps/msdyn_actuals/run {"from":"2026-01-01","to":"2026-01-31","company":"USMF"}
            POST /sync-errors/retry {"map":"msdyn_actuals"}
            POST /sync-errors/<error>/retry {}
            """;

    private static final String QUESTIONS =
            """
            /companies/USMF
            /contracts/ORD-1003
            /contracts/ORD-1001/backlog?limit=1
            /contracts/ORD-1001/retainers
            /confirmations/<confirmation>
            /invoices/INV-3
            /invoices/INV-3/preview?limit=1
            /invoices/INV-1/lineage?limit=1
            /invoices/INV-1/reconciliation?limit=1
            /invoices/INV-2/progress
            /actuals?invoice=INV-1&limit=1
            /actuals/<actual>
            /staging?company=USMF&limit=1
            /journals/<journal>?limit=1
            /proposals/INV-2
            /proposals/INV-2/readiness
            /proposals/INV-1/print?layout=detail
            /readiness?company=USMF&limit=1
            /reconciliation?company=USMF&from=2026-01-01&to=2026-01-31&limit=1
            /accrued-revenue?company=USMF&from=2026-01-01&to=2026-01-31&limit=1
            /maps
            /maps/msdyn_actuals
            /sync-errors?limit=1
            /sync-errors/<error>
            """;

    private ValidRequests() {}

    static List<Event> of(Map<String, String> names) {
        List<Event> events = new ArrayList<>();
        ValidBodies.RECORDED.forEach((path, body) -> add(events, "PUT", path, body));
        add(events, "PUT", "/contracts/ORD-1003", ValidBodies.SPLIT_CONTRACT);
        add(events, "PUT", "/contracts/ORD-1001/retainers/R1", ValidBodies.RETAINER);
        add(events, "POST", "/approvals", ValidBodies.approval("ORD-1001", "TE-21", "TE-22"));
        add(events, "POST", "/approvals", ValidBodies.approval("ORD-1003", "TE-23"));
        add(events, "POST", "/invoices", ValidBodies.draft("ORD-1003", "INV-5"));
        named(COMMANDS, names).lines().forEach(line -> {
            String[] parts = line.split(" ", 3);
            add(events, parts[0], parts[1], parts.length == 3 ? parts[2] : null);
        });
        named(QUESTIONS, names).lines().forEach(path -> add(events, "GET", path, null));
        return events;
    }

    private static void add(List<Event> events, String method, String path, String body) {
        events.add(HttpEvents.of(method, path, body, versionOf(method, path)));
    }

    private static String versionOf(String method, String path) {
        String[] parts = path.split("/", -1);
        boolean change = method.equals("PATCH")
                || method.equals("DELETE")
                || path.matches("/invoices/INV-\\d+/(confirm|lines|refresh)");
        return change && (parts[1].equals("invoices") || parts[1].equals("proposals"))
                ? "/" + parts[1] + "/" + parts[2]
                : null;
    }

    private static String named(String text, Map<String, String> names) {
        String named = text;
        for (Entry<String, String> name : names.entrySet()) {
            named = named.replace('<' + name.getKey() + '>', name.getValue());
        }
        return named;
    }
}
