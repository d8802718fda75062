package dev.fattura.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * What people do in a simulation: phases one after another, in each some clients at the same time, on contracts of their own, so that
 * what has to come out does not depend on who is first.
 */
final class Plan {

    private static final String CONFIRMED_BY_DAY = "\"invoiceDate\":\"2026-01-31\"";

    private final List<List<List<Request>>> phases = new ArrayList<>();

    private Plan() {}

    /** Phases, clients, requests. */
    List<List<List<Request>>> phases() {
        return phases;
    }

    /** @param variant from 0; how many transactions there are, and which of the clients take part */
    static Plan of(int variant) {
        Plan plan = new Plan();
        plan.phases.add(List.of(setUp()));
        List<Request> work = new ArrayList<>(approvals("ORD-1001", "TE", 2 + variant % 4));
        List<Request> mixed = new ArrayList<>(approvals("ORD-1002", "MX", 1 + variant % 3));
        List<Request> retainer = new ArrayList<>(List.of(Request.put(
                "/contracts/ORD-1003/retainers/R1",
                "{\"description\":\"Retainer\",\"amount\":" + gbp("1000.00")
                        + ",\"date\":\"2026-01-02\",\"status\":\"readyToInvoice\"}")));
        plan.phases.add(List.of(work, mixed, retainer));
        plan.phases.add(List.of(
                List.of(draft("ORD-1001", "INV-1"), Request.confirm("INV-1")),
                List.of(
                        draft("ORD-1002", "INV-2"),
                        Request.patch("/invoices/INV-2", "{\"description\":\"Cellar\"}"),
                        Request.confirm("INV-2")),
                List.of(draft("ORD-1003", "INV-3"), Request.confirm("INV-3"))));
        List<Request> more = new ArrayList<>(approvals("ORD-1003", "RE", 2));
        more.add(draft("ORD-1003", "INV-5"));
        more.add(Request.confirm("INV-5"));
        List<Request> revised = new ArrayList<>(List.of(
                Request.post("/invoices/INV-1/revise", "{\"invoice\":\"INV-4\"," + CONFIRMED_BY_DAY + "}"),
                Request.confirm("INV-4")));
        if (variant % 2 == 0) {
            revised.add(draft("ORD-1001", "INV-6"));
            revised.add(Request.delete("/invoices/INV-6"));
        }
        List<Request> maps = List.of(
                Request.post("/maps/msdyn_actuals/pause", null), Request.post("/maps/msdyn_actuals/resume", null));
        plan.phases.add(List.of(revised, more, maps));
        return plan;
    }

    private static List<Request> setUp() {
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
                Request.put("/projects/PRJ-1", "{\"company\":\"USMF\",\"name\":\"Cellar\"}"),
                contract("ORD-1001", "", ""),
                contract(
                        "ORD-1002",
                        "\"salesTaxGroup\":\"GB-STD\",",
                        """
                        ,{"line":"2","name":"Design","billingMethod":"fixedPrice","project":"PRJ-1","milestones":[
                          {"milestone":"M1","name":"Accepted","amount":{"amount":"5000.00","currency":"GBP"},
                           "date":"2026-01-31","status":"readyToInvoice"}]},
                         {"line":"3","name":"Sensors","billingMethod":"product","product":"SENSOR-7","quantity":"3",
                          "price":{"amount":"250.00","currency":"GBP"},"date":"2026-01-31","status":"readyToInvoice"}"""),
                contract("ORD-1003", "", ""));
    }

    private static Request contract(String id, String terms, String lines) {
        return Request.put(
                "/contracts/" + id,
                "{\"company\":\"USMF\",\"name\":\"Coho Winery\",\"customer\":\"US-027\",\"currency\":\"GBP\","
                        + "\"fixedExchangeRate\":\"1.25\"," + terms
                        + "\"lines\":[{\"line\":\"1\",\"name\":\"Consulting\",\"billingMethod\":\"timeAndMaterial\","
                        + "\"project\":\"PRJ-1\"}" + lines + "]}");
    }

    private static List<Request> approvals(String contract, String prefix, int batches) {
        List<Request> requests = new ArrayList<>();
        for (int batch = 1; batch <= batches; batch++) {
            requests.add(Request.post(
                    "/approvals",
                    "{\"transactions\":["
                            + transaction(contract, prefix + batch + "A", "time", "4", "250.00", "chargeable") + ","
                            + transaction(contract, prefix + batch + "B", "expense", "1", "33.33", "chargeable") + ","
                            + transaction(contract, prefix + batch + "C", "time", "1", "250.00", "nonChargeable")
                            + "]}"));
        }
        return requests;
    }

    private static String transaction(
            String contract, String id, String kind, String quantity, String price, String billingType) {
        return "{\"transaction\":\"" + id + "\",\"class\":\"" + kind + "\",\"contract\":\"" + contract
                + "\",\"line\":\"1\",\"project\":\"PRJ-1\",\"date\":\"2026-01-12\",\"quantity\":\"" + quantity
                + "\",\"unit\":\"each\",\"costPrice\":{\"amount\":\"120.00\",\"currency\":\"USD\"},\"salesPrice\":"
                + gbp(price)
                + ",\"billingType\":\"" + billingType + "\"}";
    }

    private static Request draft(String contract, String invoice) {
        return Request.post(
                "/invoices",
                "{\"invoice\":\"" + invoice + "\",\"contract\":\"" + contract + "\"," + CONFIRMED_BY_DAY
                        + ",\"fromBacklog\":{\"upTo\":\"2026-01-31\"}}");
    }

    private static String gbp(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"GBP\"}";
    }
}
