package dev.fattura.sweep;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Work;
import dev.fattura.store.ContractItem;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How many documents wait for a crossing: those in its queues of which it is not known that they have crossed. */
final class WaitingDocuments {

    private static final int MOST = 1_000;
    private static final int PAGE = 100;

    private final Table finance;
    private final CatchUp catchUp;

    WaitingDocuments(Table finance, CatchUp catchUp) {
        this.finance = finance;
        this.catchUp = catchUp;
    }

    /** A count, and whether there are more that were not counted. */
    record Count(long documents, boolean more) {}

    Count count(Crossing crossing) {
        long documents = 0;
        int seen = 0;
        for (CatchUp.Lane lane : catchUp.lanes(crossing)) {
            String after = null;
            do {
                WorkItem.Entries page = WorkItem.page(lane.table(), lane.queue(), lane.owner(), after, PAGE);
                documents += waiting(crossing, page.work());
                seen += page.work().size();
                after = page.next();
                if (seen >= MOST && after != null) {
                    return new Count(documents, true);
                }
            } while (after != null);
        }
        return new Count(documents, false);
    }

    private long waiting(Crossing crossing, List<Work> entries) {
        return switch (crossing) {
            case CONTRACTS ->
                missing(entries.stream()
                        .map(work -> ContractItem.key(new Contract.Id(work.id())))
                        .toList());
            case PROPOSALS ->
                missing(entries.stream()
                        .map(work -> ProposalItem.key(new Invoice.Id(work.id())))
                        .toList());
            case ACTUALS, RELATIONSHIPS, ACCOUNTING, CUSTOMER_INVOICES -> entries.size();
        };
    }

    private long missing(List<Key> keys) {
        Set<Key> there = finance.getAll(keys).stream().map(Item::key).collect(Collectors.toSet());
        return keys.stream().filter(key -> !there.contains(key)).count();
    }
}
