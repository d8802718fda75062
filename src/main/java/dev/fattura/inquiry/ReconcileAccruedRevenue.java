package dev.fattura.inquiry;

import dev.fattura.inquiry.ContractAccrual.Sum;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.PeriodEntry;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.ContractItem;
import dev.fattura.store.Finance;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.Office;
import dev.fattura.store.PeriodLogItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import java.util.List;
import java.util.Map;

/**
 * Reconciles accrued revenue (domain.md 3.13): what journals accrued in a period against what invoices reversed of it, and what is
 * left against the unbilled sales that are still to be invoiced.
 */
final class ReconcileAccruedRevenue {

    private static final int PAGE = 100;

    private final Table office;
    private final Table finance;
    private final JournalAccruals journals;
    private final InvoiceReversals invoices;

    ReconcileAccruedRevenue(Office office, Finance finance) {
        this.office = office.table();
        this.finance = finance.table();
        this.journals = new JournalAccruals(this.office, this.finance);
        this.invoices = new InvoiceReversals(this.finance);
    }

    AccruedRevenue of(Period period) {
        AccruedRevenue found = new AccruedRevenue(period);
        for (int index = 0; index < period.months(); index++) {
            journals.add(found, period.month(index));
            PeriodLogItem.each(
                    finance,
                    period.company().id(),
                    period.month(index),
                    PeriodEntry.Kind.PROPOSAL,
                    entry -> addInvoice(found, new Invoice.Id(entry.id())));
        }
        List<Contract.Id> contracts =
                found.contracts().stream().map(ContractAccrual::contract).toList();
        contracts.forEach(contract -> addBacklog(found, contract));
        return found;
    }

    private void addInvoice(AccruedRevenue found, Invoice.Id id) {
        ProposalItem.find(finance, id)
                .filter(proposal -> proposal.status() == ProposalStatus.POSTED)
                .filter(proposal -> proposal.customerInvoice() != null
                        && found.period().has(proposal.customerInvoice().date()))
                .ifPresent(proposal -> invoices.add(found, proposal));
    }

    private void addBacklog(AccruedRevenue found, Contract.Id contract) {
        ContractItem.find(office, contract).stream()
                .flatMap(recorded -> recorded.customers().stream())
                .map(ContractCustomer::customer)
                .forEach(customer -> addBacklog(found, contract, customer));
    }

    private void addBacklog(AccruedRevenue found, Contract.Id contract, String customer) {
        String after = null;
        do {
            BacklogItem.Entries page = BacklogItem.page(office, contract, customer, after, PAGE);
            List<Actual.Id> unbilled = page.entries().stream()
                    .filter(entry -> entry.billable().kind() == Billable.Kind.UNBILLED_SALES)
                    .map(entry -> new Actual.Id(entry.billable().id()))
                    .toList();
            Map<Actual.Id, Posting> postings =
                    FactsBehind.byId(PostingItem.findAll(finance, unbilled), Posting::actual);
            for (JournalLine line : JournalLineItem.findAll(finance, unbilled)) {
                Posting posting = postings.get(line.actual());
                if (posting != null && found.period().has(line.accountingDate())) {
                    found.add(contract, Sum.BACKLOG, JournalAccruals.accrued(found, line, posting));
                }
            }
            after = page.next();
        } while (after != null);
    }
}
