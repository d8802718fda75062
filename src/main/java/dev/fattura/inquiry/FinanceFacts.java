package dev.fattura.inquiry;

import dev.fattura.ledger.AccountingDetail;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.TransactionType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The facts of finance: staging rows, journals, the proposal, its customer invoice, and what came back to the office. */
final class FinanceFacts {

    private FinanceFacts() {}

    static void addTo(FactList facts, Lineage lineage) {
        lineage.rows()
                .forEach(row -> facts.add(
                        FactIds.row(row.actual()),
                        Fact.Kind.STAGED_ACTUAL,
                        Summaries.row(row),
                        List.of(FactIds.actual(row.actual()))));
        lineage.journalLines()
                .forEach(line -> facts.add(
                        FactIds.journalLine(line.actual()),
                        Fact.Kind.JOURNAL_LINE,
                        Summaries.journalLine(line),
                        List.of(FactIds.row(line.actual()))));
        lineage.journalPostings()
                .forEach(posting -> addPosting(facts, posting, List.of(FactIds.journalLine(posting.actual()))));
        Proposal proposal = lineage.proposal();
        if (proposal != null) {
            addProposal(facts, lineage, proposal);
        }
        addAccounting(facts, lineage);
    }

    private static void addProposal(FactList facts, Lineage lineage, Proposal proposal) {
        String header = FactIds.proposal(proposal.id());
        facts.add(header, Fact.Kind.PROPOSAL, Summaries.proposal(proposal), List.of(FactIds.invoice(proposal.id())));
        Map<Actual.Id, StagedActual> rows = new HashMap<>();
        lineage.rows().forEach(row -> rows.put(row.actual(), row));
        lineage.proposalLines().forEach(line -> {
            StagedActual row = rows.get(line.actual());
            // Lines are made once the unbilled sales behind them are posted (domain.md 3.4).
            Stream<String> accrual = row == null || row.unbilledSales() == null
                    ? Stream.of()
                    : Stream.of(FactIds.posting(row.unbilledSales()));
            facts.add(
                    FactIds.proposalLine(line.actual()),
                    Fact.Kind.PROPOSAL_LINE,
                    Summaries.proposalLine(line),
                    Stream.concat(Stream.of(FactIds.row(line.actual()), header), accrual)
                            .toList());
        });
        CustomerInvoice invoice = proposal.customerInvoice();
        if (invoice != null) {
            String id = FactIds.customerInvoice(invoice.number());
            facts.add(id, Fact.Kind.CUSTOMER_INVOICE, Summaries.customerInvoice(invoice), List.of(header));
            lineage.proposalPostings()
                    .forEach(
                            posting -> addPosting(facts, posting, List.of(FactIds.proposalLine(posting.actual()), id)));
        }
    }

    private static void addAccounting(FactList facts, Lineage lineage) {
        Map<Actual.Id, TransactionType> types = new HashMap<>();
        lineage.actuals().forEach(actual -> types.put(actual.id(), actual.type()));
        for (AccountingDetail detail : lineage.accounting()) {
            TransactionType type = types.get(detail.actual());
            if (type != null) {
                facts.add(
                        FactIds.accounting(detail.actual()),
                        Fact.Kind.ACCOUNTING_DETAIL,
                        Summaries.accounting(detail, type),
                        List.of(FactIds.posting(detail.actual())));
            }
        }
    }

    private static void addPosting(FactList facts, Posting posting, List<String> causes) {
        facts.add(FactIds.posting(posting.actual()), Fact.Kind.POSTING, Summaries.posting(posting), causes);
    }
}
