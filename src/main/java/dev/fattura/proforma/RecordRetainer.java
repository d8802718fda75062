package dev.fattura.proforma;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Retainer;
import dev.fattura.store.Attempts;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.RetainerItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.List;
import java.util.Optional;

/**
 * Records a retainer, and marks it ready to invoice or not (domain.md 1.10). It and its entry in the billing backlog change in one
 * transaction. What was agreed stands: only its status can be recorded anew.
 */
public final class RecordRetainer {

    private final Table office;

    public RecordRetainer(Table office) {
        this.office = office;
    }

    /** The retainer as it is recorded. @throws Refused if it does not fit its contract, is recorded otherwise, or is on an invoice */
    public Retainer record(RetainerRequest request, Command command) {
        return Attempts.untilDone(() -> attempt(request, command));
    }

    private Optional<Retainer> attempt(RetainerRequest request, Command command) {
        Contract contract = ContractItem.find(office, request.contract())
                .orElseThrow(
                        () -> new Refused(RefusalCode.NOT_FOUND, "There is no contract " + request.contract() + "."));
        Optional<Retainer> recorded = RetainerItem.find(office, contract.id(), request.retainer());
        return recorded.isPresent()
                ? mark(request, recorded.get(), command)
                : create(RetainerRules.first(request, contract, ContractLineItem.of(office, contract.id())), command);
    }

    private Optional<Retainer> create(Retainer retainer, Command command) {
        List<Write> writes = List.of(
                RetainerItem.create(retainer), Write.put(BacklogItem.encode(retainer.backlogEntry()), Condition.NONE));
        return committed(writes, retainer, command);
    }

    private Optional<Retainer> mark(RetainerRequest request, Retainer recorded, Command command) {
        if (!RetainerRules.same(request, recorded)) {
            throw new Refused(
                    RefusalCode.ALREADY_RECORDED, "Retainer " + recorded.id() + " is recorded with other content.");
        }
        // An earlier attempt of this command has marked it, and somebody else may have since.
        if (request.readyToInvoice() == recorded.readyToInvoice() || ReceiptItem.begun(office, command)) {
            return Optional.of(recorded);
        }
        ClaimItem.holder(office, recorded.billable()).ifPresent(holder -> {
            throw new Refused(RefusalCode.ALREADY_ON_INVOICE, "It is on invoice " + holder + ".", "/status");
        });
        Retainer marked = recorded.marked(request.readyToInvoice());
        List<Write> writes = List.of(
                RetainerItem.replace(marked),
                ClaimItem.unclaimed(marked.billable()),
                Write.put(BacklogItem.encode(marked.backlogEntry()), Condition.NONE));
        return committed(writes, marked, command);
    }

    private Optional<Retainer> committed(List<Write> writes, Retainer retainer, Command command) {
        return office.commit(CommandWrites.of(command, writes)).done() ? Optional.of(retainer) : Optional.empty();
    }
}
