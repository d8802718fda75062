package dev.fattura.inquiry;

import dev.fattura.ledger.AccountingDetail;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.StagedActual;
import dev.fattura.store.AccountingDetailItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What there is of some billed sales at every later stage, by their ids.
 *
 * @param accruals the postings of the unbilled sales that they bill, by the ids of those
 */
record FactsBehind(
        Map<Actual.Id, StagedActual> rows,
        Map<Actual.Id, ProposalLine> lines,
        Map<Actual.Id, Posting> postings,
        Map<Actual.Id, AccountingDetail> details,
        Map<Actual.Id, Posting> accruals) {

    static FactsBehind of(Table office, Table finance, InvoiceHeaders headers, List<Actual> billed) {
        Invoice invoice = headers.invoice();
        Proposal proposal = headers.proposal();
        List<Actual.Id> ids = billed.stream().map(Actual::id).toList();
        List<Actual.Id> unbilledSales = billed.stream()
                .flatMap(actual -> actual.unbilledSales().stream())
                .toList();
        return new FactsBehind(
                byId(StagedActualItem.findAll(finance, invoice.id(), invoice.shards(), ids), StagedActual::actual),
                proposal == null
                        ? Map.of()
                        : byId(ProposalLineItem.findAll(finance, proposal, ids), ProposalLine::actual),
                proposal == null ? Map.of() : byId(PostingItem.findAll(finance, proposal, ids), Posting::actual),
                byId(AccountingDetailItem.findAll(office, ids), AccountingDetail::actual),
                byId(PostingItem.findAll(finance, unbilledSales), Posting::actual));
    }

    static <T> Map<Actual.Id, T> byId(List<T> facts, Function<T, Actual.Id> id) {
        return facts.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
