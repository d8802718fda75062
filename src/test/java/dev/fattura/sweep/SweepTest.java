package dev.fattura.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.LongInvoice;
import dev.fattura.ledger.MapStatuses;
import dev.fattura.ledger.Work;
import dev.fattura.maps.TableMaps;
import dev.fattura.proforma.EditInvoice;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ApprovalItem;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.Finance;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.LongInvoiceItem;
import dev.fattura.store.MapStatusItem;
import dev.fattura.store.Office;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.SyncErrorItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import dev.fattura.watch.Metrics;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Work UNFINISHED = Work.of(Work.Queue.UNFINISHED_INVOICE, Work.OFFICE, "INV-1001");

    private final InMemoryTable office = new InMemoryTable();
    private final InMemoryTable finance = new InMemoryTable();
    private final Sweep sweep = Conductor.of(
                    new Office(office),
                    new Finance(finance),
                    TableMaps.load(),
                    Clock.fixed(NOON, ZoneOffset.UTC),
                    Metrics.NONE)
            .sweep();

    @Test
    void confirmationThatACrashLeft_isFinished_andCrossesInTheSameSweep() {
        office.putAll(List.of(
                ActualItem.encode(Examples.unbilledSales()),
                InvoiceItem.encode(Examples.confirming()),
                InvoiceLineDetailItem.encode(Examples.confirming(), Examples.detail()),
                WorkItem.encode(UNFINISHED),
                WorkItem.encode(Work.of(Work.Queue.CROSSING_INVOICE, Work.OFFICE, "INV-1001"))));
        office.commit(
                List.of(dev.fattura.store.ClaimItem.claim(Examples.detail().billable(), Examples.INVOICE)));

        SweepReport report = sweep.run(NOON);

        assertThat(report.carried().get(SweepReport.Kind.CONFIRMATIONS_FINISHED))
                .isEqualTo(1);
        assertThat(report.carried().get(SweepReport.Kind.HEADERS_CARRIED)).isEqualTo(1);
        assertThat(report.carried().get(SweepReport.Kind.ACTUALS_CARRIED)).isEqualTo(1);
        assertThat(status()).isEqualTo(InvoiceStatus.CONFIRMED);
        assertThat(ProposalItem.find(finance, Examples.INVOICE)).isPresent();
    }

    @Test
    void draftThatIsBeingMade_isLeftAlone_untilNoFunctionCanStillBeWorkingOnIt() {
        office.putAll(List.of(InvoiceItem.encode(drafting()), WorkItem.encode(UNFINISHED)));

        sweep.run(NOON);
        sweep.run(NOON.plusSeconds(899));
        assertThat(status()).isEqualTo(InvoiceStatus.DRAFTING);

        SweepReport late = sweep.run(NOON.plusSeconds(900));

        assertThat(late.carried().get(SweepReport.Kind.DRAFTS_RELEASED)).isEqualTo(1);
        assertThat(status()).isEqualTo(InvoiceStatus.DELETED);
        assertThat(office.get(WorkItem.key(UNFINISHED))).isEmpty();
    }

    @Test
    void longInvoice_isLeftToItsOwnSchedule() {
        office.putAll(List.of(
                InvoiceItem.encode(drafting()),
                WorkItem.encode(UNFINISHED),
                LongInvoiceItem.encode(LongInvoice.drafting(Examples.INVOICE, LocalDate.of(2026, 1, 31), List.of()))));
        var before = office.contents();

        sweep.run(NOON);
        SweepReport late = sweep.run(NOON.plusSeconds(900));

        assertThat(late.carried().get(SweepReport.Kind.DRAFTS_RELEASED)).isZero();
        assertThat(office.contents()).isEqualTo(before);
    }

    @Test
    void contract_crosses_andItsReadyMilestonesAreInTheBacklog() {
        office.putAll(List.of(
                ContractItem.encode(Examples.contract()),
                ContractLineItem.encode(Examples.cellarDesign()),
                WorkItem.encode(Work.of(Work.Queue.CROSSING_CONTRACT, Work.OFFICE, "ORD-1001"))));

        SweepReport report = sweep.run(NOON);

        assertThat(report.carried().get(SweepReport.Kind.CONTRACTS_CARRIED)).isEqualTo(1);
        assertThat(ContractItem.find(finance, Examples.CONTRACT)).contains(Examples.contract());
        assertThat(office.contents().values())
                .filteredOn(item -> item.kind().equals("backlog"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text("reference")).isEqualTo("M1"));
    }

    @Test
    void entryThatCannotBeCarried_isReported_andHoldsUpNobody() {
        finance.putAll(List.of(
                CompanyItem.listed(Examples.COMPANY),
                ProposalItem.encode(FinanceExamples.postedProposal()),
                WorkItem.encode(Work.of(Work.Queue.WRITE_BACK_PROPOSAL, "USMF", "INV-1001"))));
        finance.commit(dev.fattura.store.JournalItem.create(FinanceExamples.postedJournal()));
        finance.putAll(List.of(
                PostingItem.encode(FinanceExamples.costPosting()),
                PostingItem.encode(FinanceExamples.unbilledSalesPosting()),
                WorkItem.encode(Work.of(Work.Queue.WRITE_BACK_JOURNAL, "USMF", "USMF-IJ-000001"))));
        office.putAll(List.of(ActualItem.encode(Examples.cost()), ActualItem.encode(Examples.unbilledSales())));

        SweepReport report = sweep.run(NOON);

        assertThat(report.failures())
                .extracting(failure -> failure.queue().code() + " " + failure.cause())
                .containsExactly("writeBackProposal Proposal INV-1001 has 1 lines and 0 postings.");
        assertThat(report.carried().get(SweepReport.Kind.WRITE_BACKS_DONE)).isEqualTo(1);
    }

    @Test
    void nothing_isCarriedOrTickedOff_whileItsMapIsPaused() {
        office.putAll(List.of(
                ContractItem.encode(Examples.contract()),
                WorkItem.encode(Work.of(Work.Queue.CROSSING_CONTRACT, Work.OFFICE, "ORD-1001")),
                ApprovalItem.encode(Examples.approval()),
                ActualItem.encode(Examples.cost()),
                WorkItem.encode(Work.of(Work.Queue.CROSSING_APPROVAL, Work.OFFICE, Examples.APPROVAL.toString())),
                InvoiceItem.encode(Examples.confirmed()),
                WorkItem.encode(Work.of(Work.Queue.CROSSING_INVOICE, Work.OFFICE, "INV-1001"))));
        MapStatuses paused = MapStatuses.allRun();
        for (Crossing crossing : Crossing.values()) {
            paused = paused.pausing(crossing, NOON);
            finance.commit(List.of(MapStatusItem.replace(paused)));
        }
        var before = List.of(office.contents(), finance.contents());

        SweepReport report = sweep.run(NOON);

        assertThat(report.failures()).isEmpty();
        assertThat(List.of(office.contents(), finance.contents())).isEqualTo(before);
    }

    @Test
    void postedInvoiceThatChangedUnbilledSales_isLookedAtOnce_andTickedOff() {
        office.putAll(List.of(
                InvoiceItem.encode(Examples.posted()),
                InvoiceLineDetailItem.encode(Examples.posted(), Examples.detail()),
                ActualItem.encode(Examples.billedSales()),
                WorkItem.encode(Work.of(Work.Queue.CROSSING_INVOICE, Work.OFFICE, "INV-1001"))));

        SweepReport report = sweep.run(NOON);

        assertThat(report.carried().get(SweepReport.Kind.ACTUALS_CARRIED)).isEqualTo(1);
        assertThat(office.get(WorkItem.key(Work.of(Work.Queue.CROSSING_INVOICE, Work.OFFICE, "INV-1001"))))
                .isEmpty();
    }

    @Test
    void documentThatCouldNotCross_isResolved_whenItsQueueEntryCrosses() {
        finance.putAll(List.of(
                CompanyItem.listed(Examples.COMPANY),
                ProposalItem.encode(FinanceExamples.postedProposal()),
                WorkItem.encode(Work.of(Work.Queue.WRITE_BACK_PROPOSAL, "USMF", "INV-1001"))));
        office.putAll(List.of(InvoiceItem.encode(Examples.confirmed()), ActualItem.encode(Examples.billedSales())));
        sweep.run(NOON);
        assertThat(SyncErrorItem.page(finance, true, null, null, 10).errors())
                .extracting(error -> error.code().code() + " " + error.attempts())
                .containsExactly("record-missing 1");

        finance.putAll(
                List.of(PostingItem.encode(FinanceExamples.postedProposal(), FinanceExamples.billedSalesPosting())));
        sweep.run(NOON.plusSeconds(900));

        assertThat(SyncErrorItem.page(finance, true, null, null, 10).errors()).isEmpty();
        assertThat(SyncErrorItem.page(finance, false, null, null, 10).errors()).hasSize(1);
        assertThat(status()).isEqualTo(InvoiceStatus.POSTED);
    }

    @Test
    void entryOfAnInvoiceThatIsFinished_isTickedOff() {
        office.putAll(List.of(InvoiceItem.encode(Examples.draft()), WorkItem.encode(UNFINISHED)));

        sweep.run(NOON);

        assertThat(office.get(WorkItem.key(UNFINISHED))).isEmpty();
        assertThat(status()).isEqualTo(InvoiceStatus.DRAFT);
    }

    /** It was deleted after the sweep had read a draft, by a function that crashed before it released anything. */
    @Test
    void entryThatIsNewerThanTheDraftThatTheSweepHasRead_stays() {
        office.putAll(List.of(
                InvoiceItem.encode(Examples.draft()),
                InvoiceLineDetailItem.encode(Examples.draft(), Examples.detail()),
                WorkItem.encode(UNFINISHED)));
        office.failBefore(tickingOff -> {
            int[] writes = {0};
            office.failBefore(write -> {
                if (++writes[0] == 2) {
                    throw new Disturbed.Crash();
                }
            });
            assertThatThrownBy(() -> new EditInvoice(office)
                            .delete(Examples.INVOICE, Examples.draft().version(), OfficeExamples.remembered("delete")))
                    .isInstanceOf(Disturbed.Crash.class);
            office.failBefore(none -> {});
        });

        sweep.run(NOON);

        assertThat(status()).isEqualTo(InvoiceStatus.DELETED);
        assertThat(office.get(WorkItem.key(UNFINISHED))).isPresent();
        SweepReport next = sweep.run(NOON);
        assertThat(next.carried().get(SweepReport.Kind.DRAFTS_RELEASED)).isEqualTo(1);
        assertThat(office.get(WorkItem.key(UNFINISHED))).isEmpty();
    }

    private InvoiceStatus status() {
        return InvoiceItem.find(office, Examples.INVOICE).orElseThrow().status();
    }

    private static Invoice drafting() {
        Invoice draft = Examples.draft();
        return new Invoice(
                draft.id(),
                draft.contract(),
                draft.company(),
                draft.customer(),
                draft.currency(),
                InvoiceStatus.DRAFTING,
                0,
                draft.invoiceDate(),
                draft.description(),
                1,
                0,
                Examples.gbp("0.00"),
                "draft-1",
                null,
                null,
                null);
    }
}
