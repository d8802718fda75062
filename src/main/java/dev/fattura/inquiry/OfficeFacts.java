package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The facts of the office: what people did, the actuals of it, the proforma, and what confirming it wrote. */
final class OfficeFacts {

    private OfficeFacts() {}

    static void addTo(FactList facts, Lineage lineage) {
        lineage.actuals().forEach(actual -> transactions(actual).forEach(id -> addTransaction(facts, id)));
        lineage.details().forEach(detail -> addSold(facts, detail));
        addInvoice(facts, lineage.invoice());
        lineage.others().forEach(other -> addInvoice(facts, other));
        Map<Actual.Id, InvoiceLineDetail> confirmed = confirmed(lineage);
        for (Actual actual : lineage.actuals()) {
            if (!confirmed.containsKey(actual.id())) {
                addActual(facts, actual, causes(actual));
            }
        }
        lineage.details().forEach(detail -> addDetail(facts, detail));
        for (Actual actual : lineage.actuals()) {
            InvoiceLineDetail detail = confirmed.get(actual.id());
            if (detail != null) {
                addActual(facts, actual, causes(actual, detail));
            }
        }
    }

    /** By the ids that confirming gives to what it writes: the line detail that it writes them for. */
    private static Map<Actual.Id, InvoiceLineDetail> confirmed(Lineage lineage) {
        Map<Actual.Id, InvoiceLineDetail> confirmed = new HashMap<>();
        for (InvoiceLineDetail detail : lineage.details()) {
            ActualPart.idsOf(detail).forEach(id -> confirmed.put(id, detail));
        }
        return confirmed;
    }

    private static void addTransaction(FactList facts, String transaction) {
        facts.add(
                FactIds.approvedTransaction(transaction),
                Fact.Kind.APPROVED_TRANSACTION,
                Summaries.approvedTransaction(transaction),
                List.of());
    }

    /** What it corrects came before it. */
    private static void addInvoice(FactList facts, Invoice invoice) {
        facts.add(
                FactIds.invoice(invoice.id()),
                Fact.Kind.INVOICE,
                Summaries.invoice(invoice),
                invoice.adjustments().corrects().stream().map(FactIds::invoice).toList());
    }

    /** Milestones, product-based lines, retainers and what was entered by hand: nothing was approved for them. */
    private static void addSold(FactList facts, InvoiceLineDetail detail) {
        if (detail.backing() == null) {
            facts.add(
                    FactIds.sold(detail),
                    switch (detail.billable().kind()) {
                        case MILESTONE -> Fact.Kind.MILESTONE;
                        case RETAINER -> Fact.Kind.RETAINER;
                        case ENTERED, ENTERED_ON_FIXED_PRICE -> Fact.Kind.ENTERED_LINE;
                        case PRODUCT, UNBILLED_SALES, DEDUCTION, REFUND, BILLED_SALES, REVISION ->
                            Fact.Kind.PRODUCT_LINE;
                    },
                    Summaries.sold(detail),
                    List.of());
        }
    }

    private static void addDetail(FactList facts, InvoiceLineDetail detail) {
        facts.add(
                detail.id().toString(),
                Fact.Kind.INVOICE_LINE_DETAIL,
                Summaries.detail(detail),
                List.of(billed(detail), FactIds.invoice(detail.invoice())));
    }

    private static void addActual(FactList facts, Actual actual, List<String> causes) {
        facts.addActual(FactIds.actual(actual.id()), actual.type().code(), Summaries.actual(actual), causes);
    }

    /** Of what confirming wrote: the line detail, and what it takes back or stands for from then on. */
    private static List<String> causes(Actual actual, InvoiceLineDetail detail) {
        List<String> causes = new ArrayList<>(List.of(detail.id().toString()));
        causes.addAll(originals(actual));
        return causes;
    }

    /** Of what was there before: the work, and where an earlier invoice wrote it, that invoice and what it took back. */
    private static List<String> causes(Actual actual) {
        List<String> causes = new ArrayList<>();
        transactions(actual).stream().map(FactIds::approvedTransaction).forEach(causes::add);
        if (actual.invoice() != null) {
            causes.add(FactIds.invoice(actual.invoice()));
        }
        causes.addAll(originals(actual));
        return causes;
    }

    private static List<String> originals(Actual actual) {
        return actual.connections().stream()
                .filter(connection -> connection.otherRole() == ConnectionRole.ORIGINAL)
                .map(connection -> FactIds.actual(new Actual.Id(connection.other())))
                .toList();
    }

    private static String billed(InvoiceLineDetail detail) {
        return detail.backing() == null
                ? FactIds.sold(detail)
                : FactIds.actual(new Actual.Id(detail.billable().id()));
    }

    /** The approved transactions that it was made of. */
    static List<String> transactions(Actual actual) {
        return actual.origins().stream()
                .filter(origin -> origin.type() == OriginType.APPROVED_TRANSACTION)
                .map(Origin::id)
                .toList();
    }
}
