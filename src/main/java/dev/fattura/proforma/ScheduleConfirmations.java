package dev.fattura.proforma;

import dev.fattura.ledger.BulkConfirmation;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.store.BulkConfirmationItem;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes down which invoices are to be confirmed, for {@link ConfirmInvoices}: all that one request asks for, or nothing. A repeat, or
 * the same request beside it, writes down nothing more.
 */
public final class ScheduleConfirmations {

    private static final int PAGE = 100;

    private final Table office;

    public ScheduleConfirmations(Table office) {
        this.office = office;
    }

    /** An invoice to be confirmed, and the version that the caller has read, or null for whatever it is. */
    public record Wanted(Invoice.Id invoice, @Nullable Long version) {}

    /**
     * Schedules them. A request without an Idempotency-Key is a new one as soon as the confirmation before is over: what was refused then
     * may have been mended since.
     *
     * @throws Refused if another request is under way with the same Idempotency-Key
     */
    public BulkConfirmation schedule(List<Wanted> wanted, @Nullable LocalDate accountingDate, Command command) {
        BulkConfirmation asked = BulkConfirmation.of(command, wanted.size(), accountingDate);
        Optional<BulkConfirmation> first = BulkConfirmationItem.find(office, asked.id());
        if (first.isEmpty()) {
            return scheduled(asked, wanted, command, List.of());
        }
        BulkConfirmation.Id newest = first.get().newest();
        if (command.remembered() || WorkItem.find(office, work(newest)).isPresent()) {
            return BulkConfirmationItem.find(office, newest).orElseThrow();
        }
        BulkConfirmation told = first.get().oneMore();
        return scheduled(told.as(told.newest(), command), wanted, command, List.of(BulkConfirmationItem.oneMore(told)));
    }

    /** The entries come first: a confirmation that is there has all of them. */
    private BulkConfirmation scheduled(
            BulkConfirmation confirmation, List<Wanted> wanted, Command command, List<Write> more) {
        for (int from = 0; from < wanted.size(); from += PAGE) {
            List<Wanted> page = wanted.subList(from, Math.min(from + PAGE, wanted.size()));
            // Where they are there, a late repeat must not schedule again what was confirmed meanwhile.
            office.commit(entries(confirmation.id(), from, page));
        }
        List<Write> writes = new ArrayList<>(more);
        writes.add(Write.put(BulkConfirmationItem.encode(confirmation), Condition.ABSENT));
        writes.add(Write.put(WorkItem.encode(work(confirmation.id())), Condition.NONE));
        if (office.commit(CommandWrites.of(command, writes)).done()) {
            return confirmation;
        }
        // The same request was faster, or another one that has the key.
        return BulkConfirmationItem.find(office, confirmation.id())
                .orElseThrow(() ->
                        new Refused(RefusalCode.COMMAND_IN_PROGRESS, "Another request has the same Idempotency-Key."));
    }

    private static List<Write> entries(BulkConfirmation.Id id, int first, List<Wanted> page) {
        return IntStream.range(0, page.size())
                .mapToObj(index -> BulkConfirmation.Entry.scheduled(
                        id,
                        first + index,
                        page.get(index).invoice(),
                        page.get(index).version()))
                .map(entry -> Write.put(BulkConfirmationItem.encode(entry), Condition.ABSENT))
                .toList();
    }

    /** The entry of the queue in which a confirmation stands until each of its invoices is confirmed or refused. */
    static Work work(BulkConfirmation.Id id) {
        return Work.of(Work.Queue.BULK_CONFIRMATION, Work.OFFICE, id.toString());
    }
}
