package dev.fattura.proforma;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.ProjectItem;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The line details that a request adds to a draft: all of them can be on it, and none is on an invoice. */
final class LinesToAdd {

    private final Table office;
    private final GivenLines givenLines;

    LinesToAdd(Table office) {
        this.office = office;
        this.givenLines = new GivenLines(office);
    }

    /** @throws Refused at the first line that cannot be added */
    List<InvoiceLineDetail> details(Invoice draft, Contract contract, AddLinesRequest request) {
        List<InvoiceLineDetail> details =
                new ArrayList<>(givenLines.details(draft.id(), contract, draft.customer(), request.lines()));
        requireFree(details, "/lines/");
        WorkDates.require(details, draft.invoiceDate(), "/lines", "unbilledSales");
        List<InvoiceLineDetail> entered = entered(draft, contract, request.entered());
        requireFree(entered, "/entered/");
        WorkDates.require(entered, draft.invoiceDate(), "/entered", "date");
        details.addAll(entered);
        return details;
    }

    /** So many at a time as fit in one transaction. */
    static List<List<InvoiceLineDetail>> parts(List<InvoiceLineDetail> details) {
        List<List<InvoiceLineDetail>> parts = new ArrayList<>();
        for (int from = 0; from < details.size(); from += EditLines.AT_ONCE) {
            parts.add(details.subList(from, Math.min(from + EditLines.AT_ONCE, details.size())));
        }
        return parts;
    }

    private List<InvoiceLineDetail> entered(Invoice draft, Contract contract, List<EnteredLine> lines) {
        Set<UUID> seen = new HashSet<>();
        List<InvoiceLineDetail> details = new ArrayList<>();
        for (EnteredLine entered : lines) {
            String pointer = "/entered/" + details.size();
            ContractLine line = ContractLineItem.find(office, draft.contract(), entered.line())
                    .orElse(null);
            InvoiceLineDetail detail =
                    EnteredLineRules.detail(draft, contract, entered, line, financialDimensions(line), pointer);
            if (!seen.add(detail.billable().id())) {
                throw new Refused(RefusalCode.DUPLICATE_LINE, "This entry is there twice.", pointer + "/entry");
            }
            details.add(detail);
        }
        return details;
    }

    /** Those of its project, which time, expense, material and fees get (3.8). */
    private Map<String, String> financialDimensions(@Nullable ContractLine line) {
        return Optional.ofNullable(line)
                .map(ContractLine::project)
                .flatMap(project -> ProjectItem.find(office, project))
                .map(Project::financialDimensions)
                .orElse(Map.of());
    }

    private void requireFree(List<InvoiceLineDetail> details, String pointer) {
        Map<UUID, Invoice.Id> holders = Claims.holders(office, details);
        for (int index = 0; index < details.size(); index++) {
            Invoice.Id holder = holders.get(details.get(index).billable().id());
            if (holder != null) {
                throw new Refused(RefusalCode.ALREADY_ON_INVOICE, "It is on invoice " + holder + ".", pointer + index);
            }
        }
    }
}
