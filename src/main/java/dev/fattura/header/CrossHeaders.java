package dev.fattura.header;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.Work;
import dev.fattura.store.Condition;
import dev.fattura.store.ContractItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.util.List;
import java.util.Optional;

/**
 * Carries headers from the office to finance, one way: "Project contract headers (salesorders)" and "Project invoice proposal
 * V2 (invoices)" (domain.md 4.4).
 *
 * <p>It looks at the header as the office has it now and not as a stream record had it, so the order, the number and the delay of
 * records do not matter; a header that is there already is left as finance has it.
 */
public final class CrossHeaders {

    private final Table office;
    private final Table finance;

    public CrossHeaders(Table office, Table finance) {
        this.office = office;
        this.finance = finance;
    }

    /** Carries a contract header across. Returns whether it had not crossed before. */
    public boolean contract(Contract.Id id) {
        Optional<Contract> contract = ContractItem.find(office, id);
        return contract.isPresent()
                && ContractItem.find(finance, id).isEmpty()
                && finance.commit(List.of(Write.put(ContractItem.encode(contract.get()), Condition.ABSENT)))
                        .done();
    }

    /**
     * Makes the proposal header of a sealed proforma, together with the entry of the queue in which it waits for its lines.
     * Returns whether it had not crossed before; a proforma that is not sealed does not cross.
     */
    public boolean invoice(Invoice.Id id) {
        Optional<Invoice> invoice = InvoiceItem.find(office, id).filter(CrossHeaders::sealed);
        if (invoice.isEmpty()) {
            return false;
        }
        Proposal proposal = ProposalHeaderDecider.proposal(invoice.get());
        Work waiting = Work.of(
                Work.Queue.PROPOSAL, proposal.company().value(), proposal.id().value());
        return finance.commit(
                        List.of(ProposalItem.create(proposal), Write.put(WorkItem.encode(waiting), Condition.NONE)))
                .done();
    }

    private static boolean sealed(Invoice invoice) {
        return invoice.status() == InvoiceStatus.CONFIRMED || invoice.status() == InvoiceStatus.POSTED;
    }
}
