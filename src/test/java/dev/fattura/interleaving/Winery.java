package dev.fattura.interleaving;

import dev.fattura.support.World;
import dev.fattura.support.World.Course;

/** A small world at the stages of one invoice of two transactions and a milestone. */
final class Winery {

    static final String CONFIRMATION = "{\"accountingDate\":\"2026-01-31\"}";

    private final World world;

    Winery(World world) {
        this.world = world;
    }

    void recorded() {
        world.call(
                200,
                "PUT",
                "/companies/USMF",
                """
                {"accountingCurrency":"USD","periodUnit":"months",
                 "accounts":{"payrollAllocation":"600300","cost":"540100","offset":"600400","wipSalesValue":"161300",
                  "accruedRevenueSalesValue":"420200","invoicedRevenue":"411100","invoicedRevenueOnAccount":"411200",
                  "wipInvoicedOnAccount":"161400","customerBalance":"130100","salesTax":"222200",
                  "roundingDifference":"618170"},
                 "salesTaxGroups":{"GB-STD":"20"}}
                """);
        world.call(200, "PUT", "/projects/PRJ-1", "{\"company\":\"USMF\",\"name\":\"Cellar\"}");
        world.call(
                200,
                "PUT",
                "/contracts/ORD-1001",
                """
                {"company":"USMF","name":"Coho Winery","customer":"US-027","currency":"GBP","fixedExchangeRate":"1.25",
                 "salesTaxGroup":"GB-STD","notToExceed":{"amount":"5000.00","currency":"GBP"},
                 "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"},
                  {"line":"2","name":"Design","billingMethod":"fixedPrice","project":"PRJ-1","milestones":[
                   {"milestone":"M1","name":"Accepted","amount":{"amount":"500.00","currency":"GBP"},
                    "date":"2026-01-31","status":"readyToInvoice"}]}]}
                """);
    }

    void approved() {
        recorded();
        approve("TE-1");
        approve("TE-2");
    }

    /** A backlog of one entry. */
    void approvedOnce() {
        approved();
        world.call(201, "POST", "/invoices", draft("INV-1"));
        approve("TE-3");
    }

    void drafted() {
        approved();
        world.call(201, "POST", "/invoices", draft("INV-1"));
    }

    void draftedAndMore() {
        drafted();
        approve("TE-3");
    }

    void confirmed() {
        drafted();
        String version =
                world.call(200, "GET", "/invoices/INV-1", null).headers().get("etag");
        world.call(200, "POST", "/invoices/INV-1/confirm", CONFIRMATION, "if-match", version);
    }

    void headerCrossed() {
        confirmed();
        world.stream("sync-header");
    }

    void crossed() {
        confirmed();
        world.deliver(Course.IN_ORDER);
    }

    void journal() {
        crossed();
        world.schedule("import-staging");
    }

    void proposal() {
        journal();
        world.schedule("post-journals");
        world.schedule("import-staging");
    }

    void posted() {
        proposal();
        world.schedule("post-proposals");
    }

    static String approval(String transaction, String hours) {
        return "{\"transactions\":[{\"transaction\":\"" + transaction
                + "\",\"class\":\"time\",\"contract\":\"ORD-1001\",\"line\":\"1\",\"project\":\"PRJ-1\","
                + "\"date\":\"2026-01-12\",\"quantity\":\"" + hours + "\",\"unit\":\"hour\","
                + "\"costPrice\":{\"amount\":\"120.00\",\"currency\":\"USD\"},"
                + "\"salesPrice\":{\"amount\":\"250.00\",\"currency\":\"GBP\"},\"billingType\":\"chargeable\"}]}";
    }

    static String draft(String invoice) {
        return "{\"invoice\":\"" + invoice
                + "\",\"contract\":\"ORD-1001\",\"invoiceDate\":\"2026-01-31\",\"fromBacklog\":{\"upTo\":\"2026-01-31\"}}";
    }

    private void approve(String transaction) {
        world.call(200, "POST", "/approvals", approval(transaction, "4"));
    }
}
