package dev.fattura.proforma;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.LongInvoice;
import dev.fattura.ledger.Progress;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.Attempts;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.ContractItem;
import dev.fattura.store.IntakeItem;
import dev.fattura.store.LongInvoiceItem;
import dev.fattura.store.ProgressItem;
import dev.fattura.store.Shards;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drafts a proforma invoice from the billing backlog or from chosen lines (domain.md 1.6 to 1.8, 1.13).
 *
 * <p>The header comes first, while it is being drafted; then the lines page by page; then the draft closes for lines, so that
 * counting them is final, and becomes a draft. Each step can be repeated, by this command or by several at once.
 */
public final class DraftInvoice {

    private final Table office;
    private final DraftNumbers numbers;
    private final GivenLines givenLines;
    private final TakeLines takeLines;
    private final ReleaseDraft releaseDraft;
    private final SettleDraft settleDraft;

    public DraftInvoice(Table office) {
        this.office = office;
        this.numbers = new DraftNumbers(office);
        this.givenLines = new GivenLines(office);
        this.takeLines = new TakeLines(office);
        this.releaseDraft = new ReleaseDraft(office);
        this.settleDraft = new SettleDraft(office);
    }

    /** The draft. @throws Refused if the number is taken, or there is nothing that may be invoiced as asked */
    public Invoice draft(DraftRequest request, Command command) {
        return finish(Attempts.untilDone(() -> begin(request, command, false)), request, command);
    }

    /** As {@link #draft}, but a long invoice from the backlog is left drafting, for {@link FinishLongInvoices}. */
    Invoice begin(DraftRequest request, Command command) {
        Begun begun = Attempts.untilDone(() -> begin(request, command, true));
        return begun.left() ? begun.invoice() : finish(begun, request, command);
    }

    /** Goes on with the drafting of a long invoice to its end. @throws Refused if nothing is left that it could take */
    void finish(Invoice drafting, LongInvoice entry) {
        Contract contract = ContractItem.find(office, drafting.contract()).orElseThrow();
        DraftRequest request = new DraftRequest(
                drafting.id(),
                drafting.contract(),
                drafting.invoiceDate(),
                entry.upTo(),
                List.of(),
                drafting.customer(),
                entry.onlyOf());
        Command command = new Command(drafting.draftedBy(), drafting.draftedBy(), false);
        finish(new Begun(drafting, contract, false), request, command);
    }

    private Invoice finish(Begun begun, DraftRequest request, Command command) {
        if (begun.invoice().status() == InvoiceStatus.DRAFT) {
            return begun.invoice();
        }
        if (IntakeItem.isOpen(office, begun.invoice().id())) {
            takeLines(begun, request);
        }
        return settleDraft.settle(begun.invoice(), command);
    }

    /**
     * A header that is there, and what it is for.
     *
     * @param left whether it is a long invoice that is left to {@link FinishLongInvoices}
     */
    private record Begun(Invoice invoice, Contract contract, boolean left) {}

    private Optional<Begun> begin(DraftRequest request, Command command, boolean leave) {
        Contract contract = ContractItem.find(office, request.contract())
                .orElseThrow(() -> new Refused(
                        RefusalCode.UNKNOWN_REFERENCE,
                        "Contract " + request.contract() + " is not recorded.",
                        "/contract"));
        Optional<Invoice> existing = numbers.existing(request, command);
        if (existing.isPresent()) {
            SettleDraft.requireOwn(existing.get(), command);
            boolean left = existing.get().status() == InvoiceStatus.DRAFTING
                    && LongInvoiceItem.find(office, existing.get().id()).isPresent();
            return Optional.of(new Begun(existing.get(), contract, left));
        }
        String customer = customer(contract, request);
        DraftNumbers.Numbered numbered = numbers.number(request, command);
        long lines = countChecked(numbered.invoice(), contract, customer, request);
        Invoice invoice = DraftHeaders.header(
                numbered.invoice(), contract, customer, request.invoiceDate(), Shards.forLines(lines), command);
        List<Write> writes = new ArrayList<>(DraftHeaders.begin(invoice));
        writes.addAll(numbered.writes());
        LocalDate upTo = leave && LongInvoice.is(lines) ? request.upTo() : null;
        if (upTo != null) {
            LongInvoice later = LongInvoice.drafting(invoice.id(), upTo, request.onlyOf());
            writes.add(Write.put(LongInvoiceItem.encode(later), Condition.NONE));
            writes.add(ProgressItem.begin(invoice.id(), Progress.Step.DRAFT, lines));
        }
        return office.commit(CommandWrites.of(command, writes)).done()
                ? Optional.of(new Begun(invoice, contract, upTo != null))
                : Optional.empty();
    }

