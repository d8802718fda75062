package dev.fattura.inquiry;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.LineTotals;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.money.CurrencyCode;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of an invoice say on both sides.
 *
 * @param proposal null while its header has not crossed
 * @param due the stages that it has reached: what is missing there is a difference
 * @param zero of the invoice's currency and the company's accounting currency
 */
record InvoiceHeaders(Invoice invoice, @Nullable Proposal proposal, Set<Stage> due, DualAmount zero) {

    private static final Set<PostingType> BALANCE = EnumSet.of(PostingType.CUSTOMER_BALANCE);
    private static final Set<PostingType> SALES_TAX = EnumSet.of(PostingType.SALES_TAX);

    static InvoiceHeaders read(Table finance, Invoice invoice) {
        Proposal proposal = ProposalItem.find(finance, invoice.id()).orElse(null);
        CurrencyCode accounting = CompanyItem.find(finance, invoice.company())
                .map(Company::accountingCurrency)
                .orElse(invoice.currency());
        return new InvoiceHeaders(
                invoice, proposal, due(invoice, proposal), DualAmount.zero(invoice.currency(), accounting));
    }

    private static Set<Stage> due(Invoice invoice, @Nullable Proposal proposal) {
        Set<Stage> due = EnumSet.of(Stage.CONTROL_TOTALS, Stage.BILLED_SALES);
        ProposalStatus status = proposal == null ? ProposalStatus.AWAITING_LINES : proposal.status();
        switch (status) {
            case AWAITING_LINES, IMPORTING -> {
                // What has not crossed yet may still come.
            }
            case OPEN, RECALCULATING, POSTING -> due.addAll(EnumSet.of(Stage.STAGED_ROWS, Stage.PROPOSAL_LINES));
            case POSTED -> due.addAll(EnumSet.range(Stage.STAGED_ROWS, Stage.CUSTOMER_BALANCE));
        }
        if (invoice.status() == InvoiceStatus.POSTED) {
            due.addAll(EnumSet.of(Stage.ACCOUNTING_DETAILS, Stage.PROFORMA));
        }
        return due;
    }

    /** Adds what they and the voucher as a whole say. */
    void addTo(Tallies tallies, Table finance) {
        ControlTotals sealed = Objects.requireNonNull(invoice.controlTotals());
        tallies.add(Stage.CONTROL_TOTALS, Measure.COUNT, sealed.billedSales().count());
        tallies.add(Stage.CONTROL_TOTALS, Measure.AMOUNT, sealed.billedSales().amount());
        tallies.add(Stage.CONTROL_TOTALS, Measure.CHARGED, sealed.charged());
        if (invoice.customerInvoice() != null) {
            add(tallies, Stage.PROFORMA, invoice.customerInvoice());
        }
        if (proposal != null && due.contains(Stage.CUSTOMER_INVOICE)) {
            add(tallies, Stage.CUSTOMER_INVOICE, Objects.requireNonNull(proposal.customerInvoice()));
            List<LedgerEntry> entries = PostingItem.voucherEntries(finance, proposal.id());
            VoucherSums.add(tallies, entries);
            DualAmount balance = DualAmount.sum(entries, BALANCE, zero);
            tallies.add(Stage.CUSTOMER_BALANCE, Measure.TOTAL, balance.amount());
            tallies.add(Stage.CUSTOMER_BALANCE, Measure.ACCOUNTING_TOTAL, balance.accountingAmount());
            tallies.add(
                    Stage.CUSTOMER_BALANCE,
                    Measure.SALES_TAX,
                    DualAmount.sum(entries, SALES_TAX, zero).amount().negated());
        }
    }

    /** Adds what the proposal says of its lines, instead of them; what it does not say is taken as sealed. */
    void addLineTotals(Tallies tallies) {
        LineTotals totals = proposal == null ? null : proposal.lineTotals();
        if (totals != null) {
            tallies.add(Stage.PROPOSAL_LINES, Measure.COUNT, totals.count());
            tallies.add(Stage.PROPOSAL_LINES, Measure.AMOUNT, tallies.get(Stage.CONTROL_TOTALS, Measure.AMOUNT));
            tallies.add(Stage.PROPOSAL_LINES, Measure.CHARGED, totals.charged());
            tallies.add(Stage.PROPOSAL_LINES, Measure.SALES_TAX, totals.salesTax());
        }
    }

    private static void add(Tallies tallies, Stage stage, CustomerInvoice invoice) {
        tallies.add(stage, Measure.CHARGED, invoice.amount().minus(invoice.salesTax()));
        tallies.add(stage, Measure.SALES_TAX, invoice.salesTax());
        tallies.add(stage, Measure.TOTAL, invoice.amount());
    }
}
