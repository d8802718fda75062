package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** What a confirmed invoice has billed, as lines of a corrective draft (domain.md 2.15). */
final class RevisedLines {

    /** So many lines, each with at most four writes, that a draft takes them in one transaction. */
    static final int AT_ONCE = 24;

    private final Table office;
    private final Invoice original;

    RevisedLines(Table office, Invoice original) {
        this.office = office;
        this.original = original;
    }

    /** Hands over all that can be corrected and is on no other corrective invoice, page by page, until one use returns false. */
    void each(Invoice.Id corrective, Predicate<List<InvoiceLineDetail>> use) {
        DetailPages.eachWhile(office, original, page -> {
            List<InvoiceLineDetail> corrections = corrections(corrective, page);
            return corrections.isEmpty() || use.test(corrections);
        });
    }

    private List<InvoiceLineDetail> corrections(Invoice.Id corrective, List<InvoiceLineDetail> billed) {
        Map<Actual.Id, InvoiceLineDetail> byActual = new HashMap<>();
        for (InvoiceLineDetail detail : billed) {
            if (CorrectionLineDecider.refusal(detail, "").isEmpty()) {
                ActualPart.idsOf(detail).forEach(id -> byActual.put(id, detail));
            }
        }
        List<InvoiceLineDetail> corrections = new ArrayList<>();
        for (Actual actual : ActualItem.findAll(office, List.copyOf(byActual.keySet()))) {
            InvoiceLineDetail detail = byActual.get(actual.id());
            if (detail != null && CorrectionLineDecider.isBilled(actual)) {
                corrections.add(CorrectionLineDecider.of(corrective, detail, actual));
            }
        }
        return free(corrective, corrections);
    }

    private List<InvoiceLineDetail> free(Invoice.Id corrective, List<InvoiceLineDetail> corrections) {
        Map<UUID, Invoice.Id> holders = new HashMap<>(Claims.holders(office, corrections));
        holders.putAll(ClaimItem.holders(
                office,
                corrections.stream()
                        .flatMap(detail -> Claims.closedBalance(detail).stream())
                        .map(BacklogEntry::billable)
                        .toList()));
        return corrections.stream()
                .filter(detail ->
                        corrective.equals(holders.get(detail.billable().id())) || isFree(detail, holders))
                .toList();
    }

    /** The balance of a retainer may be applied or refunded on the corrective draft itself: then it is used as well. */
    private static boolean isFree(InvoiceLineDetail detail, Map<UUID, Invoice.Id> holders) {
        return !holders.containsKey(detail.billable().id())
                && Claims.closedBalance(detail)
                        .filter(entry -> holders.containsKey(entry.billable().id()))
                        .isEmpty();
    }
}
