package dev.fattura.staging;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.runtime.Body;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Finance;
import dev.fattura.store.Table;
import dev.fattura.watch.LogContext;
import dev.fattura.watch.Metric;
import dev.fattura.watch.Metrics;
import io.quarkus.funqy.Funq;
import java.util.Map;

/** Import from staging: on schedule for all companies, by {@code POST /staging/import} for one company or one proposal. */
public class ImportStagingFunction {

    private final Table finance;
    private final ImportStaging staging;
    private final Metrics metrics;

    public ImportStagingFunction(Finance finance, Metrics metrics) {
        this.finance = finance.table();
        this.staging = new ImportStaging(finance.table());
        this.metrics = metrics;
    }

    @Funq("import-staging")
    public HttpReply importStaging(Invocation invocation) {
        if (invocation.scheduled()) {
            return Http.answer(invocation, schedule -> Reply.ok(ImportReportJson.of(all())));
        }
        return Http.command(
                invocation, finance, (request, command) -> Reply.ok(ImportReportJson.of(done(importNamed(request)))));
    }

    /** Only a run over all companies knows how much waits. */
    private ImportReport all() {
        ImportReport report = done(staging.all());
        metrics.levels(Metric.IMPORT_WAITING, report.waitingByCause());
        metrics.level(
                Metric.CONTROL_TOTAL_MISMATCHES,
                report.waitingByCause().getOrDefault(WaitingReason.ROWS_MISMATCHED.code(), 0L));
        return report;
    }

    private ImportReport done(ImportReport report) {
        metrics.done(Metric.JOURNALS_IMPORTED, report.journals().size());
        metrics.done(Metric.PROPOSALS_IMPORTED, report.proposals().size());
        return report;
    }

    private ImportReport importNamed(Request request) {
        Body body = request.body();
        if (body.has("company") && body.has("proposal")) {
            throw new Refused(
                    RefusalCode.MEMBER_INVALID, "Name a company or a proposal, not both.", body.pointer("proposal"));
        }
        if (body.has("proposal")) {
            Invoice.Id proposal = new Invoice.Id(body.id("proposal"));
            body.end();
            return LogContext.within(Map.of("proposal", proposal.value()), () -> staging.proposal(proposal));
        }
        Company.Id company = new Company.Id(body.id("company"));
        body.end();
        return LogContext.within(Map.of("company", company.value()), () -> staging.company(company));
    }
}
