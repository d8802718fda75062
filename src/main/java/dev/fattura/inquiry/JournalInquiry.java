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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an integration journal and one page of its lines with what posting made of them. */
final class JournalInquiry {

    private final Table finance;

    JournalInquiry(Finance finance) {
        this.finance = finance.table();
    }

    /**
     * A line of the page.
     *
     * @param number counts from 1 within the journal
     * @param posting null before it is posted
     */
    record Row(int number, Journal.Line planned, JournalLine line, @Nullable Posting posting) {}

    /**
     * A page of a journal.
     *
     * @param rows those lines that are written, in the order of their numbers; while it is being imported some may be missing
     */
    record Page(Journal journal, Listing<Row> rows) {}

    /** @throws dev.fattura.ledger.Refused if there is no such journal */
    Page read(Journal.Id id, PageRequest page) {
        Journal journal = JournalItem.find(finance, id).orElseThrow(() -> Missing.of("journal", id));
        Listing<Journal.Line> plan = Listing.of(journal.plan(), page);
        List<Actual.Id> actuals =
                plan.entries().stream().map(Journal.Line::actual).toList();
        Map<Actual.Id, JournalLine> lines = JournalLineItem.findAll(finance, actuals).stream()
                .collect(Collectors.toMap(JournalLine::actual, Function.identity()));
        Map<Actual.Id, Posting> postings = PostingItem.findAll(finance, actuals).stream()
                .collect(Collectors.toMap(Posting::actual, Function.identity()));
        List<Row> rows = new ArrayList<>();
        int number = page.from().part();
        for (Journal.Line planned : plan.entries()) {
            number++;
            JournalLine line = lines.get(planned.actual());
            if (line != null) {
                rows.add(new Row(number, planned, line, postings.get(planned.actual())));
            }
        }
        return new Page(journal, new Listing<>(rows, plan.next()));
    }
}
