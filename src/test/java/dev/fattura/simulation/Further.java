package dev.fattura.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.NumberRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Work that not every plan has, on documents of its own. What comes of it is the same whoever is faster. */
enum Further {
    NONE {
        @Override
        List<List<Step>> clients(int phase) {
            return List.of();
        }
    },

    /** Approvals that are cancelled, a backlog that is marked, a draft whose lines are edited, and a bulk confirmation. */
    LINES {
        @Override
        List<List<Step>> clients(int phase) {
            return switch (phase) {
                case 0 ->
                    List.of(List.of(Work.contract(
                            "ORD-1004",
                            "GBP",
                            Work.AT_A_FIXED_RATE + "\"notToExceed\":" + Work.money("5000.00", "GBP") + ",",
                            ",{\"line\":\"2\",\"name\":\"Design\",\"billingMethod\":\"fixedPrice\",\"project\":\"PRJ-1\","
                                    + "\"invoiceScheduleType\":\"progressBased\",\"contractedAmount\":"
                                    + Work.money("3000.00", "GBP") + "}")));
                case 1 -> List.of(marked());
                case 2 ->
                    List.of(List.of(
                            Work.draft("ORD-1004", "INV-7"),
                            Inquiry.until("/invoices/INV-7", "draft", Further::edited),
                            Work.confirmAll("INV-7")));
                default -> List.of();
            };
        }
    },

    /** A proposal that is edited while its fiscal period is on hold, in a company with sales tax by code. */
    HELD {
        @Override
        List<List<Step>> clients(int phase) {
            return switch (phase) {
                case 0 ->
                    List.of(List.of(
                            Request.put("/companies/USMF/sales-tax", SALES_TAX),
                            period("2026-02", "onHold"),
                            Work.contract(
                                    "ORD-1005", "GBP", Work.AT_A_FIXED_RATE + "\"salesTaxGroup\":\"GB-STD\",", "")));
                case 1 -> {
                    List<Step> steps = new ArrayList<>(Work.approvals("ORD-1005", "HE", "GBP", 1));
                    steps.add(Work.approval(List.of(
                            Work.transaction("ORD-1005", "HEX", "time", "1", Work.money("90.00", "GBP"), "chargeable")
                                    .replace("2026-01-12", "2026-02-10"))));
                    yield List.of(steps);
                }
                case 2 ->
                    List.of(List.of(
                            Work.draft("ORD-1005", "INV-8", "\"invoiceDate\":\"2026-02-28\""),
                            Request.confirm("INV-8")));
                default ->
                    List.of(List.of(
                            Inquiry.until(
                                    "/proposals/INV-8",
                                    "open",
                                    open -> List.of(Request.delete("/proposals/INV-8/lines"))),
                            Request.post("/staging/import", "{\"proposal\":\"INV-8\"}"),
                            Inquiry.until("/proposals/INV-8", "open", Further::revisedProposal),
                            period("2026-02", "open"),
                            Request.post("/proposals/INV-8/post", "{}").orRefused("proposal-posted")));
            };
        }
    },

    /** A currency whose rate is recorded last, retainers by a schedule, and one that is paid back. */
    MONEY {
        @Override
        List<List<Step>> clients(int phase) {
            return switch (phase) {
                case 0 -> List.of(List.of(Work.contract("ORD-1006", "EUR", "", "")));
                case 1 -> {
                    List<Step> steps = new ArrayList<>(Work.approvals("ORD-1006", "EU", "EUR", 1));
                    steps.add(Work.retainer("ORD-1006", "R2", "EUR"));
                    steps.add(Request.post(
                            "/contracts/ORD-1006/retainers",
                            "{\"schedule\":\"RS1\",\"invoiceSchedule\":{\"start\":\"2026-01-05\",\"frequency\":\"weekly\","
                                    + "\"count\":2},\"line\":\"1\",\"description\":\"Weekly\",\"amount\":"
                                    + Work.money("70.00", "EUR") + ",\"status\":\"readyToInvoice\"}"));
                    yield List.of(steps);
                }
                case 2 ->
                    List.of(List.of(
                            Work.draft("ORD-1006", "INV-9"),
                            Request.confirm("INV-9"),
                            Request.post(
                                    "/contracts/ORD-1006/retainers/R2/refund",
                                    "{\"invoice\":\"INV-10\",\"amount\":" + Work.money("400.00", "EUR") + ","
                                            + Work.INVOICE_DATE + "}"),
                            Request.confirm("INV-10")));
                default ->
                    List.of(List.of(Request.put(
                            "/companies/USMF/exchange-rates/EUR/2025-12-01", "{\"rate\":\"1.0833333333\"}")));
            };
        }
    },

