package dev.fattura.audit;

import static dev.fattura.audit.Rule.always;
import static dev.fattura.audit.Rule.settled;

import java.util.List;

/** Every rule that the tables are held to. */
final class Rules {

    static final List<Rule> ALL = List.of(
            always("known-kinds", Kinds::known),
            // The ledger.
            always("vouchers-balance", Vouchers::balance),
            always("rounding-difference-bounded", Vouchers::roundingDifference),
            always("entries-converted", Vouchers::conversion),
            always("journal-numbers", Numbers::journals),
            always("customer-invoice-numbers", Numbers::customerInvoices),
            always("voucher-numbers", Numbers::vouchers),
            always("journal-vouchers", Numbers::journalVouchers),
            always("proforma-numbers", Numbers::proformaInvoices),
            // Billing.
            always("billed-once", Billing::once),
            always("contract-lines-billed-once", Billing::contractLinesOnce),
            always("reversals-and-bills-mirror", Billing::mirrors),
            always("billed-is-closed", Billing::closed),
            always("credits-covered", Billing::creditsCovered),
            always("retainers-balance", Retainers::balance),
            always("retainer-values", Retainers::values),
            always("transactions-add-up", Transactions::addUp),
            always("unbilled-sales-net-to-backlog", Transactions::open),
            always("splits-sum-to-the-whole", Transactions::splits),
            // Invoices and proposals.
            always("invoice-headers", Invoices::headers),
            always("revisions-have-corrections", Revisions::ofLines),
            settled("invoices-at-rest", Invoices::atRest),
            always("control-totals", Invoices::sealed),
            always("proposal-headers", Proposals::headers),
            always("proposal-lines-as-sealed", Proposals::lines),
            always("sales-tax-by-code", SalesTaxes::ofLines),
            always("customer-invoice-amounts", Proposals::customerInvoices),
            always("prepayments-in-the-ledger", Prepayments::inTheLedger),
            always("accounting-details-equal-postings", WriteBack::details),
            always("posted-invoices-written-back", WriteBack::postedInvoices),
            settled("write-back-complete", WriteBack::complete),
            // Crossing, journals, WIP.
            always("skip-sync", Crossing::skipSync),
            always("staged-as-written", Crossing::rows),
            settled("crossing-complete", Crossing::complete),
            always("journal-lines-as-staged", Journals::lines),
            always("reversals-at-their-rate", Journals::reversalRates),
            always("postings-as-lines", Journals::postings),
            always("wip-of-each", WorkInProgress::ofEach),
            always("wip-in-all", WorkInProgress::inAll),
            // Lineage.
            always("origins-exist", Lineage::origins),
            always("connections-exist", Lineage::connections),
            always("approvals-made-actuals", Lineage::approvals),
            always("transactions-are-known", Transactions::known),
            always("invoice-lines-billed", Lineage::invoiceLines),
            always("proposal-lines-have-rows", Lineage::proposalLines),
            // Claims, backlog, queues.
            always("claims-have-lines", Claims::held),
            always("lines-are-claimed", Claims::lines),
            always("backlog-is-open", Backlog::entries),
            always("open-is-in-backlog", Backlog::complete),
            always("limits-are-used", Limits::used),
            always("unfinished-is-queued", Queues::complete),
            settled("only-lasting-causes-wait", Queues::onlyLasting));

    private Rules() {}
}
