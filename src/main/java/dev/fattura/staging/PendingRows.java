package dev.fattura.staging;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.ledger.Work;
import dev.fattura.money.Rate;
import dev.fattura.store.Item;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.WorkItem.Entries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The import queue of a company: which staged rows can be put onto a journal, and why the others cannot. */
final class PendingRows {

    /** Rows that are planned at once, at most: what an import holds in memory. */
    static final int WINDOW = 2000;

    private static final int PAGE = 100;

    private final Table finance;
    private final Company company;
    private final ExchangeRates rates;

    PendingRows(Table finance, Company company) {
        this.finance = finance;
        this.company = company;
        this.rates = new ExchangeRates(finance, company);
    }

    /**
     * A part of the queue.
     *
     * @param next where the next part begins, or null
     */
    record Window(List<JournalPlanDecider.Ready> ready, List<Work> waiting, @Nullable String next) {}

    /** Reads from there on; an entry whose reason to wait is another one than before is written with the new one. */
    Window read(@Nullable String after) {
        List<JournalPlanDecider.Ready> ready = new ArrayList<>();
        List<Work> waiting = new ArrayList<>();
        String next = after;
        do {
            Entries page =
                    WorkItem.page(finance, Work.Queue.IMPORT, company.id().value(), next, PAGE);
            sort(withoutImported(page.work()), ready, waiting);
            next = page.next();
        } while (next != null && ready.size() < WINDOW);
        return new Window(ready, waiting, next);
    }

    /** A stream record that came late may have put an entry again whose row has its journal line already. */
    private List<Work> withoutImported(List<Work> entries) {
        List<Actual.Id> actuals = entries.stream().map(PendingRows::actual).toList();
        Set<Actual.Id> imported = new HashSet<>();
        JournalLineItem.findAll(finance, actuals).stream()
                .map(JournalLine::actual)
                .forEach(imported::add);
        finance.deleteAll(entries.stream()
                .filter(work -> imported.contains(actual(work)))
                .map(WorkItem::key)
                .toList());
        return entries.stream().filter(work -> !imported.contains(actual(work))).toList();
    }

    private void sort(List<Work> entries, List<JournalPlanDecider.Ready> ready, List<Work> waiting) {
        Map<Actual.Id, StagedActual> rows =
                StagedActualItem.findAll(
                                finance,
                                entries.stream().map(PendingRows::actual).toList())
                        .stream()
                        .collect(Collectors.toMap(StagedActual::actual, Function.identity()));
        List<Item> changed = new ArrayList<>();
        for (Work before : entries) {
            StagedActual row = rows.get(actual(before));
            Optional<Rate> rate = row == null ? Optional.empty() : rate(row);
            if (row != null && rate.isPresent()) {
                ready.add(new JournalPlanDecider.Ready(row, rate.get()));
                continue;
            }
            Work now = waiting(before, row);
            waiting.add(now);
            if (!now.equals(before)) {
                changed.add(WorkItem.encode(now));
            }
        }
        finance.putAll(changed);
    }

    private Optional<Rate> rate(StagedActual row) {
        return rates.contract(row.dimensions().contract())
                .flatMap(contract -> rates.rate(contract, row.amount().currency(), row.accountingDate()));
    }

    private Work waiting(Work work, @Nullable StagedActual row) {
        if (row == null) {
            return work.waiting(WaitingReason.ROW_MISSING.code(), "Its staging row is not there.");
        }
        Contract.Id contract = row.dimensions().contract();
        if (rates.contract(contract).isEmpty()) {
            return work.waiting(
                    WaitingReason.CONTRACT_MISSING.code(), "Contract " + contract + " has not crossed to finance.");
        }
        return work.waiting(
                WaitingReason.EXCHANGE_RATE_MISSING.code(),
                rates.cause(row.amount().currency(), row.accountingDate()));
    }

    static Actual.Id actual(Work work) {
        return new Actual.Id(UUID.fromString(work.id()));
    }
}
