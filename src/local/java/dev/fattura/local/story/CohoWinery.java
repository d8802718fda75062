package dev.fattura.local.story;

/**
 * The sample: Contoso (company USMF, books in USD) works for Coho Winery, which is invoiced in GBP at an agreed rate of
 * 1.25. The first invoice is the example that Microsoft documents for fixed-rate agreements; the second has a line of
 * every class and sales tax.
 */
final class CohoWinery {
    static final String COMPANY =
            """
            {"accountingCurrency":"USD","periodUnit":"months","journalLineLimit":200,"onAccountInvoicing":"profitAndLoss",
             "accounts":{"payrollAllocation":"600300","cost":"540100","offset":"600400","wipSalesValue":"161300",
              "accruedRevenueSalesValue":"420200","invoicedRevenue":"411100","invoicedRevenueOnAccount":"411200",
              "wipInvoicedOnAccount":"161400","customerBalance":"130100","salesTax":"222200","roundingDifference":"618170"},
             "salesTaxGroups":{"GB-STD":"20"}}
            """;

    static final String PROJECT = """
            {"company":"USMF","name":"Coho cellar works"}
            """;

    static final String FIRST_CONTRACT =
            """
            {"company":"USMF","name":"Coho Winery","customer":"US-027","currency":"GBP","fixedExchangeRate":"1.25",
             "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"}]}
            """;

    static final String FIRST_WORK =
            """
            {"transactions":[
             {"transaction":"TE-1","class":"time","contract":"ORD-1001","line":"1","project":"PRJ-1","date":"2026-01-05",
              "quantity":"4","unit":"hour","costPrice":{"amount":"120.00","currency":"USD"},
              "salesPrice":{"amount":"250.00","currency":"GBP"},"billingType":"chargeable","resource":"Bob",
              "description":"Cellar survey"}]}
            """;

    static final String FIRST_INVOICE =
            """
            {"invoice":"INV-1001","contract":"ORD-1001","invoiceDate":"2026-01-31","fromBacklog":{"upTo":"2026-01-31"}}
            """;

    static final String SECOND_CONTRACT =
            """
            {"company":"USMF","name":"Coho Winery, new cellar","customer":"US-027","currency":"GBP",
             "fixedExchangeRate":"1.25","salesTaxGroup":"GB-STD",
             "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"},
              {"line":"2","name":"Cellar design","billingMethod":"fixedPrice","project":"PRJ-1",
               "milestones":[{"milestone":"M1","name":"Design accepted","amount":{"amount":"5000.00","currency":"GBP"},
                "date":"2026-01-31","status":"readyToInvoice"}]},
              {"line":"3","name":"Sensors","billingMethod":"product","product":"SENSOR-7","quantity":"3",
               "price":{"amount":"250.00","currency":"GBP"},"date":"2026-01-31","status":"readyToInvoice"}]}
            """;

    static final String SECOND_WORK = "{\"transactions\":["
            + String.join(
                    ",",
                    work("TE-2", "time", "8", "hour", "120.00", "250.00", "chargeable", "Pump installation"),
                    work("TE-3", "time", "2", "hour", "120.00", "250.00", "nonChargeable", "Repair of our own mistake"),
                    work("TE-4", "time", "1", "hour", "120.00", "250.00", "complimentary", "Introduction of the staff"),
                    work("EX-1", "expense", "1", "each", "310.40", "259.99", "chargeable", "Travel to the cellar"),
                    work("MT-1", "material", "4", "each", "21.15", "35.55", "chargeable", "Copper pipe"),
                    work("FE-1", "fee", "1", "each", "", "150.00", "chargeable", "Site permit"))
            + "]}";

    private CohoWinery() {}

    /** The second invoice names its lines: the unbilled sales of the approval, the milestone and the product. */
    static String secondInvoice(Iterable<String> unbilledSales) {
        StringBuilder lines = new StringBuilder();
        unbilledSales.forEach(
                actual -> lines.append("{\"unbilledSales\":\"").append(actual).append("\"},"));
        lines.append("{\"line\":\"2\",\"milestone\":\"M1\"},{\"line\":\"3\",\"product\":\"SENSOR-7\"}");
        return "{\"invoice\":\"INV-1002\",\"contract\":\"ORD-1002\",\"invoiceDate\":\"2026-01-31\",\"lines\":[" + lines
                + "]}";
    }

    private static String work(
            String id, String kind, String quantity, String unit, String cost, String sales, String type, String text) {
        String costPrice = cost.isEmpty() ? "" : "\"costPrice\":{\"amount\":\"" + cost + "\",\"currency\":\"USD\"},";
        return """
                {"transaction":"%s","class":"%s","contract":"ORD-1002","line":"1","project":"PRJ-1","date":"2026-01-20",
                 "quantity":"%s","unit":"%s",%s"salesPrice":{"amount":"%s","currency":"GBP"},"billingType":"%s",
                 "resource":"Bob","description":"%s"}"""
                .formatted(id, kind, quantity, unit, costPrice, sales, type, text);
    }
}
