package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The facts of the office: what people did, the actuals of it, the proforma, and what confirming it wrote. */
final class OfficeFacts {

    private OfficeFacts() {}

    static void addTo(FactList facts, Lineage lineage) {
        lineage.actuals().forEach(actual -> transactions(actual).forEach(id -> addTransaction(facts, id)));
        lineage.details().forEach(detail -> addSold(facts, detail));
        facts.add(
                FactIds.invoice(lineage.invoice().id()),
                Fact.Kind.INVOICE,
                Summaries.invoice(lineage.invoice()),
                List.of());
        Map<Actual.Id, InvoiceLineDetail> confirmed = confirmed(lineage);
        for (Actual actual : lineage.actuals()) {
            if (!confirmed.containsKey(actual.id())) {
                addActual(
                        facts,
                        actual,
                        transactions(actual).stream()
                                .map(FactIds::approvedTransaction)
                                .toList());
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
            confirmed.put(Actual.Id.billedSalesOf(detail.id()), detail);
            confirmed.put(Actual.Id.reversalFor(detail.id()), detail);
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

    /** Milestones and product-based lines: nothing was approved for them. */
    private static void addSold(FactList facts, InvoiceLineDetail detail) {
        Billable.Kind kind = detail.billable().kind();
        if (kind != Billable.Kind.UNBILLED_SALES) {
            facts.add(
                    FactIds.sold(detail),
                    kind == Billable.Kind.MILESTONE ? Fact.Kind.MILESTONE : Fact.Kind.PRODUCT_LINE,
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

    private static List<String> causes(Actual actual, InvoiceLineDetail detail) {
        String id = detail.id().toString();
        return actual.skipSync() ? List.of(id, billed(detail)) : List.of(id);
    }

    private static String billed(InvoiceLineDetail detail) {
        Billable billable = detail.billable();
        return billable.kind() == Billable.Kind.UNBILLED_SALES
                ? FactIds.actual(new Actual.Id(billable.id()))
                : FactIds.sold(detail);
    }

    private static List<String> transactions(Actual actual) {
        return actual.origins().stream()
                .filter(origin -> origin.type() == OriginType.APPROVED_TRANSACTION)
                .map(Origin::id)
                .toList();
    }
}
