package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Retainer;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.RetainerItem;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The chosen lines of a request, as details of a draft and in the order of the request. */
final class GivenLines {

    private final Table office;

    GivenLines(Table office) {
        this.office = office;
    }

    /** @throws Refused at the first line that cannot be on an invoice of that contract, or is there twice */
    List<InvoiceLineDetail> details(
            Invoice.Id invoice, Contract contract, String customer, List<DraftRequest.GivenLine> given) {
        Map<String, ContractLine> lines = ContractLineItem.of(office, contract.id()).stream()
                .collect(Collectors.toMap(line -> line.id().value(), Function.identity()));
        Map<UUID, Actual> actuals = actuals(given);
        Set<UUID> seen = new HashSet<>();
        List<InvoiceLineDetail> details = new ArrayList<>();
        for (DraftRequest.GivenLine line : given) {
            String pointer = "/lines/" + details.size();
            InvoiceLineDetail detail = detail(invoice, contract, customer, line, lines, actuals, pointer);
            if (!seen.add(detail.billable().id())) {
                throw new Refused(RefusalCode.DUPLICATE_LINE, "This line is there twice.", pointer);
            }
            details.add(detail);
        }
        requireReady(details, given);
        return details;
    }

    private InvoiceLineDetail detail(
            Invoice.Id invoice,
            Contract contract,
            String customer,
            DraftRequest.GivenLine given,
            Map<String, ContractLine> lines,
            Map<UUID, Actual> actuals,
            String pointer) {
        if (given.unbilledSales() != null) {
            Actual actual = actuals.get(given.unbilledSales());
            return GivenLineRules.unbilledSales(invoice, contract, customer, given, actual, pointer);
        }
        if (given.retainer() != null) {
            Retainer retainer = RetainerItem.find(office, contract.id(), new Retainer.Id(given.retainer()))
                    .orElse(null);
            ContractLine line =
                    retainer == null ? null : lines.get(retainer.line().value());
            return GivenLineRules.retainer(invoice, contract, customer, given, line, retainer, pointer);
        }
        return GivenLineRules.ofContract(invoice, contract, customer, given, find(lines, given.line()), pointer);
    }

    /**
     * Only what stands in the backlog, ready, goes on a draft: not what was billed as it was written, nor what was cancelled. Of what an
     * invoice has, its claim tells.
     */
    private void requireReady(List<InvoiceLineDetail> details, List<DraftRequest.GivenLine> given) {
        Map<UUID, BacklogEntry> waiting = Claims.waiting(office, details);
        Map<UUID, Invoice.Id> holders = Claims.holders(office, details);
        for (int index = 0; index < details.size(); index++) {
            UUID id = details.get(index).billable().id();
            BacklogEntry entry = waiting.get(id);
            String pointer = "/lines/" + index + "/" + given.get(index).kind();
            if (entry != null && !entry.ready() && !holders.containsKey(id)) {
                throw new Refused(RefusalCode.MILESTONE_NOT_READY, "It is not ready to invoice.", pointer);
            }
            if (entry == null && !holders.containsKey(id)) {
                throw new Refused(RefusalCode.WRONG_LINE, "It is not in the billing backlog.", pointer);
            }
        }
    }

    /** Refuses the first line that another invoice holds. */
    void requireFree(Invoice.Id invoice, List<InvoiceLineDetail> details) {
        Map<UUID, Invoice.Id> holders = Claims.holders(office, details);
        for (int index = 0; index < details.size(); index++) {
            Invoice.Id holder =
                    holders.getOrDefault(details.get(index).billable().id(), invoice);
            if (!holder.equals(invoice)) {
                throw new Refused(
                        RefusalCode.ALREADY_ON_INVOICE, "It is on invoice " + holder + ".", "/lines/" + index);
            }
        }
    }

    private static @Nullable ContractLine find(Map<String, ContractLine> lines, @Nullable String line) {
        return line == null ? null : lines.get(line);
    }

    private Map<UUID, Actual> actuals(List<DraftRequest.GivenLine> given) {
        List<Actual.Id> ids = given.stream()
                .map(DraftRequest.GivenLine::unbilledSales)
                .filter(Objects::nonNull)
                .map(Actual.Id::new)
                .toList();
        return ActualItem.findAll(office, ids).stream()
                .collect(Collectors.toMap(actual -> actual.id().value(), Function.identity()));
    }
}
