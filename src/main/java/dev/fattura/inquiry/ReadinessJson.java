package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.inquiry.ReadinessInquiry.Readiness;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.runtime.Json;
import java.util.Objects;

/** The answer to "why not ready": one sentence first, then each row. */
final class ReadinessJson {

    private ReadinessJson() {}

    static ObjectNode of(Readiness readiness) {
        ControlTotals sealed = Objects.requireNonNull(readiness.invoice().controlTotals());
        ObjectNode json = Json.object()
                .put("proposal", readiness.invoice().id().value())
                .put("status", status(readiness))
                .put("ready", readiness.hasLines())
                .put("summary", summary(readiness, sealed.billedSales().count()))
                .put("wanted", sealed.billedSales().count())
                .put("staged", readiness.staged())
                .put("posted", readiness.posted());
        json.set("amount", Json.money(sealed.charged()));
        if (readiness.waiting() != null) {
            json.set("waiting", waiting(readiness));
        }
        json.set("rows", Json.array(readiness.problems(), ReadinessJson::row));
        return json.put("moreRows", readiness.unnamed());
    }

    private static String status(Readiness readiness) {
        Proposal proposal = readiness.proposal();
        return proposal == null ? "headerMissing" : proposal.status().code();
    }

    private static String summary(Readiness readiness, long wanted) {
        String id = "Proposal " + readiness.invoice().id();
        Proposal proposal = readiness.proposal();
        if (proposal == null) {
            return id + " waits: its header has not crossed to finance; the sweep carries what the stream lost.";
        }
        if (readiness.hasLines()) {
            return id + " has its " + wanted + (wanted == 1 ? " line" : " lines") + " and is "
                    + proposal.status().code() + "." + zero(readiness)
                    + (readiness.waiting() == null
                            ? ""
                            : " It waits: " + readiness.waiting().cause());
        }
        long missing = wanted - readiness.staged();
        long unposted = wanted - readiness.posted();
        if (missing > 0 || unposted > 0) {
            return id + " waits: " + missing + " of " + wanted
                    + " billed sales rows have not crossed; the unbilled sales of " + unposted + " are not posted.";
        }
        return readiness.waiting() == null
                ? id + " waits for the next import: all " + wanted + " rows are there and posted."
                : id + " waits: " + readiness.waiting().cause();
    }

    private static String zero(Readiness readiness) {
        ControlTotals sealed = Objects.requireNonNull(readiness.invoice().controlTotals());
        return sealed.charged().isZero() ? " Its amount is zero because nothing on it is charged." : "";
    }

    private static ObjectNode waiting(Readiness readiness) {
        var work = Objects.requireNonNull(readiness.waiting());
        ObjectNode json = Json.object().put("code", work.code()).put("cause", work.cause());
        Coded.find(WaitingReason.class, String.valueOf(work.code()))
                .ifPresent(reason -> json.put("remedy", reason.remedy()));
        return json;
    }

    private static ObjectNode row(RowProblem problem) {
        ObjectNode json = Json.object()
                .put("actual", problem.actual().id().toString())
                .put("class", problem.actual().transactionClass().code());
        json.set("amount", Json.money(problem.actual().amount()));
        return json.put("code", problem.code()).put("cause", problem.cause()).put("remedy", problem.remedy());
    }
}
