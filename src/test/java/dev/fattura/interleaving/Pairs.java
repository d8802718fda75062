package dev.fattura.interleaving;

import java.util.List;
import java.util.function.Consumer;

/** Pairs of whatever changes the same documents. */
final class Pairs {

    static final List<Pair> ALL = List.of(
            pair("approve and approve", Winery::recorded, approve("A", "TE-1", "4"), approve("B", "TE-1", "4")),
            pair(
                    "approve and approve otherwise",
                    Winery::recorded,
                    approve("A", "TE-1", "4"),
                    approve("B", "TE-1", "5")),
            pair("approve twice", Winery::recorded, approve("A", "TE-1", "4"), approve("A", "TE-1", "4")),
            pair("cancel and cancel", Winery::approved, cancel("A"), cancel("B")),
            pair("cancel and draft", Winery::approved, cancel("A"), draft("B", "INV-1")),
            pair("cancel and mark", Winery::approved, cancel("A"), mark("B", "notReady")),
            pair("draft and draft", Winery::approved, draft("A", "INV-1"), draft("B", "INV-2")),
            pair("draft and draft of one number", Winery::approved, draft("A", "INV-1"), draft("B", "INV-1")),
            pair("draft twice", Winery::approved, draft("A", "INV-1"), draft("A", "INV-1")),
            pair("draft and mark", Winery::approved, draft("A", "INV-1"), mark("B", "notReady")),
            pair("draft and approve", Winery::approved, draft("A", "INV-1"), approve("B", "TE-9", "1")),
            pair("mark and mark", Winery::approvedOnce, mark("A", "notReady"), mark("B", "readyToInvoice")),
            joining("confirm and confirm", Winery::drafted, confirm("A"), confirm("B")),
            pair("confirm twice", Winery::drafted, confirm("A"), confirm("A")),
            pair("confirm and delete", Winery::drafted, confirm("A"), delete("B")),
            pair("confirm and edit", Winery::drafted, confirm("A"), edit("B", "Agreed")),
            pair("confirm and refresh", Winery::draftedAndMore, confirm("A"), refresh("B")),
            joining("confirm and confirm all", Winery::drafted, confirm("A"), confirmAll("B")),
            joining("confirm all and confirm all", Winery::drafted, confirmAll("A"), confirmAll("B")),
            pair("confirm all twice", Winery::drafted, confirmAll("A"), confirmAll("A")),
            pair("delete and delete", Winery::drafted, delete("A"), delete("B")),
            pair("delete and edit", Winery::drafted, delete("A"), edit("B", "Agreed")),
            pair("delete and refresh", Winery::draftedAndMore, delete("A"), refresh("B")),
            pair("delete and sweep", Winery::drafted, delete("A"), Act.schedule("sweep")),
            pair("edit and edit", Winery::drafted, edit("A", "Agreed"), edit("B", "Not agreed")),
            pair("refresh and draft", Winery::draftedAndMore, refresh("A"), draft("B", "INV-2")),
            pair("refresh twice", Winery::draftedAndMore, refresh("A"), refresh("A")),
            pair("revise and revise", Winery::confirmed, revise("A", "INV-2"), revise("B", "INV-3")),
            pair("cross header twice", Winery::confirmed, Act.stream("sync-header"), Act.stream("sync-header")),
            pair("cross actuals twice", Winery::confirmed, Act.stream("sync-actuals"), Act.stream("sync-actuals")),
            pair("cross actuals and sweep", Winery::confirmed, Act.stream("sync-actuals"), Act.schedule("sweep")),
            pair("cross header and pause", Winery::confirmed, Act.stream("sync-header"), map("B", "invoices", "pause")),
            pair("import and import", Winery::crossed, importing("A"), importing("B")),
            pair("import and schedule", Winery::crossed, importing("A"), Act.schedule("import-staging")),
            pair("import and cross", Winery::headerCrossed, importing("A"), Act.stream("sync-actuals")),
            joining("post journal and post journal", Winery::journal, postJournal("A"), postJournal("B")),
            pair("post journal and schedule", Winery::journal, postJournal("A"), Act.schedule("post-journals")),
            pair("post journal and hold", Winery::journal, postJournal("A"), hold("B")),
            joining("post proposal and post proposal", Winery::proposal, postProposal("A"), postProposal("B")),
            pair("post proposal and schedule", Winery::proposal, postProposal("A"), Act.schedule("post-proposals")),
            pair("post proposal and edit", Winery::proposal, postProposal("A"), editProposal("B")),
            pair("post proposal and delete lines", Winery::proposal, postProposal("A"), deleteLines("B")),
            pair("post proposal and hold", Winery::proposal, postProposal("A"), hold("B")),
            pair("delete lines and import", Winery::proposal, deleteLines("A"), importing("B")),
            pair("write back twice", Winery::posted, Act.stream("write-back"), Act.stream("write-back")),
            pair("write back and sweep", Winery::posted, Act.stream("write-back"), Act.schedule("sweep")),
            pair("write back and revise", Winery::posted, Act.stream("write-back"), revise("B", "INV-2")));

