package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.CustomerSplit;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.store.ActualItem;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is ready of the billing backlog of one customer of a contract up to a date, as lines for a draft. */
final class BacklogLines {

    /** No invoice takes more; the rest stays in the backlog. */
    static final int MOST = 100_000;

    /** So many entries are counted at once that a call has time for all that an invoice may have. */
    private static final int COUNTED = 1_000;

    private final Table office;
    private final Contract contract;
    private final String customer;
    private final Set<ContractLine.Id> onlyOf;
    private final LocalDate upTo;
    private final Map<ContractLine.Id, ContractLine> lines;
    private final RetainerLines retainerLines;

    BacklogLines(Table office, Contract contract, String customer, LocalDate upTo) {
        this(office, contract, customer, upTo, List.of());
    }

    /** @param onlyOf the contract lines to look at; empty for all */
    BacklogLines(Table office, Contract contract, String customer, LocalDate upTo, List<ContractLine.Id> onlyOf) {
        this.customer = customer;
        this.onlyOf = Set.copyOf(onlyOf);
        this.office = office;
        this.contract = contract;
        this.upTo = upTo;
        this.lines = ContractLineItem.of(office, contract.id()).stream()
                .collect(Collectors.toMap(ContractLine::id, Function.identity()));
        this.retainerLines = new RetainerLines(office, contract, lines);
    }

    /** How many entries there are. */
    long count() {
        long[] counted = {0};
        eachPage(COUNTED, entries -> {
            counted[0] += entries.size();
            return counted[0] < MOST;
        });
        return counted[0];
    }

    /** Hands over every page as lines of that invoice, which has so many already, until the use of one returns false. */
    void eachPage(Invoice.Id invoice, long before, Predicate<List<InvoiceLineDetail>> use) {
        long[] taken = {before};
        eachPage(DetailPages.PAGE, entries -> {
            taken[0] += entries.size();
            return use.test(details(invoice, entries)) && taken[0] < MOST;
        });
    }

    private void eachPage(int limit, Predicate<List<BacklogEntry>> use) {
        @Nullable String after = null;
        do {
            BacklogItem.Entries due = BacklogItem.due(office, contract.id(), customer, upTo, after, limit);
            List<BacklogEntry> wanted =
                    due.entries().stream().filter(this::wanted).toList();
            if (!wanted.isEmpty() && !use.test(wanted)) {
                return;
            }
            after = due.next();
        } while (after != null);
    }

    private boolean wanted(BacklogEntry entry) {
        return entry.ready()
                && (onlyOf.isEmpty() || onlyOf.contains(entry.billable().line()));
    }

    private List<InvoiceLineDetail> details(Invoice.Id invoice, List<BacklogEntry> entries) {
        Map<UUID, Actual> actuals = actuals(entries);
        Map<UUID, InvoiceLineDetail> retainers = retainerLines.details(invoice, entries);
        List<InvoiceLineDetail> details = new ArrayList<>();
        for (BacklogEntry entry : entries) {
            InvoiceLineDetail retainer = retainers.get(entry.billable().id());
            details.add(retainer == null ? detail(invoice, entry.billable(), actuals) : retainer);
        }
        return details;
    }

    private InvoiceLineDetail detail(Invoice.Id invoice, Billable billable, Map<UUID, Actual> actuals) {
        if (billable.kind() == Billable.Kind.UNBILLED_SALES) {
            return DetailDecider.ofUnbilledSales(invoice, required(actuals.get(billable.id()), billable));
        }
        ContractLine line = required(lines.get(billable.line()), billable);
        if (billable.kind() == Billable.Kind.PRODUCT) {
            return DetailDecider.ofProduct(invoice, contract, line, required(line.product(), billable));
        }
        ContractLine.Milestone milestone =
                required(line.milestone(billable.reference()).orElse(null), billable);
        CustomerSplit.Part part =
                CustomerSplit.of(contract, line).part(line, milestone, customer).orElse(null);
        return DetailDecider.ofMilestone(invoice, contract, line, milestone, required(part, billable));
    }

    private Map<UUID, Actual> actuals(List<BacklogEntry> entries) {
        List<Actual.Id> ids = entries.stream()
                .map(BacklogEntry::billable)
                .filter(billable -> billable.kind() == Billable.Kind.UNBILLED_SALES)
                .map(billable -> new Actual.Id(billable.id()))
                .toList();
        return ActualItem.findAll(office, ids).stream()
                .collect(Collectors.toMap(actual -> actual.id().value(), Function.identity()));
    }

    private static <T> T required(@Nullable T found, Billable billable) {
        if (found == null) {
            throw new IllegalStateException("In the backlog, but not recorded: " + billable);
        }
        return found;
    }
}
