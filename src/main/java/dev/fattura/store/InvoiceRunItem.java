package dev.fattura.store;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs of invoice schedules, one item for each contract, customer and run date, in the partition of the contract. */
public final class InvoiceRunItem {

    public static final String KIND = "invoiceRun";
    private static final String PREFIX = "RUN#";
    private static final int PAGE = 100;

    /** The version of a run that may be tried again. */
    private static final long FAILED = 0;

    private InvoiceRunItem() {}

    public static Key key(Contract.Id contract, String customer, LocalDate runDate) {
        return new Key(ContractItem.partition(contract), PREFIX + runDate + "#" + customer);
    }

    public static Optional<InvoiceRun> find(Table table, Contract.Id contract, String customer, LocalDate runDate) {
        return table.get(key(contract, customer, runDate)).map(InvoiceRunItem::decode);
    }

    /** All runs of a contract by run date and customer; a schedule is bounded, and so are they. */
    public static List<InvoiceRun> of(Table table, Contract.Id contract) {
        List<InvoiceRun> runs = new ArrayList<>();
        @Nullable String after = null;
        do {
            Page page = table.query(ContractItem.partition(contract), PREFIX, after, PAGE);
            page.items().forEach(item -> runs.add(decode(item)));
            after = page.next();
        } while (after != null);
        return runs;
    }

    /** Writes down how a run went, unless somebody else has been successful at it; returns what is there then. */
    public static InvoiceRun record(Table table, InvoiceRun run) {
        Optional<InvoiceRun> before = find(table, run.contract(), run.customer(), run.runDate());
        Condition condition = before.map(found -> Condition.version(FAILED)).orElse(Condition.ABSENT);
        Commit commit = table.commit(List.of(Write.put(encode(run), condition)));
        Item existing = commit.existing();
        return commit.done() || existing == null ? run : decode(existing);
    }

    public static Item encode(InvoiceRun run) {
        return Item.of(key(run.contract(), run.customer(), run.runDate()), KIND)
                .text("contract", run.contract())
                .text("customer", run.customer())
                .text("runDate", run.runDate())
                .text("status", run.status().code())
                .text("invoice", run.invoice())
                .text("cause", run.cause())
                .number(Item.VERSION, run.status() == InvoiceRun.Status.RUN_SUCCESSFUL ? FAILED + 1 : FAILED)
                .build();
    }

    public static InvoiceRun decode(Item item) {
        Attributes values = item.read();
        String invoice = values.optionalText("invoice");
        return new InvoiceRun(
                new Contract.Id(values.text("contract")),
                values.text("customer"),
                LocalDate.parse(values.text("runDate")),
                Coded.stored(InvoiceRun.Status.class, values.text("status")),
                invoice == null ? null : new Invoice.Id(invoice),
                values.optionalText("cause"));
    }
}
