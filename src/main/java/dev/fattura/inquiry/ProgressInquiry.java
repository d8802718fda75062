package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Progress;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.runtime.Json;
import dev.fattura.store.Finance;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Office;
import dev.fattura.store.ProgressItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How far an invoice is on its way (domain.md 0), from its headers and from what the step that runs has counted. */
final class ProgressInquiry {

    private static final Set<InvoiceStatus> DRAFTED =
            EnumSet.complementOf(EnumSet.of(InvoiceStatus.DRAFTING, InvoiceStatus.DELETED));
    private static final Set<InvoiceStatus> CONFIRMED = EnumSet.of(InvoiceStatus.CONFIRMED, InvoiceStatus.POSTED);

    private final Table office;
    private final Table finance;

    ProgressInquiry(Office office, Finance finance) {
        this.office = office.table();
        this.finance = finance.table();
    }

    /** @throws dev.fattura.ledger.Refused if there is no such invoice */
    ObjectNode of(Invoice.Id id) {
        Invoice invoice = InvoiceItem.find(office, id).orElseThrow(() -> Missing.of("invoice", id));
        Optional<Proposal> proposal = ProposalItem.find(finance, id);
        boolean linesMade = proposal.filter(found -> found.lineTotals() != null).isPresent();
        boolean posted = proposal.filter(found -> found.status() == ProposalStatus.POSTED)
                .isPresent();
        ObjectNode json = Json.object()
                .put("invoice", id.value())
                .put("status", invoice.status().code());
        proposal.ifPresent(found -> json.put("proposalStatus", found.status().code()));
        ArrayNode steps = json.putArray("steps");
        step(steps, Progress.Step.DRAFT, DRAFTED.contains(invoice.status()), office, invoice);
        step(steps, Progress.Step.CONFIRM, CONFIRMED.contains(invoice.status()), office, invoice);
        step(steps, Progress.Step.IMPORT, linesMade, finance, invoice);
        step(steps, Progress.Step.POST, posted, finance, invoice);
        step(steps, Progress.Step.WRITE_BACK, invoice.status() == InvoiceStatus.POSTED, finance, invoice);
        json.put("writtenBack", invoice.status() == InvoiceStatus.POSTED);
        return json;
    }

    private static void step(ArrayNode steps, Progress.Step step, boolean complete, Table table, Invoice invoice) {
        Progress progress = complete
                ? new Progress(invoice.id(), step, invoice.lines(), invoice.lines())
                : ProgressItem.find(table, invoice.id(), step)
                        .orElseGet(() -> new Progress(invoice.id(), step, 0, invoice.lines()));
        steps.addObject()
                .put("step", step.code())
                .put("complete", complete)
                .put("done", progress.done())
                .put("of", progress.of());
    }
}
