package dev.fattura.faults;

/** What is asked for: time, a milestone and a product of one contract, with sales tax. */
final class InvoiceRequests {

    static final String COMPANY =
            """
            {"accountingCurrency":"USD","periodUnit":"months","journalLineLimit":400,
             "accounts":{"payrollAllocation":"600300","cost":"540100","offset":"600400","wipSalesValue":"161300",
              "accruedRevenueSalesValue":"420200","invoicedRevenue":"411100","invoicedRevenueOnAccount":"411200",
              "wipInvoicedOnAccount":"161400","customerBalance":"130100","salesTax":"222200",
              "roundingDifference":"618170"},
             "salesTaxGroups":{"GB-STD":"20"}}
            """;

    static final String CONTRACT =
            """
            {"company":"USMF","name":"Coho Winery","customer":"US-027","currency":"GBP","fixedExchangeRate":"1.25",
             "salesTaxGroup":"GB-STD",
             "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"},
              {"line":"2","name":"Design","billingMethod":"fixedPrice","project":"PRJ-1","milestones":[
               {"milestone":"M1","name":"Accepted","amount":{"amount":"5000.00","currency":"GBP"},
                "date":"2026-01-31","status":"readyToInvoice"}]},
              {"line":"3","name":"Sensors","billingMethod":"product","product":"SENSOR-7","quantity":"3",
               "price":{"amount":"250.00","currency":"GBP"},"date":"2026-01-31","status":"readyToInvoice"}]}
            """;

    static final String DRAFT =
            """
            {"invoice":"INV-1","contract":"ORD-1","invoiceDate":"2026-01-31","fromBacklog":{"upTo":"2026-01-31"}}
            """;

    private InvoiceRequests() {}

    /** Approvals of the transactions {@code from} to before {@code to}, every fifth not chargeable, quantities from 1 to 8. */
    static String approvals(int from, int to) {
        StringBuilder body = new StringBuilder("{\"transactions\":[");
        for (int line = from; line < to; line++) {
            body.append(line == from ? "" : ",")
                    .append(
                            """
                            {"transaction":"TE-%d","class":"time","contract":"ORD-1","line":"1","project":"PRJ-1",
                             "date":"2026-01-%02d","quantity":"%d","unit":"hour",
                             "costPrice":{"amount":"120.35","currency":"USD"},
                             "salesPrice":{"amount":"250.49","currency":"GBP"},"billingType":"%s"}"""
                                    .formatted(
                                            line,
                                            1 + line % 28,
                                            1 + line % 8,
                                            line % 5 == 4 ? "nonChargeable" : "chargeable"));
        }
        return body.append("]}").toString();
    }
}
