package dev.fattura.proforma;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.NumberRange;
import dev.fattura.ledger.NumberSequence;
import dev.fattura.ledger.Work;
import dev.fattura.store.Condition;
import dev.fattura.store.DraftedItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.NumberSequenceItem;
import dev.fattura.store.OwnCompanies;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.List;
import java.util.Optional;

/** The number of a draft: the one that is asked for, or the next of the office's sequence. */
final class DraftNumbers {

    private static final NumberSequence.Id SEQUENCE =
            new NumberSequence.Id(NumberSequence.Kind.PROFORMA_INVOICE, Work.OFFICE);

    private final Table office;

    DraftNumbers(Table office) {
        this.office = office;
    }

    /** A number, and the writes that take it; they belong into the commit that creates the invoice. */
    record Numbered(Invoice.Id invoice, List<Write> writes) {}

    /**
     * The invoice that has the number asked for, or that an earlier attempt of the same command has begun. A request without a
     * number and without an Idempotency-Key is a new one as soon as the draft of the one before is complete.
     */
    Optional<Invoice> existing(DraftRequest request, Command command) {
        if (request.invoice() != null) {
            return InvoiceItem.find(office, request.invoice());
        }
        return DraftedItem.find(office, command)
                .flatMap(invoice -> InvoiceItem.find(office, invoice))
                .filter(invoice -> command.remembered() || invoice.status() == InvoiceStatus.DRAFTING);
    }

    Numbered number(DraftRequest request, Command command) {
        return request.invoice() != null ? new Numbered(request.invoice(), List.of()) : next(command);
    }

    private Numbered next(Command command) {
        NumberSequence sequence = NumberSequenceItem.read(office, SEQUENCE);
        NumberRange range = sequence.range(1);
        // Somebody may have given such a number by hand, also of another company.
        while (isTaken(new Invoice.Id(range.last()))) {
            range = sequence.range(range.count() + 1);
        }
        Invoice.Id invoice = new Invoice.Id(range.last());
        Condition condition = DraftedItem.find(office, command).isPresent() ? Condition.NONE : Condition.ABSENT;
        return new Numbered(
                invoice,
                List.of(NumberSequenceItem.take(sequence, range), DraftedItem.bind(command, invoice, condition)));
    }

    private boolean isTaken(Invoice.Id number) {
        return OwnCompanies.ofEverybody(() -> InvoiceItem.find(office, number).isPresent());
    }
}
