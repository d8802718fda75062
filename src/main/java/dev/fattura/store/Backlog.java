package dev.fattura.store;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Invoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts what will be billed into the billing backlog (domain.md 1.13). From then on it is there or on an invoice, at every moment. */
public final class Backlog {

    private Backlog() {}

    /** Adds what cannot be on an invoice yet. */
    public static void add(Table office, List<BacklogEntry> entries) {
        office.putAll(entries.stream().map(BacklogItem::encode).toList());
    }

    /** Adds what is neither on an invoice nor there: a repeat must not bring back what was billed meanwhile, or change its status. */
    public static void addUnclaimed(Table office, List<BacklogEntry> entries) {
        add(office, missing(office, entries));
    }

    /** As {@link #addUnclaimed}, also while others bill it or mark it at this very moment. */
    public static void addMissing(Table office, List<BacklogEntry> entries) {
        missing(office, entries).forEach(entry -> addMissing(office, entry, List.of()));
    }

    /** Adds an entry that is neither there nor on an invoice, provided that the conditions hold. */
    public static void addMissing(Table office, BacklogEntry entry, List<Write> conditions) {
        List<Write> writes = new ArrayList<>(
                List.of(Write.put(BacklogItem.encode(entry), Condition.ABSENT), ClaimItem.unclaimed(entry.billable())));
        writes.addAll(conditions);
        office.commit(writes);
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
