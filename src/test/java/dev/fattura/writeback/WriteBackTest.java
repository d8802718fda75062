package dev.fattura.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.ledger.AccountingDetail;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Work;
import dev.fattura.money.Rate;
import dev.fattura.store.AccountingDetailItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Item;
import dev.fattura.store.JournalItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.InMemoryTable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteBackTest {

    private static final Work JOURNAL = Work.of(Work.Queue.WRITE_BACK_JOURNAL, "USMF", "USMF-IJ-000001");
    private static final Work PROPOSAL = Work.of(Work.Queue.WRITE_BACK_PROPOSAL, "USMF", "INV-1001");
    private static final Work CROSSING = Work.of(Work.Queue.CROSSING_INVOICE, Work.OFFICE, "INV-1001");

    private InMemoryTable office;
    private InMemoryTable finance;
    private WriteBack writeBack;

    @BeforeEach
    void postInFinance() {
        office = new InMemoryTable();
        finance = new InMemoryTable();
        writeBack = new WriteBack(office, finance);
        office.putAll(List.of(InvoiceItem.encode(Examples.confirmed()), WorkItem.encode(CROSSING)));
        finance.commit(JournalItem.create(FinanceExamples.postedJournal()));
        finance.putAll(List.of(
                PostingItem.encode(FinanceExamples.costPosting()),
                PostingItem.encode(FinanceExamples.unbilledSalesPosting()),
                ProposalItem.encode(FinanceExamples.postedProposal()),
                PostingItem.encode(FinanceExamples.postedProposal(), FinanceExamples.billedSalesPosting()),
                WorkItem.encode(JOURNAL),
                WorkItem.encode(PROPOSAL)));
    }

    @Test
    void journal_writesTheDetailOfEveryLine_andLeavesItsQueue() {
        writeBack.journal(FinanceExamples.JOURNAL);

        assertThat(AccountingDetailItem.findAll(
                        office,
                        List.of(Examples.cost().id(), Examples.unbilledSales().id())))
                .containsExactlyInAnyOrder(
                        new AccountingDetail(
                                Examples.cost().id(),
                                Examples.usd("480.00"),
                                Rate.of("1"),
                                "USMF-PV-000001",
                                Examples.usd("0.00")),
                        new AccountingDetail(
                                Examples.unbilledSales().id(),
                                Examples.usd("1250.00"),
                                Rate.of("1.25"),
                                "USMF-PV-000002",
                                Examples.gbp("0.00")));
        assertThat(finance.get(WorkItem.key(JOURNAL))).isEmpty();
    }

    @Test
    void proposal_writesTheDetailsAndTheCustomerInvoice_andLeavesItsQueues() {
        writeBack.proposal(Examples.INVOICE);

        assertThat(AccountingDetailItem.findAll(
                        office, List.of(Examples.billedSales().id())))
                .containsExactly(new AccountingDetail(
                        Examples.billedSales().id(),
                        Examples.usd("1250.00"),
                        Rate.of("1.25"),
                        "USMF-PV-000003",
                        Examples.gbp("200.00")));
        assertThat(InvoiceItem.find(office, Examples.INVOICE)).contains(Examples.posted());
        assertThat(office.get(WorkItem.key(CROSSING))).isEmpty();
        assertThat(finance.get(WorkItem.key(PROPOSAL))).isEmpty();
    }

    @Test
    void writeBack_changesNothing_whenItIsRepeated() {
        writeBack.journal(FinanceExamples.JOURNAL);
        writeBack.proposal(Examples.INVOICE);
        var office1 = office.contents();
        var finance1 = finance.contents();

        writeBack.proposal(Examples.INVOICE);
        writeBack.journal(FinanceExamples.JOURNAL);

        assertThat(office.contents()).isEqualTo(office1);
        assertThat(finance.contents()).isEqualTo(finance1);
    }

    @Test
    void writeBack_endsTheSame_afterACrashBeforeAnyOfItsWrites() {
        writeBack.proposal(Examples.INVOICE);
        var calm = List.of(office.contents(), finance.contents());
        for (int fatal = 0; fatal < 3; fatal++) {
            postInFinance();
            crashBefore(fatal);

            assertThatThrownBy(() -> writeBack.proposal(Examples.INVOICE)).hasMessage("crash");
            office.failBefore(operation -> {});
            finance.failBefore(operation -> {});
            writeBack.proposal(Examples.INVOICE);

            assertThat(List.of(office.contents(), finance.contents())).isEqualTo(calm);
        }
    }

    @Test
    void proposal_isLeftAlone_beforeItIsPosted() {
        finance.putAll(List.of(ProposalItem.encode(FinanceExamples.openProposal())));
        var before = office.contents();

        writeBack.proposal(Examples.INVOICE);

        assertThat(office.contents()).isEqualTo(before);
        assertThat(finance.get(WorkItem.key(PROPOSAL))).isPresent();
    }

    @Test
    void proposal_staysInItsQueue_whenAPostingIsMissing() {
        finance.deleteAll(finance.contents().values().stream()
                .filter(item -> item.kind().equals(PostingItem.KIND))
                .map(Item::key)
                .toList());

        assertThatThrownBy(() -> writeBack.proposal(Examples.INVOICE)).hasMessageContaining("1 lines and 0 postings");

        assertThat(InvoiceItem.find(office, Examples.INVOICE).orElseThrow().status())
                .isEqualTo(InvoiceStatus.CONFIRMED);
        assertThat(finance.get(WorkItem.key(PROPOSAL))).isPresent();
    }

    @Test
    void nothing_isWritten_forUnknownDocuments() {
        InMemoryTable empty = new InMemoryTable();
        new WriteBack(office, empty).proposal(Examples.INVOICE);
        new WriteBack(office, empty).journal(FinanceExamples.JOURNAL);

        assertThat(AccountingDetailItem.findAll(
                        office, List.of(Examples.billedSales().id())))
                .isEmpty();
    }

    private void crashBefore(int fatal) {
        AtomicInteger writes = new AtomicInteger();
        java.util.function.Consumer<String> crash = operation -> {
            if (writes.getAndIncrement() == fatal) {
                throw new IllegalStateException("crash");
            }
        };
        office.failBefore(crash);
        finance.failBefore(crash);
    }
}
