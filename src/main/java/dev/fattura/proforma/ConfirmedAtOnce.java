package dev.fattura.proforma;

import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.store.ActualItem;
import dev.fattura.store.Item;
import dev.fattura.store.Packing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A short invoice, which a person waits for, as one transaction of the table confirms it.
 *
 * @param sealed the invoice at the end
 * @param actuals all that its lines bring
 */
record ConfirmedAtOnce(Invoice sealed, List<Item> actuals) {

    static final long MOST_LINES = 50;

    /** As many sheets of actuals as make fewer calls of the store worth the double price of a transaction. */
    private static final int MOST_SHEETS = 4;

    /**
     * Nothing where the actuals are on too many sheets, or where confirming leaves something to the backlog.
     *
     * @param lines all line details of the invoice
     */
    static Optional<ConfirmedAtOnce> of(Invoice claimed, List<InvoiceLineDetail> lines, LocalDate accountingDate) {
        List<ConfirmDecider.Facts> facts = LineFacts.of(claimed, lines, accountingDate);
        List<Item> actuals = ActualItem.encodeAll(
                facts.stream().flatMap(line -> line.actuals().stream()).toList());
        boolean alone = facts.stream()
                .allMatch(line -> line.toBacklog().isEmpty() && line.released().isEmpty());
        if (!alone
                || Packing.parts(actuals, MOST_SHEETS, item -> Stream.of(item.key()))
                                .size()
                        > 1) {
            return Optional.empty();
        }
        ControlTotals totals = ControlTotals.none(claimed.currency());
        for (ConfirmDecider.Facts line : facts) {
            totals = line.addedTo(totals);
        }
        return Optional.of(new ConfirmedAtOnce(claimed.confirmed(totals), actuals));
    }
}
