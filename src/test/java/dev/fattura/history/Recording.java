package dev.fattura.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What is recorded before anything is billed: companies, projects, exchange rates, contracts, approved transactions. */
final class Recording {

    static final List<String> COMPANIES = List.of("USMF", "GBMF");
    private static final List<String> CURRENCIES = List.of("GBP", "EUR", "USD", "JPY", "KWD");

    private Recording() {}

    static void companies(Play play) {
        company(play, "USMF", "USD", "months", play.any(List.of(2, 200)), "profitAndLoss");
        company(play, "GBMF", "GBP", play.any(List.of("days", "years", "all")), 3, "balance");
        for (String company : COMPANIES) {
            String project = "{\"company\":\"" + company + "\",\"name\":\"Cellar works\"}";
            play.command(Call.of("PUT", "/projects/PRJ-" + company, project));
        }
        rate(play, "USMF", "GBP", "2025-12-01", "1.25");
        rate(play, "USMF", "EUR", "2025-12-20", "1.0833333333");
        rate(play, "USMF", "JPY", "2025-12-01", "0.0066666667");
        rate(play, "USMF", "KWD", "2025-12-01", "3.2511");
        rate(play, "GBMF", "USD", "2025-12-01", "0.7999");
        rate(play, "GBMF", "EUR", "2025-12-01", "0.85");
        rate(play, "GBMF", "EUR", "2026-01-10", "0.8666666667");
        rate(play, "GBMF", "JPY", "2025-12-01", "0.0052");
        rate(play, "GBMF", "KWD", "2026-01-01", "2.61");
    }

    private static void company(
            Play play, String id, String currency, String periodUnit, int journalLines, String onAccount) {
        ObjectNode body = company(currency, periodUnit, journalLines, onAccount);
        play.command(Call.of("PUT", "/companies/" + id, body));
    }

    static ObjectNode company(String currency, String periodUnit, int journalLines, String onAccount) {
        ObjectNode body = Json.object()
                .put("accountingCurrency", currency)
                .put("periodUnit", periodUnit)
                .put("journalLineLimit", journalLines)
                .put("onAccountInvoicing", onAccount);
        accounts(body.putObject("accounts"));
        body.putObject("salesTaxGroups").put("STD", "20").put("ODD", "7.125").put("NONE", "0");
        return body;
    }

    static void accounts(ObjectNode accounts) {
        accounts.put("payrollAllocation", "600300").put("cost", "540100").put("offset", "600400");
        accounts.put("wipSalesValue", "161300").put("accruedRevenueSalesValue", "420200");
        accounts.put("invoicedRevenue", "411100").put("invoicedRevenueOnAccount", "411200");
        accounts.put("wipInvoicedOnAccount", "161400").put("customerBalance", "130100");
        accounts.put("salesTax", "222200").put("roundingDifference", "618170");
    }

    static void rate(Play play, String company, String currency, String date, String rate) {
        play.command(
                Call.of(
                        "PUT",
                        "/companies/" + company + "/exchange-rates/" + currency + "/" + date,
                        Json.object().put("rate", rate)),
                "already-recorded",
                "wrong-currency");
    }

    /** A rate that may be earlier than what was there, so that what waited for it goes on. */
    static void anyRate(Play play) {
        String currency = play.any(List.of("GBP", "EUR", "USD", "JPY", "KWD"));
        rate(play, play.any(COMPANIES), currency, Dice.date(play), play.any(List.of("0.5", "1.1", "1.3333333333")));
    }

    static void contract(Play play) {
        String id = "ORD-" + (1001 + play.model.contracts.size());
        String company = play.any(COMPANIES);
        String currency = play.any(CURRENCIES);
        ObjectNode body = Json.object()
                .put("company", company)
                .put("name", "Contract " + id)
                .put("currency", currency);
        List<String> customers = customers(play, body);
        if (play.oneIn(4)) {
            body.set("notToExceed", Json.money(Dice.amount(play, currency), currency));
        }
        if (play.oneIn(2)) {
            body.put("fixedExchangeRate", play.any(List.of("1.25", "1.3333333333", "0.007", "1")));
        }
        if (play.oneIn(2)) {
            // The company knows no group UNKNOWN: such proposals wait for good.
            body.put("salesTaxGroup", play.oneIn(8) ? "UNKNOWN" : play.any(List.of("STD", "ODD", "NONE")));
        }
        List<Model.Line> lines = new ArrayList<>();
        ArrayNode json = body.putArray("lines");
        lines.add(workLine(json, "1", "timeAndMaterial", company));
        for (int line = 2; line <= 1 + play.upTo(3); line++) {
            lines.add(line(play, json, Integer.toString(line), company, currency));
        }
        Call call = Call.of("PUT", "/contracts/" + id, body);
        play.command(call);
        play.model.contracts.add(new Model.Agreed(id, company, currency, customers, lines, call));
    }

