package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.BacklogEntry;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What a confirmed invoice has billed, as lines of a corrective draft (domain.md 2.15). */
final class RevisedLines {

    /** So many lines, each with at most four writes, that a draft takes them in one transaction. */
    static final int AT_ONCE = 24;

    private final Table office;
    private final Invoice original;

    RevisedLines(Table office, Invoice original) {
        this.office = office;
        this.original = original;
    }

    /** Hands over all that can be corrected and is on no other corrective invoice, in small pages, until one use returns false. */
    void each(Invoice.Id corrective, Predicate<List<InvoiceLineDetail>> use) {
        DetailPages.eachWhile(office, original, page -> {
            List<InvoiceLineDetail> corrections = corrections(corrective, page);
            boolean going = true;
            for (int from = 0; going && from < corrections.size(); from += AT_ONCE) {
                going = use.test(corrections.subList(from, Math.min(from + AT_ONCE, corrections.size())));
            }
            return going;
        });
    }

    /** The chosen ones, in the order of the request. @throws Refused at the first that cannot be corrected */
    List<InvoiceLineDetail> chosen(Invoice.Id corrective, List<ReviseRequest.Chosen> lines) {
        Set<UUID> seen = new HashSet<>();
        List<InvoiceLineDetail> details = new ArrayList<>();
        for (ReviseRequest.Chosen line : lines) {
            String pointer = "/lines/" + details.size();
            if (!seen.add(line.billedSales())) {
                throw new Refused(RefusalCode.DUPLICATE_LINE, "This line is there twice.", pointer);
            }
            details.add(chosen(corrective, line, pointer));
        }
        for (int index = 0; index < details.size(); index++) {
            requireFree(corrective, details.get(index), "/lines/" + index);
        }
        return details;
    }

    private InvoiceLineDetail chosen(Invoice.Id corrective, ReviseRequest.Chosen line, String pointer) {
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
        holder(corrective, ClaimItem.holder(office, detail.billable())).ifPresent(holder -> {
            throw new Refused(RefusalCode.ALREADY_CORRECTED, "It is corrected by invoice " + holder + ".", pointer);
        });
        Claims.closedBalance(detail)
                .flatMap(entry -> holder(corrective, ClaimItem.holder(office, entry.billable())))
                .ifPresent(holder -> {
                    throw new Refused(
                            RefusalCode.RETAINER_USED,
                            "Its balance is applied or refunded on invoice " + holder + ".",
                            pointer);
                });
    }

    private static Optional<Invoice.Id> holder(Invoice.Id corrective, Optional<Invoice.Id> holder) {
        return holder.filter(invoice -> !invoice.equals(corrective));
    }

    private List<InvoiceLineDetail> corrections(Invoice.Id corrective, List<InvoiceLineDetail> billed) {
        Map<Actual.Id, InvoiceLineDetail> byActual = new HashMap<>();
        for (InvoiceLineDetail detail : billed) {
            if (CorrectionLineDecider.refusal(detail, "").isEmpty()) {
                ActualPart.idsOf(detail).forEach(id -> byActual.put(id, detail));
            }
        }
        List<InvoiceLineDetail> corrections = new ArrayList<>();
        for (Actual actual : ActualItem.findAll(office, List.copyOf(byActual.keySet()))) {
            InvoiceLineDetail detail = byActual.get(actual.id());
            if (detail != null && CorrectionLineDecider.isBilled(actual)) {
                corrections.add(CorrectionLineDecider.of(corrective, detail, actual));
            }
        }
        return free(corrective, corrections);
    }

    private List<InvoiceLineDetail> free(Invoice.Id corrective, List<InvoiceLineDetail> corrections) {
        Map<UUID, Invoice.Id> holders = new HashMap<>(Claims.holders(office, corrections));
        holders.putAll(ClaimItem.holders(
                office,
                corrections.stream()
                        .flatMap(detail -> Claims.closedBalance(detail).stream())
                        .map(BacklogEntry::billable)
                        .toList()));
        holders.values().removeIf(corrective::equals);
        return corrections.stream()
                .filter(detail -> !holders.containsKey(detail.billable().id()))
                .filter(detail -> Claims.closedBalance(detail)
                        .filter(entry -> holders.containsKey(entry.billable().id()))
                        .isEmpty())
                .toList();
    }
}
