package dev.fattura.contract;

import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.runtime.Body;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Reads the bodies of the three requests that change what stands in the billing backlog. */
final class MarkBody {

    private MarkBody() {}

    static MarkRequest mark(Contract.Id contract, Body body) {
        BacklogStatus status = body.coded("status", BacklogStatus.class);
        boolean chosen = body.has("entries");
        if (chosen && body.has("upTo")) {
            throw body.invalid("upTo", "must not be there together with \"entries\"");
        }
        List<UUID> entries = chosen ? body.uuids("entries", MarkBacklog.AT_ONCE) : List.of();
        LocalDate upTo = chosen ? null : body.date("upTo");
        String customer = chosen ? null : body.optionalText("customer").orElse(null);
        body.end();
        return new MarkRequest(contract, status, entries, upTo, customer);
    }

    static MarkRequest.Progress progress(Contract.Id contract, Body request) {
        if (request.coded("status", BacklogStatus.class) != BacklogStatus.READY_TO_INVOICE) {
            throw request.invalid(
                    "status", "must be readyToInvoice with \"progress\"; mark its milestone notReady afterwards");
        }
        Body body = request.object("progress");
        request.end();
        MarkRequest.Progress progress = new MarkRequest.Progress(
                contract,
                new ContractLine.Id(body.id("line")),
                body.id("milestone"),
                body.optionalText("name").orElse(""),
                body.percent("percent"),
                body.date("date"));
        if (progress.percent().isZero()) {
            throw body.invalid("percent", "must be above zero");
        }
        body.end();
        return progress;
    }

    /** The chosen entries; empty for all that were not within their limits. */
    static List<UUID> reevaluate(Body body) {
        List<UUID> entries = body.has("entries") ? body.uuids("entries", MarkBacklog.AT_ONCE) : List.of();
        body.end();
        return entries;
    }

    static List<UUID> reset(Body body) {
        List<UUID> entries = body.uuids("entries", MarkBacklog.AT_ONCE);
        body.end();
        return entries;
    }
}
