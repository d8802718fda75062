package dev.fattura.support;

import dev.fattura.actuals.SyncActualsFunction;
import dev.fattura.contract.ApproveTransactionsFunction;
import dev.fattura.contract.CancelApprovalFunction;
import dev.fattura.contract.MarkBacklogFunction;
import dev.fattura.contract.RecordContractFunction;
import dev.fattura.contract.RecordProjectFunction;
import dev.fattura.contract.ShowContractFunction;
import dev.fattura.header.SyncHeaderFunction;
import dev.fattura.inquiry.ListActualsFunction;
import dev.fattura.inquiry.ListBacklogFunction;
import dev.fattura.inquiry.ListRetainersFunction;
import dev.fattura.inquiry.ListWaitingFunction;
import dev.fattura.inquiry.ReconcileAccruedRevenueFunction;
import dev.fattura.inquiry.ReconcileFunction;
import dev.fattura.inquiry.ShowInvoiceFunction;
import dev.fattura.inquiry.ShowJournalFunction;
import dev.fattura.inquiry.ShowLineageFunction;
import dev.fattura.inquiry.ShowProposalFunction;
import dev.fattura.inquiry.ShowReadinessFunction;
import dev.fattura.maps.TableMaps;
import dev.fattura.posting.EditProposalFunction;
import dev.fattura.posting.PostJournalsFunction;
import dev.fattura.posting.PostProposalsFunction;
import dev.fattura.print.PrintInvoiceFunction;
import dev.fattura.proforma.ConfirmInvoiceFunction;
import dev.fattura.proforma.ConfirmInvoicesFunction;
import dev.fattura.proforma.DraftInvoiceFunction;
import dev.fattura.proforma.DraftScheduledFunction;
import dev.fattura.proforma.EditInvoiceFunction;
import dev.fattura.proforma.EditLinesFunction;
import dev.fattura.proforma.FinishInvoicesFunction;
import dev.fattura.proforma.PreviewInvoiceFunction;
import dev.fattura.proforma.RecordRetainerFunction;
import dev.fattura.proforma.RefundRetainerFunction;
import dev.fattura.proforma.ReviseInvoiceFunction;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.StreamBatch;
import dev.fattura.runtime.StreamReply;
import dev.fattura.staging.EditJournalFunction;
import dev.fattura.staging.ImportStagingFunction;
import dev.fattura.staging.RecordCompanyFunction;
import dev.fattura.staging.RecordExchangeRateFunction;
import dev.fattura.staging.RecordFiscalPeriodFunction;
import dev.fattura.staging.RecordSalesTaxFunction;
import dev.fattura.staging.RefuseProposalFunction;
import dev.fattura.staging.ShowCompanyFunction;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.sweep.ControlMapsFunction;
import dev.fattura.sweep.SweepFunction;
import dev.fattura.sweep.SyncErrorsFunction;
import dev.fattura.watch.Metrics;
import dev.fattura.writeback.WriteBackFunction;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Every function by the name under which it is deployed. */
final class WorldFunctions {

    private static final TableMaps MAPS = TableMaps.load();

    private final Map<String, Function<Invocation, HttpReply>> http = new HashMap<>();
    private final Map<String, Function<StreamBatch, StreamReply>> streams = new HashMap<>();

    WorldFunctions(Office office, Finance finance, Clock clock) {
        this(office, finance, clock, function -> Metrics.NONE);
    }

