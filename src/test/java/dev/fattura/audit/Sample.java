package dev.fattura.audit;

import dev.fattura.support.World;

/** The story behind the good tables. */
final class Sample {

    private Sample() {}

    static void record(World world) {
        company(world);
        contracts(world);
        approve(world);
        draft(world, "INV-1", "ORD-1", "2026-01-15");
        confirm(world, "INV-1");
        // No rate holds for it, so it waits for good.
        draft(world, "INV-2", "ORD-2", "2026-01-31");
        confirm(world, "INV-2");
        draft(world, "INV-3", "ORD-1", "2026-01-20");
        world.call(200, "DELETE", "/invoices/INV-3", null, "if-match", etag(world, "INV-3"));
        world.call(
                201,
                "POST",
                "/invoices",
                "{\"contract\":\"ORD-1\",\"invoiceDate\":\"2026-01-31\",\"fromBacklog\":{\"upTo\":\"2026-01-20\"}}");
        world.settle();
    }

    private static void company(World world) {
        world.call(
                200,
                "PUT",
                "/companies/USMF",
                """
                {"accountingCurrency":"USD","periodUnit":"months","journalLineLimit":3,
                 "accounts":{"payrollAllocation":"600300","cost":"540100","offset":"600400","wipSalesValue":"161300",
                  "accruedRevenueSalesValue":"420200","invoicedRevenue":"411100","invoicedRevenueOnAccount":"411200",
                  "wipInvoicedOnAccount":"161400","customerBalance":"130100","salesTax":"222200","roundingDifference":"618170"},
                 "salesTaxGroups":{"STD":"20"}}
                """);
        world.call(200, "PUT", "/projects/PRJ-1", "{\"company\":\"USMF\",\"name\":\"Cellar\"}");
    }

    private static void contracts(World world) {
        world.call(
                200,
                "PUT",
                "/contracts/ORD-1",
                """
                {"company":"USMF","name":"Cellar","customer":"C-1","currency":"GBP","fixedExchangeRate":"1.3333333333",
                 "salesTaxGroup":"STD",
                 "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"},
                  {"line":"2","name":"Design","billingMethod":"fixedPrice","project":"PRJ-1","milestones":[
                   {"milestone":"M1","name":"Accepted","amount":{"amount":"5000.01","currency":"GBP"},
                    "date":"2026-01-10","status":"readyToInvoice"},
                   {"milestone":"M2","name":"Built","amount":{"amount":"700.00","currency":"GBP"},
                    "date":"2026-01-30","status":"readyToInvoice"}]},
                  {"line":"3","name":"Sensors","billingMethod":"product","product":"SENSOR","quantity":"3",
                   "price":{"amount":"33.3333","currency":"GBP"},"date":"2026-01-11","status":"readyToInvoice"}]}
                """);
        world.call(
                200,
                "PUT",
                "/contracts/ORD-2",
                """
                {"company":"USMF","name":"Cave","customer":"C-2","currency":"EUR",
                 "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"}]}
                """);
    }

    private static void approve(World world) {
        world.call(
                200,
                "POST",
                "/approvals",
                "{\"transactions\":["
                        + transaction("TX-1", "ORD-1", "GBP", "2026-01-05", "chargeable") + ","
                        + transaction("TX-2", "ORD-1", "GBP", "2026-01-06", "nonChargeable") + ","
                        + transaction("TX-3", "ORD-1", "GBP", "2026-01-07", "chargeable") + ","
                        + transaction("TX-4", "ORD-1", "GBP", "2026-01-18", "chargeable") + ","
                        + transaction("TX-5", "ORD-1", "GBP", "2026-01-28", "chargeable") + ","
                        + transaction("TX-6", "ORD-2", "EUR", "2026-01-08", "chargeable") + "]}");
    }

    private static String transaction(String id, String contract, String currency, String date, String billingType) {
        return "{\"transaction\":\"" + id + "\",\"class\":\"time\",\"contract\":\"" + contract
                + "\",\"line\":\"1\",\"project\":\"PRJ-1\",\"date\":\"" + date
                + "\",\"quantity\":\"7.77\",\"unit\":\"hour\",\"costPrice\":{\"amount\":\"120.00\",\"currency\":\"USD\"},"
                + "\"salesPrice\":{\"amount\":\"33.3333\",\"currency\":\"" + currency + "\"},\"billingType\":\""
                + billingType
                + "\"}";
    }

    private static void draft(World world, String invoice, String contract, String upTo) {
        world.call(
                201,
                "POST",
                "/invoices",
                "{\"invoice\":\"" + invoice + "\",\"contract\":\"" + contract
                        + "\",\"invoiceDate\":\"2026-01-31\",\"fromBacklog\":{\"upTo\":\"" + upTo + "\"}}");
    }

    private static void confirm(World world, String invoice) {
        world.call(200, "POST", "/invoices/" + invoice + "/confirm", "{}", "if-match", etag(world, invoice));
    }

    private static String etag(World world, String invoice) {
        return world.call(200, "GET", "/invoices/" + invoice, null).headers().get("etag");
    }
}
