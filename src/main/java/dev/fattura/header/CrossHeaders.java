package dev.fattura.header;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.TermsOfPayment;
import dev.fattura.ledger.Work;
import dev.fattura.maps.SyncFailure;
import dev.fattura.maps.TableMaps;
import dev.fattura.store.Condition;
import dev.fattura.store.ContractItem;
import dev.fattura.store.CrossedItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Carries headers from the office to finance, one way, as their table maps say: "Project contract headers (salesorders)" and
 * "Project invoice proposal V2 (invoices)" (domain.md 4.4).
 *
 * <p>It looks at the header as the office has it now and not as a stream record had it, so the order, the number and the delay of
 * records do not matter; a header that is there already is left as finance has it. Whether the map runs, the caller has asked.
 */
public final class CrossHeaders {

    private final Table office;
    private final Table finance;
    private final TableMaps maps;
    private final Clock clock;

    public CrossHeaders(Table office, Table finance, TableMaps maps, Clock clock) {
        this.office = office;
        this.finance = finance;
        this.maps = maps;
        this.clock = clock;
    }

    /**
     * Carries a contract header across. Returns whether it had not crossed before.
     *
     * @throws SyncFailure if it cannot be read, or the map cannot carry it
     */
    public boolean contract(Contract.Id id) {
        Optional<Contract> contract = office.get(ContractItem.key(id))
                .map(item -> SyncFailure.reading(Crossing.CONTRACTS, "contract " + id, () -> ContractItem.decode(item)))
                .filter(maps.contracts()::takes);
        if (contract.isEmpty() || finance.get(ContractItem.key(id)).isPresent()) {
            return false;
        }
        Contract crossed = Headers.contract(maps.contracts().row(contract.get()), contract.get());
        return finance.commit(List.of(Write.put(ContractItem.encode(crossed), Condition.ABSENT)))
                .done();
    }

    /**
     * Makes the proposal header of a sealed proforma, together with the entry of the queue in which it waits for its lines.
     * Returns whether it had not crossed before; a proforma that is not sealed does not cross, whatever the filter says.
     *
     * @throws SyncFailure if it cannot be read, or the map cannot carry it
     */
    public boolean invoice(Invoice.Id id) {
        Optional<Invoice> invoice = office.get(InvoiceItem.key(id))
                .map(item -> SyncFailure.reading(Crossing.PROPOSALS, "invoice " + id, () -> InvoiceItem.decode(item)))
                .filter(found -> found.controlTotals() != null)
                .filter(maps.proposals()::takes);
        if (invoice.isEmpty()) {
            return false;
        }
        TermsOfPayment terms = ContractItem.find(office, invoice.get().contract())
                .flatMap(contract -> contract.agreedWith(invoice.get().customer()))
                .map(ContractCustomer::termsOfPayment)
                .orElse(null);
        Proposal proposal = Headers.proposal(maps.proposals().row(invoice.get()), invoice.get(), terms);
        Work waiting = Work.of(
                Work.Queue.PROPOSAL, proposal.company().value(), proposal.id().value());
        return finance.commit(List.of(
                        ProposalItem.create(proposal),
                        Write.put(WorkItem.encode(waiting), Condition.NONE),
                        CrossedItem.put(proposal.id(), clock.instant())))
                .done();
    }
}