    /** @param metrics of the function of that name */
    WorldFunctions(Office office, Finance finance, Clock clock, Function<String, Metrics> metrics) {
        http.put("record-contract", new RecordContractFunction(office)::recordContract);
        http.put("show-contract", new ShowContractFunction(office)::showContract);
        http.put("mark-backlog", new MarkBacklogFunction(office)::markBacklog);
        http.put("cancel-approval", new CancelApprovalFunction(office, clock)::cancelApproval);
        http.put("draft-scheduled", new DraftScheduledFunction(office, clock)::draftScheduled);
        http.put("record-project", new RecordProjectFunction(office)::recordProject);
        http.put("approve-transactions", new ApproveTransactionsFunction(office)::approveTransactions);
        http.put("draft-invoice", new DraftInvoiceFunction(office)::draftInvoice);
        http.put("edit-invoice", new EditInvoiceFunction(office)::editInvoice);
        http.put("edit-lines", new EditLinesFunction(office)::editLines);
        http.put("preview-invoice", new PreviewInvoiceFunction(office, clock)::previewInvoice);
        http.put(
                "confirm-invoices",
                new ConfirmInvoicesFunction(office, clock, metrics.apply("confirm-invoices"))::confirmInvoices);
        http.put(
                "finish-invoices",
                new FinishInvoicesFunction(office, clock, metrics.apply("finish-invoices"))::finishInvoices);
        http.put(
                "confirm-invoice",
                new ConfirmInvoiceFunction(office, clock, metrics.apply("confirm-invoice"))::confirmInvoice);
        http.put("revise-invoice", new ReviseInvoiceFunction(office)::reviseInvoice);
        http.put("record-retainer", new RecordRetainerFunction(office)::recordRetainer);
        http.put("refund-retainer", new RefundRetainerFunction(office)::refundRetainer);
        http.put("record-company", new RecordCompanyFunction(finance)::recordCompany);
        http.put("show-company", new ShowCompanyFunction(finance)::showCompany);
        http.put("record-fiscal-period", new RecordFiscalPeriodFunction(finance)::recordFiscalPeriod);
        http.put("record-sales-tax", new RecordSalesTaxFunction(finance)::recordSalesTax);
        http.put("record-exchange-rate", new RecordExchangeRateFunction(finance)::recordExchangeRate);
        http.put("import-staging", new ImportStagingFunction(finance, metrics.apply("import-staging"))::importStaging);
        http.put("refuse-proposal", new RefuseProposalFunction()::refuseProposal);
        http.put("edit-proposal", new EditProposalFunction(finance)::editProposal);
        http.put("edit-journal", new EditJournalFunction(finance)::editJournal);
        http.put("post-journals", new PostJournalsFunction(finance, metrics.apply("post-journals"))::postJournals);
        http.put(
                "post-proposals",
                new PostProposalsFunction(finance, clock, metrics.apply("post-proposals"))::postProposals);
        http.put("sweep", new SweepFunction(office, finance, MAPS, clock, metrics.apply("sweep"))::sweep);
        http.put(
                "control-maps",
                new ControlMapsFunction(office, finance, MAPS, clock, metrics.apply("control-maps"))::controlMaps);
        http.put(
                "sync-errors",
                new SyncErrorsFunction(office, finance, MAPS, clock, metrics.apply("sync-errors"))::syncErrors);
        http.put("show-invoice", new ShowInvoiceFunction(office)::showInvoice);
        http.put("show-proposal", new ShowProposalFunction(finance)::showProposal);
        http.put("print-invoice", new PrintInvoiceFunction(finance)::printInvoice);
        http.put("show-readiness", new ShowReadinessFunction(office, finance)::showReadiness);
        http.put("reconcile", new ReconcileFunction(office, finance)::reconcile);
        http.put(
                "reconcile-accrued-revenue",
                new ReconcileAccruedRevenueFunction(office, finance)::reconcileAccruedRevenue);
        http.put("show-journal", new ShowJournalFunction(finance)::showJournal);
        http.put("list-actuals", new ListActualsFunction(office)::listActuals);
        http.put("list-backlog", new ListBacklogFunction(office)::listBacklog);
        http.put("list-retainers", new ListRetainersFunction(office)::listRetainers);
        http.put("list-waiting", new ListWaitingFunction(finance)::listWaiting);
        http.put("show-lineage", new ShowLineageFunction(office, finance)::showLineage);
        streams.put(
                "sync-header",
                new SyncHeaderFunction(office, finance, MAPS, clock, metrics.apply("sync-header"))::syncHeader);
        streams.put(
                "sync-actuals",
                new SyncActualsFunction(finance, MAPS, clock, metrics.apply("sync-actuals"))::syncActuals);
        streams.put(
                "write-back",
                new WriteBackFunction(office, finance, MAPS, clock, metrics.apply("write-back"))::writeBack);
    }

    Function<Invocation, HttpReply> http(String function) {
        return require(http, function);
    }

    Function<StreamBatch, StreamReply> stream(String function) {
        return require(streams, function);
    }

    boolean isOfStream(String function) {
        return streams.containsKey(function);
    }

    private static <T> T require(Map<String, T> functions, String function) {
        T found = functions.get(function);
        if (found == null) {
            throw new AssertionError("The template names the function " + function + ", which the world does not have");
        }
        return found;
    }
}
