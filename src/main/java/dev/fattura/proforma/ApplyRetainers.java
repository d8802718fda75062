package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.money.Money;
import dev.fattura.store.Attempts;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Applies the open balances of the contract and customer to a new draft while it still takes lines: the oldest first, against its
 * chargeable lines only, and never more than they come to (domain.md 1.10).
 */
final class ApplyRetainers {

    private final Table office;
    private final OpenBalances balances;
    private final TakeBalances takeBalances;

    ApplyRetainers(Table office) {
        this.office = office;
        this.balances = new OpenBalances(office);
        this.takeBalances = new TakeBalances(office);
    }

    /** Harmless when repeated: what is applied already leaves that much less room. */
    void apply(Invoice drafting) {
        boolean more = true;
        while (more) {
            more = Attempts.untilDone(() -> applySome(drafting));
        }
    }

    /** Returns whether there may be more to apply; nothing where somebody else was faster. */
    private Optional<Boolean> applySome(Invoice drafting) {
        List<Actual> free = balances.free(drafting.contract(), drafting.customer(), TakeBalances.MOST, actual -> true);
        if (free.isEmpty()) {
            return Optional.of(false);
        }
        List<InvoiceLineDetail> details = details(drafting, free);
        if (details.isEmpty()) {
            return Optional.of(false);
        }
        return switch (takeBalances.take(drafting, details)) {
            case TAKEN -> Optional.of(details.size() == TakeBalances.MOST);
            case CLOSED -> Optional.of(false);
            case OVERTAKEN -> Optional.empty();
        };
    }

    private List<InvoiceLineDetail> details(Invoice drafting, List<Actual> free) {
        AdjustmentCheck.Room room = new AdjustmentCheck.Room(drafting);
        DetailPages.each(office, drafting, room::addAll);
        List<InvoiceLineDetail> details = new ArrayList<>();
        for (Actual open : free) {
            if (room.left().minor() > 0) {
                Money applied = RetainerLineDecider.atMost(open, room.left());
                Billable billable =
                        Billable.deduction(open.id(), open.dimensions().line());
                InvoiceLineDetail detail = RetainerLineDecider.ofBalance(drafting.id(), billable, open, applied);
                details.add(detail);
                room.add(detail);
            }
        }
        return details;
    }
}
