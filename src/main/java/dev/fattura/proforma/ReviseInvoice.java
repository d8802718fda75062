package dev.fattura.proforma;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Refused;
import dev.fattura.store.Attempts;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.ContractItem;
import dev.fattura.store.IntakeItem;
import dev.fattura.store.Shards;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Revises a confirmed invoice: its billed sales, all or chosen ones, become lines of a corrective draft, each credited in full until
 * it gets another total (domain.md 2.15). The course is that of {@link DraftInvoice}; the revision lock comes with the header.
 */
public final class ReviseInvoice {

    private final Table office;
    private final DraftNumbers numbers;
    private final TakeLines takeLines;
    private final ReleaseDraft releaseDraft;
    private final SettleDraft settleDraft;
    private final AddCorrections addCorrections;

    public ReviseInvoice(Table office) {
        this.office = office;
        this.numbers = new DraftNumbers(office);
        this.takeLines = new TakeLines(office);
        this.releaseDraft = new ReleaseDraft(office);
        this.settleDraft = new SettleDraft(office);
        this.addCorrections = new AddCorrections(office);
    }

    /** The corrective draft. @throws Refused if the invoice is not confirmed, is being revised, or has nothing to correct as asked */
    public Invoice revise(ReviseRequest request, Command command) {
        Invoice original = Drafts.find(office, request.original());
        RevisionRules.requireConfirmed(original);
        if (request.addTo() != null) {
            return addCorrections.add(original, request.addTo(), request.lines(), command);
        }
        Invoice drafting = Attempts.untilDone(() -> begin(original, request, command));
        if (drafting.status() == InvoiceStatus.DRAFT) {
            return drafting;
        }
        if (IntakeItem.isOpen(office, drafting.id())) {
            takeLines(original, drafting, request);
        }
        return settleDraft.settle(drafting, command, () -> RevisionRules.nothingToRevise(original.id()));
    }

    private Optional<Invoice> begin(Invoice original, ReviseRequest request, Command command) {
        DraftRequest draft = new DraftRequest(
                request.invoice(), original.contract(), Objects.requireNonNull(request.invoiceDate()), null, List.of());
        Optional<Invoice> existing = numbers.existing(draft, command);
        if (existing.isPresent()) {
            SettleDraft.requireOwn(existing.get(), command);
            return existing;
        }
        RevisionRules.requireNotRevised(office, original.id(), null);
        DraftNumbers.Numbered numbered = numbers.number(draft, command);
        requireLines(original, numbered.invoice(), request);
        Contract contract = ContractItem.find(office, original.contract()).orElseThrow();
        Invoice drafting = DraftHeaders.header(
                        numbered.invoice(),
                        contract,
                        original.customer(),
                        draft.invoiceDate(),
                        Shards.forLines(original.lines()),
                        command)
                .correcting(original.id());
        List<Write> writes = new ArrayList<>(DraftHeaders.begin(drafting));
        writes.add(RevisionLock.take(original.id(), drafting.id()));
        writes.addAll(numbered.writes());
        return office.commit(CommandWrites.of(command, writes)).done() ? Optional.of(drafting) : Optional.empty();
    }

    /** Everything that can refuse the request is looked at here. */
    private void requireLines(Invoice original, Invoice.Id corrective, ReviseRequest request) {
        boolean[] any = {!request.lines().isEmpty()};
        if (any[0]) {
            new ChosenCorrections(office, original).details(corrective, request.lines());
        } else {
            new RevisedLines(office, original).each(corrective, page -> {
                any[0] = true;
                return false;
            });
        }
        if (!any[0]) {
            throw RevisionRules.nothingToRevise(original.id());
        }
    }

    private void takeLines(Invoice original, Invoice drafting, ReviseRequest request) {
        if (request.lines().isEmpty()) {
            new RevisedLines(office, original)
                    .each(drafting.id(), page -> takeLines.take(drafting, page).open());
            return;
        }
        List<InvoiceLineDetail> chosen;
        try {
            chosen = new ChosenCorrections(office, original).details(drafting.id(), request.lines());
        } catch (Refused overtaken) {
            // A balance was used after it was looked at: the caller gets all lines or none.
            if (releaseDraft.abandon(drafting)) {
                throw overtaken.ending();
            }
            return;
        }
        takeLines.take(drafting, chosen);
    }
}
