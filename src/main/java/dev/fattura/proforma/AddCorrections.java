package dev.fattura.proforma;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.money.Money;
import dev.fattura.store.Attempts;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Parts;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds the corrections of a confirmed invoice to a draft of the same contract and customer. Header, claims and details of each part
 * change in one transaction, so the draft is whole at every moment; a repeat adds what is missing.
 */
final class AddCorrections {

    private final Table office;

    AddCorrections(Table office) {
        this.office = office;
    }

    /** @param chosen the chosen transactions; empty for all that can be corrected */
    Invoice add(Invoice original, Invoice.Id draft, List<ReviseRequest.Chosen> chosen, Command command) {
        Progress progress = new Progress(null);
        while (progress.finished() == null) {
            progress = Attempts.untilDone(() -> attempt(original, draft, chosen, command));
        }
        return progress.finished();
    }

    /** @param finished the draft, once it has all of them */
    private record Progress(@Nullable Invoice finished) {}

    private Optional<Progress> attempt(
            Invoice original, Invoice.Id id, List<ReviseRequest.Chosen> chosen, Command command) {
        Invoice draft = draft(original, id);
        RevisionRules.requireNotRevised(office, original.id(), id);
        List<InvoiceLineDetail> details = details(original, id, chosen);
        Map<UUID, Invoice.Id> holders = Claims.holders(office, details);
        List<InvoiceLineDetail> missing = details.stream()
                .filter(detail -> !holders.containsKey(detail.billable().id()))
                .toList();
        if (details.isEmpty()) {
            throw RevisionRules.nothingToRevise(original.id());
        }
        if (missing.isEmpty()) {
            return Optional.of(new Progress(draft));
        }
        List<InvoiceLineDetail> part = missing.subList(0, Math.min(missing.size(), RevisedLines.AT_ONCE));
        // Of halves the second finds the draft changed by the first, and is for the next attempt.
        return Parts.orHalves(part, some -> office.commit(writes(original, draft, some, command))
                        .done())
                ? Optional.of(new Progress(null))
                : Optional.empty();
    }

    private Invoice draft(Invoice original, Invoice.Id id) {
        Invoice draft = InvoiceItem.find(office, id)
                .orElseThrow(
                        () -> new Refused(RefusalCode.UNKNOWN_REFERENCE, "There is no invoice " + id + ".", "/addTo"));
        Drafts.requireDraft(draft, draft.version());
        if (!draft.contract().equals(original.contract()) || !draft.customer().equals(original.customer())) {
            throw new Refused(
                    RefusalCode.WRONG_CONTRACT,
                    "Draft " + id + " is of contract " + draft.contract() + " and customer " + draft.customer() + ".",
                    "/addTo");
        }
        if (!draft.adjustments().corrects().contains(original.id())
                && draft.adjustments().corrects().size() == Invoice.Adjustments.MOST_CORRECTED) {
            throw tooLarge("Draft " + id + " corrects " + Invoice.Adjustments.MOST_CORRECTED + " invoices already.");
        }
        return draft;
    }

    private List<InvoiceLineDetail> details(Invoice original, Invoice.Id draft, List<ReviseRequest.Chosen> chosen) {
        if (!chosen.isEmpty()) {
            return new ChosenCorrections(office, original).details(draft, chosen);
        }
        if (original.lines() > ReviseBody.MOST_LINES) {
            throw tooLarge("Invoice " + original.id() + " has " + original.lines() + " lines.");
        }
        List<InvoiceLineDetail> all = new ArrayList<>();
        new RevisedLines(office, original).each(draft, all::addAll);
        return all;
    }

    private List<Write> writes(Invoice original, Invoice draft, List<InvoiceLineDetail> part, Command command) {
        Money sum = part.stream().map(InvoiceLineDetail::charged).reduce(Money.zero(draft.currency()), Money::plus);
        Invoice added = draft.correcting(original.id()).added(part.size(), sum);
        List<Write> writes = new ArrayList<>(List.of(InvoiceItem.replace(added)));
        if (!draft.adjustments().corrects().contains(original.id())) {
            writes.add(RevisionLock.take(original.id(), draft.id()));
        }
        for (InvoiceLineDetail detail : part) {
            writes.addAll(Claims.take(detail, draft.id()));
            writes.add(Write.put(InvoiceLineDetailItem.encode(draft, detail), Condition.NONE));
        }
        return CommandWrites.goingOn(office, command, writes);
    }

    private static Refused tooLarge(String sentence) {
        return new Refused(RefusalCode.REVISION_TOO_LARGE, sentence, "/addTo");
    }
}
