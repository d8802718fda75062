package dev.fattura.hostile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The bodies of valid requests, with as many of the members that may be there as fit together. */
final class ValidBodies {

    static final String RETAINER =
            """
            {"description":"Retainer 2026","line":"1","amount":{"amount":"1000.00","currency":"GBP"},"date":"2026-01-02",
             "status":"readyToInvoice"}""";
    static final String SPLIT_CONTRACT =
            """
            {"company":"USMF","name":"Coho Winery, shared","currency":"GBP","fixedExchangeRate":"1.25","customers":[
              {"customer":"US-027","split":"60","rounding":true,"termsOfPayment":"net30","salesTaxGroup":"GB-STD"},
              {"customer":"US-028","split":"40","notToExceed":{"amount":"90000.00","currency":"GBP"}}],
             "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1","includes":["time","expense"],
               "invoiceSchedule":{"start":"2026-01-31","frequency":"monthly","count":3}},
              {"line":"2","name":"Works","billingMethod":"fixedPrice","project":"PRJ-1","invoiceScheduleType":"progressBased",
               "includes":["material","fee"],"contractedAmount":{"amount":"10000.00","currency":"GBP"}}]}""";
    static final Map<String, String> RECORDED = new LinkedHashMap<>();

    static {
        RECORDED.put(
                "/companies/USMF",
                """
                {"accountingCurrency":"USD","periodUnit":"months","journalLineLimit":100,"moveToOpenPeriod":true,
                 "categoryDefaults":{"time":"Hours"},"categories":{"Wine":"Goods"},"onAccountInvoicing":"profitAndLoss",
                 "accounts":{"payrollAllocation":"600300","cost":"540100","offset":"600400","wipSalesValue":"161300",
                  "accruedRevenueSalesValue":"420200","invoicedRevenue":"411100","invoicedRevenueOnAccount":"411200",
                  "wipInvoicedOnAccount":"161400","prepayment":"250500","customerBalance":"130100","salesTax":"222200",
                  "roundingDifference":"618170"},
                 "salesTaxGroups":{"GB-STD":"20"}}""");
        RECORDED.put(
                "/companies/USMF/sales-tax",
                """
                {"codes":[{"code":"GB20","rates":[{"from":"2011-01-04","percent":"20"}]}],"salesTaxGroups":{"GB-STD":["GB20"]},
                 "itemSalesTaxGroups":{"SERV":["GB20"]},"itemSalesTaxGroupDefaults":{"time":"SERV"},
                 "categoryItemSalesTaxGroups":{"Wine":"SERV"},"projectSalesTaxGroups":{"PRJ-1":"GB-STD"},"rounding":"line"}""");
        RECORDED.put("/companies/USMF/fiscal-periods/2025-12", "{\"status\":\"closed\"}");
        RECORDED.put("/companies/USMF/exchange-rates/EUR/2026-01-01", "{\"rate\":\"1.10\"}");
        RECORDED.put("/projects/PRJ-1", "{\"company\":\"USMF\",\"name\":\"Coho cellar works\"}");
        RECORDED.put(
                "/contracts/ORD-1001",
                """
                {"company":"USMF","name":"Coho Winery","customer":"US-027","currency":"GBP","fixedExchangeRate":"1.25",
                 "notToExceed":{"amount":"900000.00","currency":"GBP"},
                 "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"}]}""");
        RECORDED.put(
                "/contracts/ORD-1002",
                """
                {"company":"USMF","name":"Coho Winery, cellar","customer":"US-027","currency":"GBP","fixedExchangeRate":"1.25",
                 "salesTaxGroup":"GB-STD",
                 "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"},
                  {"line":"2","name":"Cellar design","billingMethod":"fixedPrice","project":"PRJ-1","milestones":[
                   {"milestone":"M1","name":"Design accepted","amount":{"amount":"5000.00","currency":"GBP"},
                    "date":"2026-01-31","status":"readyToInvoice"}]},
                  {"line":"3","name":"Sensors","billingMethod":"product","product":"SENSOR-7","quantity":"3",
                   "price":{"amount":"250.00","currency":"GBP"},"date":"2026-01-31","status":"readyToInvoice"}]}""");
    }

    private ValidBodies() {}

    static String approval(String contract, String... transactions) {
        return Arrays.stream(transactions)
                .map(transaction -> transaction(contract, transaction))
                .collect(Collectors.joining(",", "{\"transactions\":[", "]}"));
    }

    static String draft(String contract, String invoice) {
        return "{\"invoice\":\"" + invoice + "\",\"contract\":\"" + contract
                + "\",\"customer\":\"US-027\",\"invoiceDate\":\"2026-01-31\",\"fromBacklog\":{\"upTo\":\"2026-01-31\"}}";
    }

    private static String transaction(String contract, String transaction) {
        return "{\"transaction\":\"" + transaction + "\",\"contract\":\"" + contract
                + """
                ","class":"time","line":"1","project":"PRJ-1","date":"2026-01-12","quantity":"4","unit":"hour",
                "costPrice":{"amount":"120.00","currency":"USD"},"salesPrice":{"amount":"250.00","currency":"GBP"},
                "billingType":"chargeable","resource":"Bob","description":"Cellar survey","category":"Wine","billableQuantity":"3",
                "status":"readyToInvoice"}""";
    }
}
