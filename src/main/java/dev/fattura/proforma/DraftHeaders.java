package dev.fattura.proforma;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.money.Money;
import dev.fattura.store.Condition;
import dev.fattura.store.IntakeItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.time.LocalDate;
import java.util.List;

/** How every drafting begins: with a header that is being drafted, its intake, and its entry in the queue of the sweep. */
final class DraftHeaders {

    private DraftHeaders() {}

    static Invoice header(
            Invoice.Id id, Contract contract, String customer, LocalDate invoiceDate, int shards, Command command) {
        return new Invoice(
                id,
                contract.id(),
                contract.company(),
                customer,
                contract.currency(),
                InvoiceStatus.DRAFTING,
                0,
                invoiceDate,
                null,
                shards,
                0,
                Money.zero(contract.currency()),
                command.id(),
                null,
                null,
                null);
    }

    static List<Write> begin(Invoice drafting) {
        return List.of(
                InvoiceItem.create(drafting),
                IntakeItem.open(drafting.id()),
                Write.put(WorkItem.encode(ReleaseDraft.unfinished(drafting.id())), Condition.NONE));
    }
}
