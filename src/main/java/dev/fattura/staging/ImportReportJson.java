package dev.fattura.staging;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.LineTotals;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.WaitingJson;

/** The report of an import as the answer shows it. */
final class ImportReportJson {

    private ImportReportJson() {}

    static ObjectNode of(ImportReport report) {
        ObjectNode json = Json.object();
        json.set("journals", Json.array(report.journals(), ImportReportJson::journal));
        json.set("proposals", Json.array(report.proposals(), ImportReportJson::proposal));
        ArrayNode waiting = Json.array(report.waiting(), WaitingJson::of);
        report.failed().forEach(company -> waiting.add(failed(company)));
        json.set("waiting", waiting);
        json.put("waitingCount", report.waitingCount() + report.failed().size());
        return json;
    }

    private static ObjectNode journal(Journal journal) {
        return Json.object()
                .put("journal", journal.number().value())
                .put("period", journal.period())
                .put("lines", journal.plan().size());
    }

    private static ObjectNode proposal(Proposal proposal) {
        ObjectNode json = Json.object().put("proposal", proposal.id().value());
        LineTotals totals = proposal.lineTotals();
        if (totals != null) {
            json.put("lines", totals.count()).set("amount", Json.money(totals.charged()));
        }
        return json;
    }

    private static ObjectNode failed(Company.Id company) {
        return Json.object()
                .put("company", company.value())
                .put("code", WaitingReason.FAILED.code())
                .put("cause", "Its journals could not be formed.")
                .put("remedy", WaitingReason.FAILED.remedy());
    }
}
