package dev.fattura.store;

import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.LongInvoice;
import dev.fattura.ledger.Work;
import dev.fattura.watch.LogContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Long invoices, as entries of a queue of work that say what is to be done. */
public final class LongInvoiceItem {

    private static final int PAGE = 100;
    private static final long DRAFTING = 1;
    private static final long CONFIRMING = 2;

    private LongInvoiceItem() {}

    public static Optional<LongInvoice> find(Table office, Invoice.Id invoice) {
        return office.get(key(invoice)).map(LongInvoiceItem::decode);
    }

    /** Hands every entry to the step, page by page; the step may end the one that it is given. */
    public static void each(Table office, Consumer<LongInvoice> step) {
        String after = null;
        do {
            Page page = office.query(WorkItem.partition(Work.Queue.LONG_INVOICE, Work.OFFICE), "", after, PAGE);
            page.items().stream()
                    .map(LongInvoiceItem::decode)
                    .forEach(entry ->
                            LogContext.within(Map.of("invoice", entry.invoice().value()), () -> step.accept(entry)));
            after = page.next();
        } while (after != null);
    }

    public static Item encode(LongInvoice invoice) {
        return Item.of(key(invoice.invoice()), WorkItem.KIND)
                .number(Item.VERSION, version(invoice))
                .text("upTo", invoice.upTo())
                .list(
                        "onlyOf",
                        invoice.onlyOf().stream()
                                .map(line -> Map.<String, Object>of("line", line.value()))
                                .toList())
                .text("since", invoice.since())
                .build();
    }

    /** The write of an entry that is taken up or given back; it fails where it is ended, or another has come in its place. */
    public static Write replace(LongInvoice invoice) {
        return Write.put(encode(invoice), Condition.version(version(invoice)));
    }

    /** Ends an entry; ending it again is harmless, and one that has come in its place stays. */
    public static void end(Table office, LongInvoice invoice) {
        office.commit(List.of(Write.delete(key(invoice.invoice()), Condition.version(version(invoice)))));
    }

    /** Tells the entry of a drafting from that of the confirmation, which may be begun before the run that drafted has ended its own. */
    private static long version(LongInvoice invoice) {
        return invoice.upTo() == null ? CONFIRMING : DRAFTING;
    }

    private static LongInvoice decode(Item item) {
        Attributes values = item.read();
        String upTo = values.optionalText("upTo");
        return new LongInvoice(
                new Invoice.Id(item.key().sort()),
                upTo == null ? null : LocalDate.parse(upTo),
                values.list("onlyOf").stream()
                        .map(line -> new ContractLine.Id(line.text("line")))
                        .toList(),
                since(values.optionalText("since")));
    }

    private static @Nullable Instant since(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static Key key(Invoice.Id invoice) {
        return WorkItem.key(Work.of(Work.Queue.LONG_INVOICE, Work.OFFICE, invoice.value()));
    }
}