    /** Each customer of a contract has invoices of his own (1.4). */
    private static String customer(Contract contract, DraftRequest request) {
        String customer = request.customer() == null ? contract.customer() : request.customer();
        if (contract.agreedWith(customer).isEmpty()) {
            throw new Refused(
                    RefusalCode.UNKNOWN_REFERENCE,
                    "Contract " + contract.id() + " has no customer " + customer + ".",
                    "/customer");
        }
        return customer;
    }

    /** How many lines it may get: everything that can refuse the request is looked at here. */
    private long countChecked(Invoice.Id invoice, Contract contract, String customer, DraftRequest request) {
        if (request.upTo() == null) {
            List<InvoiceLineDetail> details = givenLines.details(invoice, contract, customer, request.lines());
            givenLines.requireFree(invoice, details);
            WorkDates.require(details, request.invoiceDate(), "/lines", "unbilledSales");
            return details.size();
        }
        WorkDates.requireUpTo(request.upTo(), request.invoiceDate(), "/fromBacklog/upTo");
        long lines = backlog(contract, customer, request, request.upTo()).count();
        if (lines == 0) {
            throw SettleDraft.nothingToInvoice();
        }
        return lines;
    }

    private void takeLines(Begun begun, DraftRequest request) {
        Invoice invoice = begun.invoice();
        if (request.upTo() != null) {
            BacklogLines backlog = backlog(begun.contract(), invoice.customer(), request, request.upTo());
            ProgressItem.Counter progress = new ProgressItem.Counter(office, invoice.id(), Progress.Step.DRAFT);
            backlog.eachPage(invoice.id(), progress.done(), page -> {
                progress.add(page.size());
                return takeLines.take(invoice, page).open();
            });
            return;
        }
        List<InvoiceLineDetail> details =
                givenLines.details(invoice.id(), begun.contract(), invoice.customer(), request.lines());
        for (int from = 0; from < details.size(); from += DetailPages.PAGE) {
            List<InvoiceLineDetail> page = details.subList(from, Math.min(from + DetailPages.PAGE, details.size()));
            TakeLines.Taken taken = takeLines.take(invoice, page);
            if (!taken.open()) {
                return;
            }
            if (taken.held().size() < page.size()) {
                giveUp(invoice, details);
                return;
            }
        }
    }

    /** A chosen line went to another invoice after it was looked at: the caller gets all of them or none. */
    private void giveUp(Invoice invoice, List<InvoiceLineDetail> details) {
        if (releaseDraft.abandon(invoice)) {
            throw taken(invoice, details).ending();
        }
    }

    private Refused taken(Invoice invoice, List<InvoiceLineDetail> details) {
        try {
            givenLines.requireFree(invoice.id(), details);
            return new Refused(RefusalCode.ALREADY_ON_INVOICE, "A line was taken or marked meanwhile.", "/lines");
        } catch (Refused taken) {
            return taken;
        }
    }

    private BacklogLines backlog(Contract contract, String customer, DraftRequest request, LocalDate upTo) {
        return new BacklogLines(office, contract, customer, upTo, request.onlyOf());
    }
}