    /** An invoice that is drafted by its schedule. */
    SCHEDULED {
        @Override
        List<List<Step>> clients(int phase) {
            return switch (phase) {
                case 0 ->
                    List.of(List.of(Work.contract(
                            "ORD-1007",
                            "GBP",
                            Work.AT_A_FIXED_RATE,
                            ",\"invoiceSchedule\":{\"start\":\"2026-01-31\",\"frequency\":\"monthly\",\"count\":1}",
                            "")));
                case 1 -> List.of(Work.approvals("ORD-1007", "SC", "GBP", 1));
                case 2 -> List.of();
                default ->
                    List.of(List.of(Inquiry.until("/invoices/PRF-000001", "draft"), Work.confirmAll("PRF-000001")));
            };
        }
    },

    /** People who import and post by hand, hold a period for a while, mend journals, and try again what could not cross. */
    JOURNALS {
        @Override
        List<List<Step>> clients(int phase) {
            return switch (phase) {
                case 0 -> List.of();
                case 1 -> {
                    List<Step> steps = bookkeeping(1, 3);
                    steps.add(Request.post("/maps/msdyn_actuals/run", "{\"from\":\"2026-01-01\",\"to\":\"2026-01-31\"}")
                            .orRefused("map-paused"));
                    yield List.of(steps);
                }
                case 2 -> List.of(bookkeeping(1, 6));
                default -> List.of(bookkeeping(3, 9));
            };
        }
    },

    /** An invoice so long that nobody waits for it. */
    LONG {
        @Override
        List<List<Step>> clients(int phase) {
            return switch (phase) {
                case 0 -> List.of(List.of(Work.contract("ORD-1008", "GBP", Work.AT_A_FIXED_RATE, "")));
                case 1 -> List.of(List.of(fees(0), fees(1)), List.of(fees(2), fees(3)), List.of(fees(4)));
                case 2 -> List.of(List.of(Work.draft("ORD-1008", "INV-11")));
                default -> List.of(List.of(Inquiry.until("/invoices/INV-11", "draft"), Request.confirm("INV-11")));
            };
        }
    };

    /** Five requests of so many transactions are more than are drafted while somebody waits. */
    private static final int FEES = 401;

    private static final String SALES_TAX =
            """
            {"codes":[{"code":"VAT20","rates":[{"from":"2000-01-01","percent":"20"}]},
                      {"code":"VAT5","rates":[{"from":"2000-01-01","percent":"5"}]}],
             "salesTaxGroups":{"GB-STD":["VAT20","VAT5"],"GB-RED":["VAT5"]},
             "itemSalesTaxGroups":{"FULL":["VAT20"],"BOTH":["VAT20","VAT5"]},
             "itemSalesTaxGroupDefaults":{"time":"BOTH","expense":"FULL","milestone":"FULL","product":"FULL"},
             "salesTaxGroupMethod":"contract","taxDate":"invoiceDate","rounding":"invoice"}
            """;

    /** What they do in that phase; in phase 0 nobody else is there. */
    abstract List<List<Step>> clients(int phase);

    private static List<Step> marked() {
        List<Step> steps = new ArrayList<>(Work.approvals("ORD-1004", "LN", "GBP", 1));
        steps.add(Work.approval(
                List.of(Work.transaction("ORD-1004", "LNX", "time", "2", Work.money("90.00", "GBP"), "chargeable"))));
        steps.add(Request.post("/approvals/LNX/cancel", "{\"accountingDate\":\"2026-01-31\"}"));
        steps.add(Request.post(
                "/contracts/ORD-1004/backlog/mark",
                "{\"status\":\"readyToInvoice\",\"progress\":{\"line\":\"2\",\"milestone\":\"P1\",\"percent\":\"30\","
                        + "\"date\":\"2026-01-30\"}}"));
        steps.add(mark("notReady"));
        steps.add(mark("readyToInvoice"));
        steps.add(Inquiry.at(
                "/contracts/ORD-1004/backlog",
                backlog -> List.of(
                        Request.post(
                                "/contracts/ORD-1004/backlog/reset",
                                "{\"entries\":[\""
                                        + String.join(
                                                "\",\"",
                                                Inquiry.each(
                                                        backlog.path("backlog"), "entry", "billingType", "chargeable"))
                                        + "\"]}"),
                        Request.post("/contracts/ORD-1004/backlog/reevaluate", "{}"),
                        mark("readyToInvoice"))));
        return steps;
    }