    /** One, or two who share by halves or thirds. */
    private static List<String> customers(Play play, ObjectNode body) {
        if (!play.oneIn(3)) {
            body.put("customer", "CUST-1");
            return List.of("CUST-1");
        }
        boolean halves = play.oneIn(2);
        boolean first = play.oneIn(2);
        ArrayNode customers = body.putArray("customers");
        customers
                .addObject()
                .put("customer", "CUST-1")
                .put("split", halves ? "50" : "33.3333")
                .put("rounding", first);
        customers
                .addObject()
                .put("customer", "CUST-2")
                .put("split", halves ? "50" : "66.6667")
                .put("rounding", !first)
                .put("termsOfPayment", "net30");
        return List.of("CUST-1", "CUST-2");
    }

    private static Model.Line line(Play play, ArrayNode json, String id, String company, String currency) {
        return switch (play.random.nextInt(3)) {
            case 0 -> workLine(json, id, "timeAndMaterial", company);
            case 1 -> fixedPrice(play, json, id, company, currency);
            default -> product(play, json, id, currency);
        };
    }

    private static Model.Line workLine(ArrayNode json, String id, String method, String company) {
        json.addObject()
                .put("line", id)
                .put("name", "Work")
                .put("billingMethod", method)
                .put("project", "PRJ-" + company);
        return new Model.Line(id, method, "PRJ-" + company, List.of(), List.of());
    }

    private static Model.Line fixedPrice(Play play, ArrayNode json, String id, String company, String currency) {
        ArrayNode milestones = json.addObject()
                .put("line", id)
                .put("name", "Design")
                .put("billingMethod", "fixedPrice")
                .put("project", "PRJ-" + company)
                .putArray("milestones");
        List<String> ready = new ArrayList<>();
        List<String> notReady = new ArrayList<>();
        for (int number = 1; number <= play.upTo(3); number++) {
            boolean isReady = !play.oneIn(4);
            String milestone = "M" + number;
            ObjectNode added =
                    milestones.addObject().put("milestone", milestone).put("name", "Phase " + number);
            added.set("amount", Json.money(Dice.amount(play, currency), currency));
            added.put("date", Dice.date(play)).put("status", isReady ? "readyToInvoice" : "notReady");
            (isReady ? ready : notReady).add(milestone);
        }
        return new Model.Line(id, "fixedPrice", "PRJ-" + company, ready, notReady);
    }

    private static Model.Line product(Play play, ArrayNode json, String id, String currency) {
        boolean isReady = !play.oneIn(4);
        ObjectNode added = json.addObject()
                .put("line", id)
                .put("name", "Sensors")
                .put("billingMethod", "product")
                .put("product", "SENSOR-" + id)
                .put("quantity", Dice.quantity(play));
        added.set("price", Json.money(Dice.price(play), currency));
        added.put("date", Dice.date(play)).put("status", isReady ? "readyToInvoice" : "notReady");
        List<String> sensor = List.of("SENSOR-" + id);
        return new Model.Line(id, "product", null, isReady ? sensor : List.of(), isReady ? List.of() : sensor);
    }

    static void approve(Play play) {
        ArrayNode transactions = Json.array();
        for (int count = play.upTo(6); count > 0; count--) {
            transactions.add(transaction(play, play.any(play.model.contracts)));
        }
        ObjectNode body = Json.object();
        body.set("transactions", transactions);
        Call call = Call.of("POST", "/approvals", body);
        play.command(call);
        play.model.approvals.add(call);
    }

    static ObjectNode transaction(Play play, Model.Agreed contract) {
        List<Model.Line> lines = contract.lines().stream()
                .filter(candidate -> !candidate.method().equals("product"))
                .toList();
        Model.Line line = play.oneIn(4) ? play.any(lines) : contract.lines().get(0);
        boolean fixedPrice = line.method().equals("fixedPrice");
        String kind = play.any(fixedPrice ? List.of("time", "expense", "material") : Dice.CLASSES);
        ObjectNode transaction = Json.object()
                .put("transaction", "TX-" + ++play.model.transactions)
                .put("class", kind)
                .put("contract", contract.id())
                .put("line", line.id())
                .put("project", line.project())
                .put("date", Dice.date(play))
                .put("quantity", Dice.quantity(play))
                .put("unit", kind.equals("time") ? "hour" : "each")
                .put("billingType", play.any(Dice.BILLING_TYPES));
        if (!kind.equals("fee")) {
            transaction.set("costPrice", Json.money(Dice.price(play), play.any(List.of("USD", "GBP", "EUR"))));
        }
        if (!fixedPrice) {
            transaction.set("salesPrice", Json.money(Dice.price(play), contract.currency()));
        }
        return transaction;
    }

    /** The same batch again, without a key: it is the same approval. */
    static void approveAgain(Play play) {
        play.command(play.any(play.model.approvals));
    }

    /** The same contract again changes nothing. */
    static void contractAgain(Play play) {
        play.command(play.any(play.model.contracts).recorded());
    }
}
