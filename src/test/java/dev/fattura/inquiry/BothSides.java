package dev.fattura.inquiry;

import dev.fattura.ledger.Work;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.store.AccountingDetailItem;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ApprovalItem;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.Finance;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Item;
import dev.fattura.store.JournalItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.Office;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.InMemoryTable;
import java.util.List;
import java.util.function.Function;

/** Both tables with the example in them at some point of its way. Whoever asks may not write: the test fails if it does. */
final class BothSides {

    final InMemoryTable officeTable = new InMemoryTable();
    final InMemoryTable financeTable = new InMemoryTable();
    final Office office = new Office(officeTable);
    final Finance finance = new Finance(financeTable);

    /** Contract, company, one approved transaction, and the draft that bills it. */
    static BothSides drafted() {
        BothSides sides = new BothSides();
        sides.office(
                ContractItem.encode(Examples.contract()),
                ContractLineItem.encode(Examples.consulting()),
                ContractLineItem.encode(Examples.cellarDesign()),
                ContractLineItem.encode(Examples.sensors()),
                ApprovalItem.encode(Examples.approval()),
                ActualItem.encode(Examples.cost()),
                ActualItem.encode(Examples.unbilledSales()),
                InvoiceItem.encode(Examples.draft()),
                InvoiceLineDetailItem.encode(Examples.draft(), Examples.detail()));
        sides.finance(
                CompanyItem.encode(FinanceExamples.company()),
                StagedActualItem.encode(FinanceExamples.row(Examples.cost())),
                StagedActualItem.encode(FinanceExamples.row(Examples.unbilledSales())));
        return sides;
    }

    /** The proforma is confirmed, the journal is posted, the proposal has its line. */
    static BothSides opened() {
        BothSides sides = drafted();
        sides.office(
                InvoiceItem.encode(Examples.confirmed()),
                ActualItem.encode(Examples.billedSales()),
                ActualItem.encode(Examples.reversal()));
        sides.financeTable.commit(JournalItem.create(FinanceExamples.draftJournal()));
        sides.financeTable.commit(List.of(JournalItem.replace(FinanceExamples.draftJournal()
                .posting(FinanceExamples.postedJournal().vouchers(), 1))));
        sides.financeTable.commit(List.of(JournalItem.replace(FinanceExamples.postedJournal())));
        sides.finance(
                JournalLineItem.encode(FinanceExamples.costLine()),
                JournalLineItem.encode(FinanceExamples.unbilledSalesLine()),
                PostingItem.encode(FinanceExamples.costPosting()),
                PostingItem.encode(FinanceExamples.unbilledSalesPosting()),
                ProposalItem.encode(FinanceExamples.openProposal()),
                StagedActualItem.encode(FinanceExamples.row(Examples.billedSales())),
                ProposalLineItem.encode(FinanceExamples.openProposal(), FinanceExamples.proposalLine()));
        return sides;
    }

    /** All the way: posted and written back. */
    static BothSides writtenBack() {
        BothSides sides = opened();
        sides.finance(
                ProposalItem.encode(FinanceExamples.postedProposal()),
                PostingItem.encode(FinanceExamples.postedProposal(), FinanceExamples.billedSalesPosting()),
                PostingItem.encodeVoucher(Examples.INVOICE, "USMF-PV-000003", FinanceExamples.voucherEntries()));
        sides.office(
                InvoiceItem.encode(Examples.posted()),
                AccountingDetailItem.encode(FinanceExamples.costPosting().accountingDetail()),
                AccountingDetailItem.encode(
                        FinanceExamples.unbilledSalesPosting().accountingDetail()),
                AccountingDetailItem.encode(FinanceExamples.billedSalesPosting().accountingDetail()));
        return sides;
    }

    void office(Item... items) {
        officeTable.putAll(List.of(items));
    }

    void finance(Item... items) {
        financeTable.putAll(List.of(items));
    }

    void waiting(Work... work) {
        financeTable.putAll(List.of(work).stream().map(WorkItem::encode).toList());
    }

    /** The answer of a function, which must not write. */
    HttpReply ask(Function<Invocation, HttpReply> function, Invocation question) {
        officeTable.failBefore(BothSides::refuse);
        financeTable.failBefore(BothSides::refuse);
        try {
            return function.apply(question);
        } finally {
            officeTable.failBefore(operation -> {});
            financeTable.failBefore(operation -> {});
        }
    }

    private static void refuse(String operation) {
        throw new AssertionError("An inquiry wrote: " + operation);
    }
}
