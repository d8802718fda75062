package dev.fattura.proforma;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.store.Commit;
import dev.fattura.store.Condition;
import dev.fattura.store.IntakeItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts open balances on a draft. How much of one is taken depends on what the draft has at that moment, so its detail is written
 * with its claim in one transaction: an attempt that comes late changes nothing.
 */
final class TakeBalances {

    /** So many at once that their claims, their entries and their details fit in a transaction. */
    static final int MOST = (Table.COMMIT_LIMIT - 1) / 3;

    private final Table office;

    TakeBalances(Table office) {
        this.office = office;
    }

    /** How it ended. */
    enum Outcome {
        TAKEN,
        /** Another invoice, or another attempt at this draft, was faster with one of them: look again. */
        OVERTAKEN,
        /** The draft takes no more lines; another attempt at it has gone on. */
        CLOSED
    }

    Outcome take(Invoice drafting, List<InvoiceLineDetail> details) {
        List<Write> writes = new ArrayList<>(List.of(IntakeItem.stillOpen(drafting.id())));
        for (InvoiceLineDetail detail : details) {
            writes.addAll(Claims.take(detail, drafting.id()));
            writes.add(Write.put(InvoiceLineDetailItem.encode(drafting, detail), Condition.NONE));
        }
        Commit commit = office.commit(writes);
        if (commit.done()) {
            return Outcome.TAKEN;
        }
        return commit.failed() == 0 ? Outcome.CLOSED : Outcome.OVERTAKEN;
    }
}
