package dev.fattura.proforma;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.Retainer;
import dev.fattura.store.RetainerItem;
import dev.fattura.store.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The retainers among the entries of the billing backlog of one contract, as lines for a draft. */
final class RetainerLines {

    private final Table office;
    private final Contract contract;
    private final Map<ContractLine.Id, ContractLine> lines;

    RetainerLines(Table office, Contract contract, Map<ContractLine.Id, ContractLine> lines) {
        this.office = office;
        this.contract = contract;
        this.lines = lines;
    }

    /** Their details, by the id of the billable; whatever else is in the backlog is left out. */
    Map<UUID, InvoiceLineDetail> details(Invoice.Id invoice, List<BacklogEntry> entries) {
        List<Retainer.Id> ids = entries.stream()
                .map(BacklogEntry::billable)
                .filter(billable -> billable.kind() == Billable.Kind.RETAINER)
                .map(billable -> new Retainer.Id(billable.reference()))
                .toList();
        Map<UUID, InvoiceLineDetail> details = new HashMap<>();
        for (Retainer retainer : RetainerItem.findAll(office, contract.id(), ids)) {
            ContractLine line = lines.get(retainer.line());
            if (line == null) {
                throw new IllegalStateException("A retainer of a line that is not recorded: " + retainer);
            }
            details.put(retainer.billable().id(), RetainerLineDecider.ofRetainer(invoice, contract, line, retainer));
        }
        return details;
    }
}
