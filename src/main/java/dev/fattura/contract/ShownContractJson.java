package dev.fattura.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.CustomerSplit;
import dev.fattura.ledger.InvoiceRun;
import dev.fattura.ledger.InvoiceSchedule;
import dev.fattura.ledger.Limit;
import dev.fattura.runtime.Json;
import java.util.List;
import java.util.Objects;

/** A contract as it stands: as it is recorded, and what has become of it. */
final class ShownContractJson {

    private ShownContractJson() {}

    static ObjectNode of(ShowContract.Shown shown) {
        Contract contract = shown.recorded().contract();
        ObjectNode json = ContractJson.header(contract);
        json.set("lines", Json.array(shown.recorded().lines(), line -> line(contract, line, shown)));
        if (!shown.limits().isEmpty()) {
            json.set("limits", Json.array(shown.limits(), ShownContractJson::limit));
        }
        if (!shown.runs().isEmpty() || shown.next() != null) {
            json.set("invoiceRuns", Json.array(shown.runs(), ShownContractJson::run));
        }
        if (shown.next() != null) {
            json.withArray("/invoiceRuns")
                    .add(Json.object()
                            .put("runDate", shown.next().runDate().toString())
                            .put(
                                    "cutOff",
                                    InvoiceSchedule.cutOff(shown.next().runDate())
                                            .toString())
                            .put("status", InvoiceRun.Status.NOT_RUN.code()));
        }
        return json;
    }

    private static ObjectNode line(Contract contract, ContractLine line, ShowContract.Shown shown) {
        ObjectNode json = ContractJson.line(line);
        if (!line.milestones().isEmpty()) {
            json.set(
                    "milestones",
                    Json.array(line.milestones(), each -> milestone(each, parts(contract, line, each, shown))));
        }
        ContractLine.Product product = line.product();
        if (product != null) {
            Billable billable = Billable.product(contract.id(), line.id(), product.id());
            addStatus(json, Objects.requireNonNull(shown.sold().get(billable.id())));
        }
        if (line.progressBased()) {
            json.set(
                    "progress",
                    progress(SoldStatusDecider.progress(
                            line,
                            line.progress().stream()
                                    .map(each -> parts(contract, line, each, shown))
                                    .toList())));
        }
        return json;
    }

    /** Of one customer its own status; of several the status of the whole, and each part's. */
    private static ObjectNode milestone(ContractLine.Milestone milestone, List<SoldStatus> parts) {
        ObjectNode json = ContractJson.milestone(milestone);
        if (parts.size() == 1) {
            addStatus(json, parts.get(0));
            return json;
        }
        json.put("status", SoldStatusDecider.whole(parts).code());
        json.set("parts", Json.array(parts, part -> {
            ObjectNode share = Json.object().put("customer", part.customer());
            share.set("amount", Json.money(part.amount()));
            addStatus(share, part);
            return share;
        }));
        return json;
    }

    private static void addStatus(ObjectNode json, SoldStatus sold) {
        json.put("status", sold.step().code());
        if (sold.invoice() != null) {
            json.put("invoice", sold.invoice().value());
        }
    }

    private static ObjectNode progress(SoldStatusDecider.Progress progress) {
        ObjectNode json = Json.object()
                .put("status", progress.whole().code())
                .put("nextInvoiceStatus", progress.nextInvoice().code());
        json.set("invoicedToDate", Json.money(progress.invoiced()));
        json.put("percentInvoicedToDate", progress.percent().toString());
        json.set("remaining", Json.money(progress.remaining()));
        return json;
    }

    private static List<SoldStatus> parts(
            Contract contract, ContractLine line, ContractLine.Milestone milestone, ShowContract.Shown shown) {
        return CustomerSplit.of(contract, line).parts(line, milestone).stream()
                .map(part ->
                        Objects.requireNonNull(shown.sold().get(part.billable().id())))
                .toList();
    }

    private static ObjectNode limit(Limit limit) {
        ObjectNode json = Json.object().put("level", limit.level().code());
        if (limit.line() != null) {
            json.put("line", limit.line().value());
        }
        if (limit.customer() != null) {
            json.put("customer", limit.customer());
        }
        json.set("notToExceed", Json.money(limit.most()));
        json.set("used", Json.money(limit.used()));
        return json;
    }

    private static ObjectNode run(InvoiceRun run) {
        ObjectNode json = Json.object()
                .put("runDate", run.runDate().toString())
                .put("cutOff", InvoiceSchedule.cutOff(run.runDate()).toString())
                .put("customer", run.customer())
                .put("status", run.status().code());
        if (run.invoice() != null) {
            json.put("invoice", run.invoice().value());
        }
        return run.cause() == null ? json : json.put("cause", run.cause());
    }
}
