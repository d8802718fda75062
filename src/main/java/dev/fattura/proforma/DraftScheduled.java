package dev.fattura.proforma;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.DueRun;
import dev.fattura.ledger.Identifiers;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceRun;
import dev.fattura.ledger.InvoiceSchedule;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.store.Condition;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.DraftedItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceRunItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Drafts the invoices that the invoice schedules of contract lines ask for (domain.md 1.13): one for each contract, customer and run date
 * that is due, of all lines with that run date, up to the day before it.
 *
 * <p>The command that drafts it follows from the three, so a run date is never run twice, whoever runs it at the same time or again
 * after a crash. A run that fails is tried again by the next call; it holds up its own contract and no other.
 */
public final class DraftScheduled {

    private static final Logger LOG = Logger.getLogger(DraftScheduled.class);
    private static final int PAGE = 100;

    private final Table office;
    private final DraftInvoice draftInvoice;

    public DraftScheduled(Table office) {
        this.office = office;
        this.draftInvoice = new DraftInvoice(office);
    }

    /** The runs that were due and had not been successful, with how they went. */
    public List<InvoiceRun> run(LocalDate today) {
        List<InvoiceRun> runs = new ArrayList<>();
        @Nullable String after = null;
        do {
            WorkItem.Entries page = WorkItem.page(office, Work.Queue.INVOICE_SCHEDULE, Work.OFFICE, after, PAGE);
            List<DueRun> due = page.work().stream()
                    .map(DueRun::of)
                    .filter(run -> !run.runDate().isAfter(today))
                    .toList();
            due.forEach(run -> runs.addAll(catchUp(run, today)));
            // In the order of the dates: whatever follows is later.
            after = due.size() < page.work().size() ? null : page.next();
        } while (after != null);
        return runs;
    }

    /** Goes from run date to run date of a contract up to today, as long as they succeed. */
    private List<InvoiceRun> catchUp(DueRun first, LocalDate today) {
        List<InvoiceRun> runs = new ArrayList<>();
        Optional<DueRun> due = Optional.of(first);
        while (due.isPresent() && !due.get().runDate().isAfter(today)) {
            try {
                due = runAll(due.get(), runs);
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "The invoice schedule of contract %s could not be run", first.contract());
                return runs;
            }
        }
        return runs;
    }

    /** Runs a run date for all customers. Returns the next one; none if it has to be tried again, or was the last. */
    private Optional<DueRun> runAll(DueRun due, List<InvoiceRun> runs) {
        Contract contract = ContractItem.find(office, due.contract()).orElseThrow();
        List<ContractLine> lines = ContractLineItem.of(office, contract.id());
        boolean successful = true;
        for (ContractCustomer customer : contract.customers()) {
            Optional<InvoiceRun> before =
                    InvoiceRunItem.find(office, contract.id(), customer.customer(), due.runDate());
            if (before.isEmpty() || before.get().status() != InvoiceRun.Status.RUN_SUCCESSFUL) {
                InvoiceRun run = run(due, contract, customer.customer(), due.lines(lines));
                runs.add(InvoiceRunItem.record(office, run));
                successful &= run.status() == InvoiceRun.Status.RUN_SUCCESSFUL;
            }
        }
        return successful ? advance(due, lines) : Optional.empty();
    }

    private Optional<DueRun> advance(DueRun due, List<ContractLine> lines) {
        Optional<DueRun> next = due.next(lines);
        List<Write> writes = new ArrayList<>(List.of(Write.delete(WorkItem.key(due.work()), Condition.NONE)));
        next.ifPresent(run -> writes.add(Write.put(WorkItem.encode(run.work()), Condition.NONE)));
        office.commit(writes);
        return next;
    }

    private InvoiceRun run(DueRun due, Contract contract, String customer, List<ContractLine.Id> lines) {
        try {
            Optional<Invoice.Id> invoice = draft(due, contract, customer, lines);
            return new InvoiceRun(
                    contract.id(),
                    customer,
                    due.runDate(),
                    InvoiceRun.Status.RUN_SUCCESSFUL,
                    invoice.orElse(null),
                    null);
        } catch (Refused refused) {
            return failed(due, customer, refused.detail());
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "No invoice of contract %s could be drafted by schedule", contract.id());
            return failed(due, customer, "It failed unexpectedly; the log has the reason.");
        }
    }

    private static InvoiceRun failed(DueRun due, String customer, String cause) {
        return new InvoiceRun(due.contract(), customer, due.runDate(), InvoiceRun.Status.RUN_FAILED, null, cause);
    }

    /** The draft of that run; none where there is nothing to invoice. */
    private Optional<Invoice.Id> draft(DueRun due, Contract contract, String customer, List<ContractLine.Id> lines) {
        DraftRequest request = new DraftRequest(
                null, contract.id(), due.runDate(), InvoiceSchedule.cutOff(due.runDate()), List.of(), customer, lines);
        int attempt = 1;
        while (true) {
            Command command = command(due, customer, attempt);
            Optional<Invoice> made = made(command);
            if (made.isEmpty() || made.get().status() == InvoiceStatus.DRAFTING) {
                Optional<Invoice.Id> drafted = draft(request, command);
                // Where nothing was left, a run beside this one may have taken it, for the same invoice: look again.
                if (drafted.isPresent() || made(command).isEmpty()) {
                    return drafted;
                }
            } else if (made.get().status() == InvoiceStatus.DELETED) {
                // An attempt that a crash cut short was abandoned by the sweep: it made no invoice.
                attempt++;
            } else {
                return made.map(Invoice::id);
            }
        }
    }

    private Optional<Invoice> made(Command command) {
        return DraftedItem.find(office, command).flatMap(invoice -> InvoiceItem.find(office, invoice));
    }

    private Optional<Invoice.Id> draft(DraftRequest request, Command command) {
        try {
            return Optional.of(draftInvoice.draft(request, command).id());
        } catch (Refused refused) {
            if (refused.code() == RefusalCode.NOTHING_TO_INVOICE) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Remembered, so that whoever comes second finds what the first has made. */
    private static Command command(DueRun due, String customer, int attempt) {
        String id = Identifiers.derived(
                        "scheduledInvoice",
                        due.contract().value(),
                        customer,
                        due.runDate().toString(),
                        Integer.toString(attempt))
                .toString();
        return new Command(id, id, true);
    }
}
