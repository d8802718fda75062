package dev.fattura.store;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Invoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what will be billed into the billing backlog (domain.md 1.13). From then on it is there or on an invoice, at every moment. */
public final class Backlog {

    private Backlog() {}

    /**
     * Adds what is neither there nor on an invoice, also while others bill it or mark it at this very moment: a repeat must not bring
     * back what was billed meanwhile, or change its status.
     */
    public static void addMissing(Table office, List<BacklogEntry> entries) {
        Parts.each(
                entries,
                Table.COMMIT_LIMIT,
                entry -> Stream.of(BacklogItem.key(entry), ClaimItem.key(entry.billable())),
                some -> {
                    Attempts.untilDone(() -> attempt(office, some));
                    return true;
                });
    }

    private static Optional<List<BacklogEntry>> attempt(Table office, List<BacklogEntry> entries) {
        List<Write> writes = new ArrayList<>();
        for (BacklogEntry entry : missing(office, entries)) {
            writes.add(Write.put(BacklogItem.encode(entry), Condition.ABSENT));
            writes.add(ClaimItem.unclaimed(entry.billable()));
        }
        return writes.isEmpty() || office.commit(writes).done() ? Optional.of(entries) : Optional.empty();
    }

    private static List<BacklogEntry> missing(Table office, List<BacklogEntry> entries) {
        List<Billable> billables = entries.stream().map(BacklogEntry::billable).toList();
        Map<UUID, Invoice.Id> holders = ClaimItem.holders(office, billables);
        Set<UUID> there = BacklogItem.findAll(office, entries).stream()
                .map(entry -> entry.billable().id())
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> !holders.containsKey(entry.billable().id()))
                .filter(entry -> !there.contains(entry.billable().id()))
                .toList();
    }
}
