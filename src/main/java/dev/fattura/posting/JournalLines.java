package dev.fattura.posting;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.Posting;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of a journal, with the postings of what they reverse. */
final class JournalLines {

    private final Map<Actual.Id, JournalLine> lines;
    private final Map<Actual.Id, Posting> originals;

    private JournalLines(Map<Actual.Id, JournalLine> lines, Map<Actual.Id, Posting> originals) {
        this.lines = lines;
        this.originals = originals;
    }

    static JournalLines of(Table finance, List<Actual.Id> actuals) {
        Map<Actual.Id, JournalLine> lines = JournalLineItem.findAll(finance, actuals).stream()
                .collect(Collectors.toMap(JournalLine::actual, Function.identity()));
        List<Actual.Id> reversed = lines.values().stream()
                .map(JournalLine::reverses)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Actual.Id, Posting> originals = PostingItem.findAll(finance, reversed).stream()
                .collect(Collectors.toMap(Posting::actual, Function.identity()));
        return new JournalLines(lines, originals);
    }

    Optional<JournalLine> find(Actual.Id actual) {
        return Optional.ofNullable(lines.get(actual));
    }

    /** @throws IllegalStateException if it is not there, which no journal that is imported can have come to */
    JournalLine line(Actual.Id actual) {
        return find(actual)
                .orElseThrow(() -> new IllegalStateException("There is no journal line of actual " + actual));
    }

    /** The posting of what the line reverses; null if it reverses nothing, or nothing that is posted. */
    @Nullable
    Posting original(JournalLine line) {
        return line.reverses() == null ? null : originals.get(line.reverses());
    }
}
