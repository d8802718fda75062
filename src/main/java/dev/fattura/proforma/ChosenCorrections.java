package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The chosen transactions of a confirmed invoice, as lines of a corrective draft (domain.md 2.15). */
final class ChosenCorrections {

    private final Table office;
    private final Invoice original;

    ChosenCorrections(Table office, Invoice original) {
        this.office = office;
        this.original = original;
    }

    /** Their details, in the order of the request. @throws Refused at the first that cannot be corrected */
    List<InvoiceLineDetail> details(Invoice.Id corrective, List<ReviseRequest.Chosen> lines) {
        Set<UUID> seen = new HashSet<>();
        List<InvoiceLineDetail> details = new ArrayList<>();
        for (ReviseRequest.Chosen line : lines) {
            String pointer = "/lines/" + details.size();
            if (!seen.add(line.billedSales())) {
                throw new Refused(RefusalCode.DUPLICATE_LINE, "This line is there twice.", pointer);
            }
            details.add(detail(corrective, line, pointer));
        }
        for (int index = 0; index < details.size(); index++) {
            requireFree(corrective, details.get(index), "/lines/" + index);
        }
        return details;
    }

    private InvoiceLineDetail detail(Invoice.Id corrective, ReviseRequest.Chosen line, String pointer) {
        Actual billedSales = ActualItem.find(office, new Actual.Id(line.billedSales()))
                .filter(CorrectionLineDecider::isBilled)
                .filter(actual -> original.id().equals(actual.invoice()))
                .orElseThrow(() -> new Refused(
                        RefusalCode.UNKNOWN_REFERENCE,
                        "Invoice " + original.id() + " has no billed sales " + line.billedSales() + ".",
                        pointer + "/billedSales"));
        InvoiceLineDetail billed = billed(billedSales);
        CorrectionLineDecider.refusal(billed, pointer).ifPresent(refused -> {
            throw refused;
        });
        InvoiceLineDetail credit = CorrectionLineDecider.of(corrective, billed, billedSales);
        if (line.quantity() == null && line.price() == null && line.billingType() == null) {
            return credit;
        }
        return CorrectionLineDecider.edited(
                credit,
                line.quantity() == null && line.price() != null ? billedSales.quantity() : line.quantity(),
                line.price(),
                line.billingType(),
                pointer);
    }

    /** Its line detail is the first of its origins that is one: those of earlier invoices come after. */
    private InvoiceLineDetail billed(Actual billedSales) {
        return billedSales.origins().stream()
                .filter(origin -> origin.type() == OriginType.INVOICE_LINE_DETAIL)
                .findFirst()
                .map(Origin::id)
                .map(id -> new InvoiceLineDetail.Id(UUID.fromString(id)))
                .flatMap(id -> InvoiceLineDetailItem.find(office, original, id))
                .orElseThrow(() -> new IllegalStateException("Billed sales without line detail: " + billedSales.id()));
    }

    private void requireFree(Invoice.Id corrective, InvoiceLineDetail detail, String pointer) {
        Optional<Invoice.Id> corrected = ClaimItem.holder(office, detail.billable());
        if (corrected.filter(corrective::equals).isPresent()) {
            return;
        }
        corrected.ifPresent(holder -> {
            throw new Refused(RefusalCode.ALREADY_CORRECTED, "It is corrected by invoice " + holder + ".", pointer);
        });
        Claims.closedBalance(detail)
                .flatMap(entry -> ClaimItem.holder(office, entry.billable()))
                .ifPresent(holder -> {
                    throw new Refused(
                            RefusalCode.RETAINER_USED,
                            "Its balance is applied or refunded on invoice " + holder + ".",
                            pointer);
                });
    }
}
