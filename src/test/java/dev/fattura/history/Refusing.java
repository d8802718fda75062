package dev.fattura.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The provocations that need to know how things stand. */
final class Refusing {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Refusing() {}

    static Call wrongCurrency(Play play) {
        Model.Agreed contract = play.any(play.model.contracts);
        return Provocations.approval(play, transaction -> {
            transaction.put("contract", contract.id()).put("line", "1").put("project", "PRJ-" + contract.company());
            transaction.put("class", "time");
            transaction.set("costPrice", Json.money("1", "USD"));
            transaction.set("salesPrice", Json.money("1", "CHF"));
        });
    }

    static Call wrongCompany(Play play) {
        ObjectNode body = Json.object()
                .put("company", "USMF")
                .put("name", "Of two companies")
                .put("customer", "CUST-1")
                .put("currency", "EUR");
        body.putArray("lines")
                .addObject()
                .put("line", "1")
                .put("name", "Work")
                .put("billingMethod", "timeAndMaterial")
                .put("project", "PRJ-GBMF");
        return Call.of("PUT", "/contracts/ORD-WRONG", body);
    }

    static boolean hasBacklog(Play play) {
        return work(play).isPresent();
    }

    static boolean hasStrangeBacklog(Play play) {
        return play.model.contracts.size() > 1 && hasBacklog(play);
    }

    static Call wrongContract(Play play) {
        JsonNode entry = work(play).orElseThrow();
        Model.Agreed other = play.model.contracts.stream()
                .filter(contract -> !contract.id().equals(entry.path("contract").asText()))
                .findFirst()
                .orElseThrow();
        return draft(other.id(), other.customers().get(0), entry, false);
    }

    static Call lineEdited(Play play) {
        JsonNode entry = work(play).orElseThrow();
        return draft(entry.path("contract").asText(), entry.path("customer").asText(), entry, true);
    }

    private static Call draft(String contract, String customer, JsonNode entry, boolean edited) {
        ObjectNode body = Json.object()
                .put("contract", contract)
                .put("customer", customer)
                .put("invoiceDate", Dice.LAST);
        ObjectNode line = body.putArray("lines").addObject();
        line.put("unbilledSales", entry.path("unbilledSales").asText());
        if (edited) {
            line.put("quantity", "4711.11");
        }
        return Call.of("POST", "/invoices", body);
    }

    /** Some work in the backlog of any contract, with its contract; straight from the answers. */
    private static Optional<JsonNode> work(Play play) {
        for (Model.Agreed contract : play.model.contracts) {
            for (JsonNode entry :
                    Drafting.ready(play, contract, contract.customers().get(0))) {
                if (entry.has("unbilledSales")) {
                    ((ObjectNode) entry).put("contract", contract.id());
                    return Optional.of(entry);
                }
            }
        }
        return Optional.empty();
    }

    static Call wrongLine(Play play) {
        return Provocations.approval(play, transaction -> transaction.put("project", other(transaction)));
    }

    private static String other(ObjectNode transaction) {
        return transaction.path("project").asText().equals("PRJ-USMF") ? "PRJ-GBMF" : "PRJ-USMF";
    }

    static boolean hasNotReady(Play play) {
        return !notReadyLines(play).isEmpty();
    }

    static Call notReady(Play play) {
        return play.any(notReadyLines(play));
    }

    private static List<Call> notReadyLines(Play play) {
        List<Call> calls = new ArrayList<>();
        for (Model.Agreed contract : play.model.contracts) {
            for (JsonNode entry : Drafting.backlog(play, contract)) {
                if (entry.path("status").asText().equals("notReady")) {
                    ObjectNode body = Json.object()
                            .put("contract", contract.id())
                            .put("customer", entry.path("customer").asText())
                            .put("invoiceDate", Dice.LAST);
                    body.putArray("lines").add(Drafting.chosen(play, entry));
                    calls.add(Call.of("POST", "/invoices", body));
                }
            }
        }
        return calls;
    }