    private static Request mark(String status) {
        return Request.post(
                "/contracts/ORD-1004/backlog/mark", "{\"status\":\"" + status + "\",\"upTo\":\"2026-01-31\"}");
    }

    private static List<Request> edited(JsonNode draft) {
        String most =
                Inquiry.each(draft.path("lines"), "detail", "quantity", "4").get(0);
        String free = Inquiry.each(draft.path("lines"), "detail", "billingType", "nonChargeable")
                .get(0);
        return List.of(
                Request.patch("/invoices/INV-7/lines/" + most, "{\"quantity\":\"3\",\"description\":\"Agreed\"}"),
                Request.delete("/invoices/INV-7/lines/" + free),
                Request.post("/invoices/INV-7/refresh", "{\"upTo\":\"2026-01-31\"}")
                        .matching(),
                Request.post(
                                "/invoices/INV-7/lines",
                                "{\"entered\":[{\"entry\":\"E1\",\"class\":\"time\",\"line\":\"1\",\"quantity\":\"2\",\"unit\":"
                                        + "\"hour\",\"billingType\":\"chargeable\",\"date\":\"2026-01-20\",\"price\":"
                                        + Work.money("80.00", "GBP") + "}]}")
                        .matching());
    }

    private static Request period(String month, String status) {
        return Request.put("/companies/USMF/fiscal-periods/" + month, "{\"status\":\"" + status + "\"}");
    }

    private static List<Request> revisedProposal(JsonNode open) {
        String line = Inquiry.each(open.path("lines"), "actual", "billingType", "chargeable")
                .get(0);
        return List.of(
                Request.patch("/proposals/INV-8", "{\"dueDate\":\"2026-04-30\",\"text\":\"With thanks.\"}"),
                Request.patch("/proposals/INV-8/lines/" + line, "{\"salesTaxGroup\":\"GB-RED\"}"));
    }

    /** What was to be posted into a period while it was on hold is in error. */
    private static List<Request> resetJournals(JsonNode staging) {
        return Inquiry.each(staging.path("waiting"), "id", "code", "journal-error").stream()
                .map(journal ->
                        Request.post("/journals/" + journal + "/reset", "{}").orRefused("journal-posted"))
                .toList();
    }

    private static List<Step> bookkeeping(int first, int last) {
        List<Step> steps = new ArrayList<>(
                List.of(Request.post("/staging/import", "{\"company\":\"USMF\"}"), period("2026-01", "onHold")));
        for (int number = first; number <= last; number++) {
            String journal = "/journals/" + NumberRange.format("USMF-IJ-", number);
            steps.add(Inquiry.whether(
                    journal,
                    "draft",
                    draft -> List.of(
                            new Request(
                                            "DELETE",
                                            journal + "/lines/"
                                                    + draft.path("lines")
                                                            .path(0)
                                                            .path("actual")
                                                            .asText(),
                                            null,
                                            false,
                                            Set.of())
                                    .orRefused("line-posted", "not-found"),
                            Request.post(journal + "/post", "{}")
                                    .orRefused(
                                            "journal-posted",
                                            "journal-canceled",
                                            "journal-error",
                                            "original-unposted"))));
        }
        steps.add(period("2026-01", "open"));
        steps.add(Inquiry.at("/staging?company=USMF&limit=200", Further::resetJournals));
        steps.add(Inquiry.at(
                "/sync-errors",
                open -> Inquiry.each(open.path("syncErrors"), "error", "code", "batch-given-up").stream()
                        .map(error -> Request.post("/sync-errors/" + error + "/retry", "{}")
                                .orRefused("map-paused"))
                        .toList()));
        steps.add(Request.post("/sync-errors/retry", "{}"));
        return steps;
    }

    private static Request fees(int request) {
        return Work.approval(IntStream.range(request * FEES, (request + 1) * FEES)
                .mapToObj(number -> Work.transaction(
                        "ORD-1008", "FE" + number, "fee", "1", Work.money("10.00", "GBP"), "chargeable"))
                .toList());
    }
}
