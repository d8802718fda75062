package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.Posting;
import dev.fattura.store.Finance;
import dev.fattura.store.JournalItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads an integration journal and one page of its lines with what posting made of them. */
final class JournalInquiry {

    private final Table finance;

    JournalInquiry(Finance finance) {
        this.finance = finance.table();
    }

    /**
     * A page of a journal.
     *
     * @param lines those that are written, in the order of their numbers; while it is being imported some may be missing
     * @param postings by the actuals of the lines; empty before it is posted
     */
    record Page(Journal journal, Listing<JournalLine> lines, Map<Actual.Id, Posting> postings) {}

    /** @throws dev.fattura.ledger.Refused if there is no such journal */
    Page read(Journal.Id id, PageRequest page) {
        Journal journal = JournalItem.find(finance, id).orElseThrow(() -> Missing.of("journal", id));
        Listing<Actual.Id> actuals = Listing.of(journal.lines(), page);
        List<JournalLine> lines = JournalLineItem.findAll(finance, actuals.entries()).stream()
                .sorted(Comparator.comparingInt(JournalLine::number))
                .toList();
        Map<Actual.Id, Posting> postings = PostingItem.findAll(finance, actuals.entries()).stream()
                .collect(Collectors.toMap(Posting::actual, Function.identity()));
        return new Page(journal, new Listing<>(lines, actuals.next()), postings);
    }
}
