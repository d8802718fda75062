package dev.fattura.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.ledger.AccountingDetail;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.MapStatuses;
import dev.fattura.ledger.SyncError;
import dev.fattura.ledger.SyncErrorCode;
import dev.fattura.ledger.Work;
import dev.fattura.maps.SyncErrors;
import dev.fattura.maps.SyncFailure;
import dev.fattura.maps.TableMaps;
import dev.fattura.money.Rate;
import dev.fattura.store.AccountingDetailItem;
import dev.fattura.store.ActualItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Item;
import dev.fattura.store.JournalItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.SyncErrorItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.InMemoryTable;
import dev.fattura.watch.Metrics;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteBackTest {

    private static final Work JOURNAL = Work.of(Work.Queue.WRITE_BACK_JOURNAL, "USMF", "USMF-IJ-000001");
    private static final Work PROPOSAL = Work.of(Work.Queue.WRITE_BACK_PROPOSAL, "USMF", "INV-1001");
    private static final Work CROSSING = Work.of(Work.Queue.CROSSING_INVOICE, Work.OFFICE, "INV-1001");

    private static final MapStatuses RUNNING = MapStatuses.allRun();

    private InMemoryTable office;
    private InMemoryTable finance;
    private WriteBack writeBack;

    @BeforeEach
    void postInFinance() {
        office = new InMemoryTable();
        finance = new InMemoryTable();
        writeBack = writeBack(finance);
        office.putAll(List.of(
                InvoiceItem.encode(Examples.confirmed()),
                ActualItem.encode(Examples.cost()),
                ActualItem.encode(Examples.unbilledSales()),
                ActualItem.encode(Examples.billedSales()),
                WorkItem.encode(CROSSING)));
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
        writeBack.journal(FinanceExamples.JOURNAL, RUNNING);

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
        writeBack.proposal(Examples.INVOICE, RUNNING);

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
        writeBack.journal(FinanceExamples.JOURNAL, RUNNING);
        writeBack.proposal(Examples.INVOICE, RUNNING);
        var office1 = office.contents();
        var finance1 = finance.contents();

        writeBack.proposal(Examples.INVOICE, RUNNING);
        writeBack.journal(FinanceExamples.JOURNAL, RUNNING);

        assertThat(office.contents()).isEqualTo(office1);
        assertThat(finance.contents()).isEqualTo(finance1);
    }

    @Test
    void writeBack_endsTheSame_afterACrashBeforeAnyOfItsWrites() {
        writeBack.proposal(Examples.INVOICE, RUNNING);
        var calm = List.of(office.contents(), finance.contents());
        for (int fatal = 0; fatal < 3; fatal++) {
            postInFinance();
            crashBefore(fatal);

            assertThatThrownBy(() -> writeBack.proposal(Examples.INVOICE, RUNNING))
                    .hasMessage("crash");
            office.failBefore(operation -> {});
            finance.failBefore(operation -> {});
            writeBack.proposal(Examples.INVOICE, RUNNING);

            assertThat(List.of(office.contents(), finance.contents())).isEqualTo(calm);
        }
    }

    @Test
    void proposal_isLeftAlone_beforeItIsPosted() {
        finance.putAll(List.of(ProposalItem.encode(FinanceExamples.openProposal())));
        var before = office.contents();

        writeBack.proposal(Examples.INVOICE, RUNNING);

        assertThat(office.contents()).isEqualTo(before);
        assertThat(finance.get(WorkItem.key(PROPOSAL))).isPresent();
    }

    @Test
    void proposal_staysInItsQueue_whenAPostingIsMissing() {
        finance.lose(finance.contents().values().stream()
                .filter(item -> item.kind().equals(PostingItem.KIND))
                .map(Item::key)
                .toList());

        assertThatThrownBy(() -> writeBack.proposal(Examples.INVOICE, RUNNING))
                .hasMessageContaining("1 lines and 0 postings");

        assertThat(InvoiceItem.find(office, Examples.INVOICE).orElseThrow().status())
                .isEqualTo(InvoiceStatus.CONFIRMED);
        assertThat(finance.get(WorkItem.key(PROPOSAL))).isPresent();
    }

    @Test
    void nothing_isWritten_forUnknownDocuments() {
        InMemoryTable empty = new InMemoryTable();
        writeBack(empty).proposal(Examples.INVOICE, RUNNING);
        writeBack(empty).journal(FinanceExamples.JOURNAL, RUNNING);

        assertThat(AccountingDetailItem.findAll(
                        office, List.of(Examples.billedSales().id())))
                .isEmpty();
    }

    @Test
    void detailWithoutItsActual_isParked_theRestIsWritten_andARetryWritesItWhenTheActualIsBack() {
        office.lose(List.of(ActualItem.key(Examples.cost().id())));

        assertThat(writeBack.journal(FinanceExamples.JOURNAL, RUNNING)).isTrue();

        assertThat(AccountingDetailItem.findAll(office, bothActuals()))
                .extracting(AccountingDetail::voucher)
                .containsExactly("USMF-PV-000002");
        SyncError error = onlyError();
        assertThat(error.crossing()).isEqualTo(Crossing.ACCOUNTING);
        assertThat(error.code()).isEqualTo(SyncErrorCode.TARGET_MISSING);
        assertThat(error.cause()).startsWith("Unable to look up msdyn_actuals with the value ");
        assertThatThrownBy(() -> writeBack.detailAgain(error.reference())).isInstanceOf(SyncFailure.class);

        office.putAll(List.of(ActualItem.encode(Examples.cost())));
        writeBack.detailAgain(error.reference());

        assertThat(AccountingDetailItem.findAll(office, bothActuals()))
                .extracting(AccountingDetail::voucher)
                .containsExactlyInAnyOrder("USMF-PV-000001", "USMF-PV-000002");
    }

    @Test
    void detailOfAnotherVoucher_isParked_andTheOneThatIsThereStays() {
        AccountingDetail other = new AccountingDetail(
                Examples.cost().id(), Examples.usd("480.00"), Rate.of("1"), "USMF-PV-000999", Examples.usd("0.00"));
        office.putAll(List.of(AccountingDetailItem.encode(other)));

        writeBack.journal(FinanceExamples.JOURNAL, RUNNING);

        assertThat(AccountingDetailItem.findAll(office, List.of(Examples.cost().id())))
                .containsExactly(other);
        assertThat(onlyError().code()).isEqualTo(SyncErrorCode.TARGET_CONTRADICTS);
    }

    @Test
    void postingThatCannotBeRead_isParked_andTheRestIsWritten() {
        Item posting = PostingItem.encode(FinanceExamples.costPosting());
        finance.putAll(List.of(Item.of(posting.key(), PostingItem.KIND)
                .all(posting.attributes())
                .text("exchangeRate", "one")
                .build()));

        writeBack.journal(FinanceExamples.JOURNAL, RUNNING);

        assertThat(AccountingDetailItem.findAll(office, bothActuals())).hasSize(1);
        assertThat(onlyError().code()).isEqualTo(SyncErrorCode.RECORD_UNREADABLE);
    }

    @Test
    void customerInvoiceWithoutItsProforma_isParked_andARetryWritesItWhenTheProformaIsBack() {
        office.lose(List.of(InvoiceItem.key(Examples.INVOICE)));

        assertThat(writeBack.proposal(Examples.INVOICE, RUNNING)).isTrue();

        assertThat(AccountingDetailItem.findAll(
                        office, List.of(Examples.billedSales().id())))
                .hasSize(1);
        assertThat(onlyError().crossing()).isEqualTo(Crossing.CUSTOMER_INVOICES);
        assertThat(onlyError().cause()).isEqualTo("Proposal INV-1001 has no proforma invoice.");

        office.putAll(List.of(InvoiceItem.encode(Examples.confirmed())));
        writeBack.customerInvoiceAgain(Examples.INVOICE);

        assertThat(InvoiceItem.find(office, Examples.INVOICE)).contains(Examples.posted());
    }

    @Test
    void journal_staysInItsQueue_whileTheAccountingMapIsPaused() {
        var before = office.contents();

        assertThat(writeBack.journal(FinanceExamples.JOURNAL, paused(Crossing.ACCOUNTING)))
                .isFalse();

        assertThat(office.contents()).isEqualTo(before);
        assertThat(finance.get(WorkItem.key(JOURNAL))).isPresent();
    }

    @Test
    void proposal_staysInItsQueue_untilBothItsMapsRun() {
        writeBack.proposal(Examples.INVOICE, paused(Crossing.ACCOUNTING));

        assertThat(InvoiceItem.find(office, Examples.INVOICE)).contains(Examples.posted());
        assertThat(AccountingDetailItem.findAll(
                        office, List.of(Examples.billedSales().id())))
                .isEmpty();
        assertThat(finance.get(WorkItem.key(PROPOSAL))).isPresent();

        writeBack.proposal(Examples.INVOICE, paused(Crossing.CUSTOMER_INVOICES));

        assertThat(AccountingDetailItem.findAll(
                        office, List.of(Examples.billedSales().id())))
                .hasSize(1);
        assertThat(finance.get(WorkItem.key(PROPOSAL))).isPresent();
    }

    @Test
    void crossingOfAnInvoiceThatChangedUnbilledSales_isLeftToTheSweep() {
        Invoice edited = Examples.confirming()
                .confirmed(Examples.controlTotals().withUnbilledSales(Examples.gbp("-250.00"), false));
        office.putAll(List.of(InvoiceItem.encode(edited)));

        writeBack.proposal(Examples.INVOICE, RUNNING);

        assertThat(InvoiceItem.find(office, Examples.INVOICE).orElseThrow().status())
                .isEqualTo(InvoiceStatus.POSTED);
        assertThat(office.get(WorkItem.key(CROSSING))).isPresent();
    }

    private WriteBack writeBack(InMemoryTable posted) {
        return new WriteBack(
                office,
                posted,
                TableMaps.load(),
                new SyncErrors(posted, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Metrics.NONE));
    }

    private static MapStatuses paused(Crossing crossing) {
        return RUNNING.pausing(crossing, Instant.EPOCH);
    }

    private static List<Actual.Id> bothActuals() {
        return List.of(Examples.cost().id(), Examples.unbilledSales().id());
    }

    private SyncError onlyError() {
        List<SyncError> errors =
                SyncErrorItem.page(finance, true, null, null, 10).errors();
        assertThat(errors).hasSize(1);
        return errors.get(0);
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
