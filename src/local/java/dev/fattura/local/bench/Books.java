package dev.fattura.local.bench;

/** What the benchmark sends: a company, and contracts of time lines. */
final class Books {
    private static final String COMPANY =
            """
            {"accountingCurrency":"USD","periodUnit":"months","journalLineLimit":400,
             "accounts":{"payrollAllocation":"600300","cost":"540100","offset":"600400","wipSalesValue":"161300",
              "accruedRevenueSalesValue":"420200","invoicedRevenue":"411100","invoicedRevenueOnAccount":"411200",
              "wipInvoicedOnAccount":"161400","customerBalance":"130100","salesTax":"222200","roundingDifference":"618170"}}
            """;

    private Books() {}

    static void company(BenchClient client) throws InterruptedException {
        client.put("/companies/USMF", COMPANY);
        client.put("/projects/PRJ-1", "{\"company\":\"USMF\",\"name\":\"Cellar\"}");
    }

    static void contract(BenchClient client, String contract) throws InterruptedException {
        client.put(
                "/contracts/" + contract,
                """
                {"company":"USMF","name":"Coho Winery","customer":"US-027","currency":"GBP","fixedExchangeRate":"1.25",
                 "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"}]}
                """);
    }

    /** Approved time from one line number to before another, spread over January 2026. */
    static String approvals(String contract, int from, int to) {
        StringBuilder body = new StringBuilder("{\"transactions\":[");
        for (int line = from; line < to; line++) {
            body.append(line == from ? "" : ",")
                    .append("{\"transaction\":\"")
                    .append(contract)
                    .append("-TE-")
                    .append(line)
                    .append("\",\"class\":\"time\",\"contract\":\"")
                    .append(contract)
                    .append("\",\"line\":\"1\",\"project\":\"PRJ-1\",\"date\":\"2026-01-")
                    .append(String.format("%02d", 1 + line / 100 % 30))
                    .append("\",\"quantity\":\"4\",\"unit\":\"hour\",")
                    .append("\"costPrice\":{\"amount\":\"120.00\",\"currency\":\"USD\"},")
                    .append(
                            "\"salesPrice\":{\"amount\":\"250.00\",\"currency\":\"GBP\"},\"billingType\":\"chargeable\"}");
        }
        return body.append("]}").toString();
    }

    static String draft(String invoice, String contract) {
        return "{\"invoice\":\"" + invoice + "\",\"contract\":\"" + contract
                + "\",\"invoiceDate\":\"2026-01-31\",\"fromBacklog\":{\"upTo\":\"2026-01-31\"}}";
    }
}
