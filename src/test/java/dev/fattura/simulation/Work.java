package dev.fattura.simulation;

import java.util.ArrayList;
import java.util.List;

/** Requests of which plans are made. */
final class Work {

    static final String INVOICE_DATE = "\"invoiceDate\":\"2026-01-31\"";
    static final String AT_A_FIXED_RATE = "\"fixedExchangeRate\":\"1.25\",";

    private Work() {}

    static List<Step> company() {
        return List.of(
                Request.put(
                        "/companies/USMF",
                        """
                        {"accountingCurrency":"USD","periodUnit":"months",
                         "accounts":{"payrollAllocation":"600300","cost":"540100","offset":"600400","wipSalesValue":"161300",
                          "accruedRevenueSalesValue":"420200","invoicedRevenue":"411100","invoicedRevenueOnAccount":"411200",
                          "wipInvoicedOnAccount":"161400","customerBalance":"130100","salesTax":"222200",
                          "roundingDifference":"618170"},
                         "salesTaxGroups":{"GB-STD":"20"}}
                        """),
                Request.put("/projects/PRJ-1", "{\"company\":\"USMF\",\"name\":\"Cellar\"}"));
    }

    /**
     * @param terms more members of it, each with a comma behind it
     * @param lines more of them, each with a comma before it; or more members of the first one
     */
    static Request contract(String id, String currency, String terms, String lines) {
        return contract(id, currency, terms, "", lines);
    }

    /** @param members more of the first line, each with a comma before it */
    static Request contract(String id, String currency, String terms, String members, String lines) {
        return Request.put(
                "/contracts/" + id,
                "{\"company\":\"USMF\",\"name\":\"Coho Winery\",\"customer\":\"US-027\",\"currency\":\"" + currency
                        + "\"," + terms + "\"lines\":[{\"line\":\"1\",\"name\":\"Consulting\","
                        + "\"billingMethod\":\"timeAndMaterial\",\"project\":\"PRJ-1\"" + members + "}" + lines + "]}");
    }

    /** Three transactions in each request. */
    static List<Step> approvals(String contract, String prefix, String currency, int requests) {
        List<Step> approvals = new ArrayList<>();
        for (int batch = 1; batch <= requests; batch++) {
            String id = prefix + batch;
            approvals.add(approval(List.of(
                    transaction(contract, id + "A", "time", "4", money("250.00", currency), "chargeable"),
                    transaction(contract, id + "B", "expense", "1", money("33.33", currency), "chargeable"),
                    transaction(contract, id + "C", "time", "1", money("250.00", currency), "nonChargeable"))));
        }
        return approvals;
    }

    static Request approval(List<String> transactions) {
        return Request.post("/approvals", "{\"transactions\":[" + String.join(",", transactions) + "]}");
    }

    static String transaction(
            String contract, String id, String kind, String quantity, String price, String billingType) {
        return "{\"transaction\":\"" + id + "\",\"class\":\"" + kind + "\",\"contract\":\"" + contract
                + "\",\"line\":\"1\",\"project\":\"PRJ-1\",\"date\":\"2026-01-12\",\"quantity\":\"" + quantity
                + "\",\"unit\":\"each\","
                + (kind.equals("fee") ? "" : "\"costPrice\":" + money("120.00", "USD") + ",")
                + "\"salesPrice\":" + price + ",\"billingType\":\"" + billingType + "\"}";
    }

    static Request retainer(String contract, String id, String currency) {
        return Request.put(
                "/contracts/" + contract + "/retainers/" + id,
                "{\"description\":\"Retainer\",\"amount\":" + money("1000.00", currency)
                        + ",\"date\":\"2026-01-02\",\"status\":\"readyToInvoice\"}");
    }

    static Request draft(String contract, String invoice) {
        return draft(contract, invoice, INVOICE_DATE);
    }

    /** @param invoiceDate the member */
    static Request draft(String contract, String invoice, String invoiceDate) {
        return Request.post(
                "/invoices",
                "{\"invoice\":\"" + invoice + "\",\"contract\":\"" + contract + "\"," + invoiceDate
                        + ",\"fromBacklog\":{\"upTo\":\"2026-01-31\"}}");
    }

    /** Confirms invoices by their numbers, now or on schedule. */
    static Request confirmAll(String... invoices) {
        List<String> members = new ArrayList<>();
        for (String invoice : invoices) {
            members.add("{\"invoice\":\"" + invoice + "\"}");
        }
        return Request.post(
                "/invoices/confirm",
                "{\"invoices\":[" + String.join(",", members) + "],\"accountingDate\":\"2026-01-31\"}");
    }

    static String money(String amount, String currency) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"" + currency + "\"}";
    }
}