    static Call duplicateLine(Play play) {
        ObjectNode transaction = Recording.transaction(play, play.any(play.model.contracts));
        ObjectNode body = Json.object();
        body.putArray("transactions").add(transaction).add(transaction);
        return Call.of("POST", "/approvals", body);
    }

    static Call nothingToInvoice(Play play) {
        ObjectNode body = Json.object()
                .put("contract", play.any(play.model.contracts).id())
                .put("invoiceDate", Dice.LAST);
        body.putObject("fromBacklog").put("upTo", "2025-11-30");
        return Call.of("POST", "/invoices", body);
    }

    static Call laterThanInvoice(Play play) {
        ObjectNode body = Json.object()
                .put("contract", play.any(play.model.contracts).id())
                .put("invoiceDate", "2026-01-30");
        body.putObject("fromBacklog").put("upTo", Dice.LAST);
        return Call.of("POST", "/invoices", body);
    }

    static Call accountMissing(Play play) {
        ObjectNode body = Json.object().put("accountingCurrency", "USD").put("periodUnit", "months");
        Recording.accounts(body.putObject("accounts"));
        ((ObjectNode) body.path("accounts")).remove("offset");
        return Call.of("PUT", "/companies/" + play.any(List.of("USMF", "NEWCO")), body);
    }

    static boolean hasKey(Play play) {
        return play.kept().stream().anyMatch(kept -> kept.answer().status() < 300);
    }

    static Call keyReused(Play play) {
        Play.Kept kept = play.any(play.kept().stream()
                .filter(candidate -> candidate.answer().status() < 300)
                .toList());
        Call call = kept.call();
        return new Call(call.method(), call.path(), "{\"another\":\"body\"}", call.headers());
    }

    static Call alreadyRecorded(Play play) {
        Call recorded = play.any(play.model.contracts).recorded();
        return new Call(
                recorded.method(), recorded.path(), recorded.body().replace("Contract ORD", "Other ORD"), List.of());
    }

    static Call alreadyApproved(Play play) {
        Call approved = play.any(play.model.approvals);
        ArrayNode transactions = (ArrayNode) read(approved.body()).path("transactions");
        ((ObjectNode) transactions.get(play.random.nextInt(transactions.size()))).put("description", "Another one");
        ObjectNode body = Json.object();
        body.set("transactions", transactions);
        return Call.of("POST", "/approvals", body);
    }

    static boolean hasDraftedWork(Play play) {
        return !draftedWork(play).isEmpty();
    }

    static Call alreadyOnInvoice(Play play) {
        return play.any(draftedWork(play));
    }

    private static List<Call> draftedWork(Play play) {
        List<Call> calls = new ArrayList<>();
        List<Model.Draft> invoices = new ArrayList<>(play.model.drafts);
        invoices.addAll(play.model.confirmed);
        for (Model.Draft invoice : invoices) {
            for (JsonNode line : play.ask("/invoices/" + invoice.id()).body().path("lines")) {
                if (line.has("unbilledSales")) {
                    calls.add(draft(invoice.contract().id(), invoice.customer(), line, false));
                }
            }
        }
        return calls;
    }

    static boolean hasWaitingProposal(Play play) {
        return !waitingProposals(play).isEmpty();
    }

    static Call proposalNotReady(Play play) {
        return Call.of("POST", "/proposals/" + play.any(waitingProposals(play)) + "/post");
    }

    private static List<String> waitingProposals(Play play) {
        List<String> waiting = new ArrayList<>();
        for (Model.Draft invoice : play.model.confirmed) {
            var proposal = play.world.call("GET", "/proposals/" + invoice.id(), null);
            if (proposal.status() == 200 && proposal.at("/status").equals("awaitingLines")) {
                waiting.add(invoice.id());
            }
        }
        return waiting;
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