    private Pairs() {}

    private static Pair pair(String name, Consumer<Winery> before, Act one, Act other) {
        return new Pair(name, before, List.of(one, other), false);
    }

    private static Pair joining(String name, Consumer<Winery> before, Act one, Act other) {
        return new Pair(name, before, List.of(one, other), true);
    }

    private static Act approve(String key, String transaction, String hours) {
        return Act.request(key, "POST", "/approvals", Winery.approval(transaction, hours));
    }

    private static Act cancel(String key) {
        return Act.request(key, "POST", "/approvals/TE-1/cancel", "{\"accountingDate\":\"2026-01-31\"}");
    }

    private static Act mark(String key, String status) {
        return Act.request(
                key,
                "POST",
                "/contracts/ORD-1001/backlog/mark",
                "{\"status\":\"" + status + "\",\"upTo\":\"2026-01-31\"}");
    }

    private static Act draft(String key, String invoice) {
        return Act.request(key, "POST", "/invoices", Winery.draft(invoice));
    }

    private static Act confirm(String key) {
        return Act.matching(key, "POST", "/invoices/INV-1/confirm", Winery.CONFIRMATION);
    }

    private static Act confirmAll(String key) {
        return Act.request(
                key,
                "POST",
                "/invoices/confirm",
                "{\"invoices\":[{\"invoice\":\"INV-1\"}],\"accountingDate\":\"2026-01-31\"}");
    }

    private static Act delete(String key) {
        return Act.matching(key, "DELETE", "/invoices/INV-1", null);
    }

    private static Act edit(String key, String description) {
        return Act.matching(key, "PATCH", "/invoices/INV-1", "{\"description\":\"" + description + "\"}");
    }

    private static Act refresh(String key) {
        return Act.matching(key, "POST", "/invoices/INV-1/refresh", "{\"upTo\":\"2026-01-31\"}");
    }

    private static Act revise(String key, String invoice) {
        return Act.request(
                key,
                "POST",
                "/invoices/INV-1/revise",
                "{\"invoice\":\"" + invoice + "\",\"invoiceDate\":\"2026-01-31\"}");
    }

    private static Act map(String key, String map, String what) {
        return Act.request(key, "POST", "/maps/" + map + "/" + what, null);
    }

    private static Act importing(String key) {
        return Act.request(key, "POST", "/staging/import", "{\"company\":\"USMF\"}");
    }

    private static Act postJournal(String key) {
        return Act.request(key, "POST", "/journals/USMF-IJ-000001/post", "{}");
    }

    private static Act hold(String key) {
        return Act.request(key, "PUT", "/companies/USMF/fiscal-periods/2026-01", "{\"status\":\"onHold\"}");
    }

    private static Act postProposal(String key) {
        return Act.request(key, "POST", "/proposals/INV-1/post", "{}");
    }

    private static Act editProposal(String key) {
        return Act.matching(key, "PATCH", "/proposals/INV-1", "{\"text\":\"With thanks.\"}");
    }

    private static Act deleteLines(String key) {
        return Act.matching(key, "DELETE", "/proposals/INV-1/lines", null);
    }
}
