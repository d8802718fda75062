package dev.fattura.staging;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Arrival;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.Work;
import dev.fattura.store.ArrivalItem;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.Condition;
import dev.fattura.store.ContractItem;
import dev.fattura.store.Item;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.InMemoryTable;
import java.util.List;

/** The finance table as the crossings leave it: company and contract, and what a test stages. */
final class StagedTable {

    final InMemoryTable table = new InMemoryTable();

    StagedTable company(Company company) {
        return put(CompanyItem.encode(company), CompanyItem.listed(company.id()));
    }

    StagedTable contract(Contract contract) {
        return put(ContractItem.encode(contract));
    }

    /** A cost or unbilled sales row with its entry in the queue. */
    StagedTable pending(StagedActual row) {
        return put(StagedActualItem.encode(row), WorkItem.encode(pendingWork(row.actual())));
    }

    /** What has arrived together, and no import has looked at. */
    StagedTable arrival(Actual.Id... rows) {
        return put(ArrivalItem.encode(new Arrival(new Company.Id("USMF"), List.of(rows))));
    }

    List<Arrival> arrivals() {
        return ArrivalItem.page(table, new Company.Id("USMF"), null, 100).arrivals();
    }

    StagedTable billed(StagedActual row) {
        return put(StagedActualItem.encode(row));
    }

    StagedTable proposal(Proposal proposal) {
        table.commit(
                List.of(ProposalItem.create(proposal), Write.put(WorkItem.encode(proposalWork()), Condition.NONE)));
        return this;
    }

    StagedTable posted() {
        return put(
                PostingItem.encode(FinanceExamples.costPosting()),
                PostingItem.encode(FinanceExamples.unbilledSalesPosting()));
    }

    /** The one example, staged: a journal to form, and a proposal that waits for it. */
    static StagedTable example() {
        return new StagedTable()
                .company(FinanceExamples.company())
                .contract(Examples.contract())
                .pending(FinanceExamples.row(Examples.cost()))
                .pending(FinanceExamples.row(Examples.unbilledSales()))
                .billed(FinanceExamples.row(Examples.billedSales()))
                .proposal(FinanceExamples.awaitingProposal());
    }

    static Work pendingWork(Actual.Id actual) {
        return Work.of(Work.Queue.IMPORT, "USMF", actual.toString());
    }

    static Work proposalWork() {
        return Work.of(Work.Queue.PROPOSAL, "USMF", "INV-1001");
    }

    List<Work> queue(Work.Queue queue) {
        return WorkItem.page(table, queue, "USMF", null, 1000).work();
    }

    private StagedTable put(Item... items) {
        table.putAll(List.of(items));
        return this;
    }
}
