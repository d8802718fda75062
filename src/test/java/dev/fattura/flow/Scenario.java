package dev.fattura.flow;

import dev.fattura.support.World;
import dev.fattura.support.World.Answer;

/** The two sample invoices, told through the HTTP API: what people do, with the deliveries and schedules between left to the test. */
final class Scenario {

    private final World world;

    Scenario(World world) {
        this.world = world;
    }

    /** Contoso in USD, as the documented example has it (domain.md 3.6), with sales tax for the mixed invoice. */
    void recordCompanyAndProject() {
        world.call(
                200,
                "PUT",
                "/companies/USMF",
                """
                {"accountingCurrency":"USD","periodUnit":"months",
                 "accounts":{"payrollAllocation":"600300","cost":"540100","offset":"600400","wipSalesValue":"161300",
                  "accruedRevenueSalesValue":"420200","invoicedRevenue":"411100","invoicedRevenueOnAccount":"411200",
                  "wipInvoicedOnAccount":"161400","prepayment":"250500","customerBalance":"130100","salesTax":"222200","roundingDifference":"618170"},
                 "salesTaxGroups":{"GB-STD":"20"}}
                """);
        world.call(200, "PUT", "/projects/PRJ-1", "{\"company\":\"USMF\",\"name\":\"Coho cellar works\"}");
    }

    /** The Coho Winery contract: GBP with the agreed rate 1.25 and no sales tax. */
    void recordCohoContract() {
        world.call(
                200,
                "PUT",
                "/contracts/ORD-1001",
                """
                {"company":"USMF","name":"Coho Winery","customer":"US-027","currency":"GBP","fixedExchangeRate":"1.25",
                 "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"}]}
                """);
    }

    /** Four hours at 250 GBP that cost 120 USD each. */
    Answer approveFourHours() {
        return world.call(
                200,
                "POST",
                "/approvals",
                """
                {"transactions":[{"transaction":"TE-1","class":"time","contract":"ORD-1001","line":"1","project":"PRJ-1",
                  "date":"2026-01-05","quantity":"4","unit":"hour","costPrice":{"amount":"120.00","currency":"USD"},
                  "salesPrice":{"amount":"250.00","currency":"GBP"},"billingType":"chargeable","resource":"Bob"}]}
                """);
    }

    /** So many hours of one line each, with descriptions and prices all alike. */
    void approveHours(int lines) {
        for (int from = 0; from < lines; from += 100) {
            StringBuilder body = new StringBuilder("{\"transactions\":[");
            for (int line = from; line < from + 100; line++) {
                body.append(line == from ? "" : ",")
                        .append("{\"transaction\":\"TE-")
                        .append(line)
                        .append("\",\"class\":\"time\",\"contract\":\"ORD-1001\",\"line\":\"1\",\"project\":\"PRJ-1\",")
                        .append("\"date\":\"2026-01-05\",\"quantity\":\"1\",\"unit\":\"hour\",")
                        .append("\"costPrice\":{\"amount\":\"120.00\",\"currency\":\"USD\"},")
                        .append("\"salesPrice\":{\"amount\":\"250.00\",\"currency\":\"GBP\"},")
                        .append("\"billingType\":\"chargeable\"}");
            }
            world.call(200, "POST", "/approvals", body.append("]}").toString());
        }
    }

    void draftCohoFromBacklog() {
        world.call(
                201,
                "POST",
                "/invoices",
                """
                {"invoice":"INV-1001","contract":"ORD-1001","invoiceDate":"2026-01-31","fromBacklog":{"upTo":"2026-01-31"}}
                """);
    }

    /** All that is in the backlog of the Coho Winery contract. */
    void draftAgain(String invoice) {
        world.call(
                201,
                "POST",
                "/invoices",
                "{\"invoice\":\"" + invoice
                        + "\",\"contract\":\"ORD-1001\",\"invoiceDate\":\"2026-01-31\",\"fromBacklog\":{\"upTo\":\"2026-01-31\"}}");
    }

    /** A second contract, with sales tax, a fixed-price line and a product-based line. */
    void recordMixedContract() {
        world.call(
                200,
                "PUT",
                "/contracts/ORD-1002",
                """
                {"company":"USMF","name":"Coho Winery, cellar","customer":"US-027","currency":"GBP","fixedExchangeRate":"1.25",
                 "salesTaxGroup":"GB-STD",
                 "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"},
                  {"line":"2","name":"Cellar design","billingMethod":"fixedPrice","project":"PRJ-1","milestones":[
                   {"milestone":"M1","name":"Design accepted","amount":{"amount":"5000.00","currency":"GBP"},
                    "date":"2026-01-31","status":"readyToInvoice"}]},
                  {"line":"3","name":"Sensors","billingMethod":"product","product":"SENSOR-7","quantity":"3",
                   "price":{"amount":"250.00","currency":"GBP"},"date":"2026-01-31","status":"readyToInvoice"}]}
                """);
    }

    /** One transaction of each kind; the eighth is work on the fixed-price line, which costs and is never billed by the hour. */
    void approveMixed() {
        world.call(
                200,
                "POST",
                "/approvals",
                "{\"transactions\":["
                        + transaction("TE-11", "time", "1", "2", "120.00", "250.00", "chargeable") + ","
                        + transaction("TE-12", "time", "1", "1", "120.00", "250.00", "nonChargeable") + ","
                        + transaction("TE-13", "time", "1", "1", "120.00", "250.00", "complimentary") + ","
                        + transaction("EX-11", "expense", "1", "1", "340.00", "300.00", "chargeable") + ","
                        + transaction("MA-11", "material", "1", "5", "30.00", "40.00", "chargeable") + ","
                        + transaction("FE-11", "fee", "1", "1", null, "500.00", "chargeable") + ","
                        + transaction("TE-14", "time", "2", "8", "100.00", null, "chargeable") + "]}");
    }

    void draftMixedFromBacklog() {
        world.call(
                201,
                "POST",
                "/invoices",
                """
                {"invoice":"INV-1002","contract":"ORD-1002","invoiceDate":"2026-01-31","fromBacklog":{"upTo":"2026-01-31"}}
                """);
    }

    Answer confirm(String invoice) {
        return world.call(
                200,
                "POST",
                "/invoices/" + invoice + "/confirm",
                "{\"accountingDate\":\"2026-01-31\"}",
                "if-match",
                version(invoice));
    }

    String version(String invoice) {
        return world.call(200, "GET", "/invoices/" + invoice, null).headers().get("etag");
    }

    private static String transaction(
            String id, String kind, String line, String quantity, String cost, String sales, String billingType) {
        return "{\"transaction\":\"" + id + "\",\"class\":\"" + kind + "\",\"contract\":\"ORD-1002\",\"line\":\"" + line
                + "\",\"project\":\"PRJ-1\",\"date\":\"2026-01-12\",\"quantity\":\"" + quantity
                + "\",\"unit\":\"each\","
                + (cost == null ? "" : "\"costPrice\":{\"amount\":\"" + cost + "\",\"currency\":\"USD\"},")
                + (sales == null ? "" : "\"salesPrice\":{\"amount\":\"" + sales + "\",\"currency\":\"GBP\"},")
                + "\"billingType\":\"" + billingType + "\"}";
    }
}
