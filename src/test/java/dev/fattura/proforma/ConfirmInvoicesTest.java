package dev.fattura.proforma;

import static dev.fattura.support.OfficeExamples.JANUARY_31;
import static dev.fattura.support.OfficeExamples.remembered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.contract.ApproveTransactions;
import dev.fattura.ledger.BulkConfirmation;
import dev.fattura.ledger.BulkConfirmation.Status;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Deed;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.money.Money;
import dev.fattura.store.BulkConfirmationItem;
import dev.fattura.store.DeedItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import dev.fattura.watch.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfirmInvoicesTest {

    private static final Command BULK = remembered("bulk");
    private static final Command KEYLESS = new Command("request", "request", false);

    @Test
    void bulkConfirmation_confirmsEachOnItsOwn_andSaysWhyOneFailed() {
        InMemoryTable office = drafted(3);
        BulkConfirmation confirmation = schedule(
                office, wanted("INV-0", null), wanted("INV-1", 7L), wanted("INV-9", null), wanted("INV-2", 1L));

        assertThat(statuses(office, confirmation))
                .containsExactly(Status.SCHEDULED, Status.SCHEDULED, Status.SCHEDULED, Status.SCHEDULED);
        assertThat(new ConfirmInvoices(office, Metrics.NONE).run(100, JANUARY_31))
                .isEqualTo(4);

        assertThat(statuses(office, confirmation))
                .containsExactly(Status.COMPLETE, Status.FAILED, Status.FAILED, Status.COMPLETE);
        assertThat(entries(office, confirmation))
                .extracting(BulkConfirmation.Entry::failure)
                .containsExactly(null, "invoice-changed", "not-found", null);
        assertThat(entries(office, confirmation).get(1).cause()).isEqualTo("Invoice INV-1 has version 1 now, not 7.");
        assertThat(status(office, "INV-0")).isEqualTo(InvoiceStatus.CONFIRMED);
        assertThat(status(office, "INV-1")).isEqualTo(InvoiceStatus.DRAFT);
        assertThat(pending(office)).isEmpty();
    }

    @Test
    void bulkConfirmation_ofMoreThanTheAnchorAllows_goesOnFromRunToRun() {
        InMemoryTable office = drafted(300);
        BulkConfirmation confirmation = schedule(
                office,
                IntStream.range(0, 300)
                        .mapToObj(number -> wanted("INV-" + number, null))
                        .toArray(ScheduleConfirmations.Wanted[]::new));

        assertThat(new ConfirmInvoices(office, Metrics.NONE).run(120, JANUARY_31))
                .isEqualTo(120);
        assertThat(statuses(office, confirmation))
                .filteredOn(Status.COMPLETE::equals)
                .hasSize(120);
        assertThat(pending(office)).hasSize(1);
        new ConfirmInvoices(office, Metrics.NONE).run(1000, JANUARY_31);
        assertThat(statuses(office, confirmation)).hasSize(300).containsOnly(Status.COMPLETE);
        assertThat(pending(office)).isEmpty();
    }

    @Test
    void bulkConfirmation_scheduledTwiceByOneCommand_isOne() {
        InMemoryTable office = drafted(1);
        assertThat(schedule(office, wanted("INV-0", null))).isEqualTo(schedule(office, wanted("INV-0", null)));
        new ConfirmInvoices(office, Metrics.NONE).run(10, JANUARY_31);
        new ConfirmInvoices(office, Metrics.NONE).run(10, JANUARY_31);
        assertThat(InvoiceItem.find(office, new Invoice.Id("INV-0"))
                        .orElseThrow()
                        .version())
                .isEqualTo(3);
    }

    /** Without a key the same request is a new one as soon as the one before is over; INV-0, which that one confirmed, is no failure. */
    @Test
    void sameRequestWithoutAKey_afterOneFailed_confirmsWhatWasMendedSince() {
        InMemoryTable office = drafted(1);
        BulkConfirmation first = schedule(office, KEYLESS, wanted("INV-0", 1L), wanted("INV-1", null));
        assertThat(schedule(office, KEYLESS, wanted("INV-0", 1L), wanted("INV-1", null)))
                .isEqualTo(first);
        run(office);
        assertThat(statuses(office, first)).containsExactly(Status.COMPLETE, Status.FAILED);
        draft(office, 1);

        for (int again = 0; again < 2; again++) {
            BulkConfirmation next = schedule(office, KEYLESS, wanted("INV-0", 1L), wanted("INV-1", null));
            run(office);
            assertThat(statuses(office, next)).containsExactly(Status.COMPLETE, Status.COMPLETE);
            assertThat(next.id()).isNotEqualTo(first.id());
        }
        assertThat(status(office, "INV-1")).isEqualTo(InvoiceStatus.CONFIRMED);
        assertThat(pending(office)).isEmpty();
    }

    @Test
    void sameRequestWithAKey_staysWhatItWas() {
        InMemoryTable office = drafted(0);
        BulkConfirmation first = schedule(office, wanted("INV-0", null));
        run(office);
        draft(office, 0);
        assertThat(schedule(office, wanted("INV-0", null))).isEqualTo(first);
        assertThat(pending(office)).isEmpty();
    }

    @Test
    void sameRequestWithoutAKey_crashedOrOvertakenBeforeAnyWrite_endsAsIfUndisturbed() {
        assertThat(Disturbed.byCrashes(ConfirmInvoicesTest::failedOnce, ConfirmInvoicesTest::confirmAgain))
                .isPositive();
        assertThat(Disturbed.byTwins(ConfirmInvoicesTest::failedOnce, ConfirmInvoicesTest::confirmAgain))
                .isPositive();
    }

    /** The process died, or the store was busy, before the key was taken; the caller thought better of one of them. */
    @Test
    void request_thatWasSentAgainWithLess_confirmsNoMore() {
        InMemoryTable office = drafted(2);
        office.failBefore(operation -> {
            if (operation.startsWith("commit CONFIRMATION#")) {
                office.failBefore(commit -> {
                    throw new Disturbed.Crash();
                });
            }
        });
        assertThatThrownBy(() -> schedule(office, wanted("INV-0", null), wanted("INV-1", null)))
                .isInstanceOf(Disturbed.Crash.class);
        office.failBefore(none -> {});

        BulkConfirmation less = schedule(office, new Command("bulk", "less", true), wanted("INV-0", null));
        run(office);

        assertThat(statuses(office, less)).containsExactly(Status.COMPLETE);
        assertThat(status(office, "INV-1")).isEqualTo(InvoiceStatus.DRAFT);
    }

    @Test
    void requestsOfOneKey_atTheSameTime_confirmWhatTheFasterOneAskedFor() {
        InMemoryTable office = drafted(2);
        office.failBefore(first -> {
            office.failBefore(none -> {});
            schedule(office, new Command("bulk", "faster", true), wanted("INV-0", null));
        });

        assertThatThrownBy(() -> schedule(office, wanted("INV-1", null)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo(RefusalCode.COMMAND_IN_PROGRESS));
        run(office);

        assertThat(status(office, "INV-0")).isEqualTo(InvoiceStatus.CONFIRMED);
        assertThat(status(office, "INV-1")).isEqualTo(InvoiceStatus.DRAFT);
    }

    /** The gateway gives up after 30 seconds: what is long is for the schedule, and so is all that is longer than that together. */
    @Test
    void call_confirmsWhatItHasTimeFor_andLeavesTheRestToTheSchedule() {
        InMemoryTable office = drafted(4);
        lengthen(office, "INV-0", 2_000);
        lengthen(office, "INV-1", 1_200);
        lengthen(office, "INV-2", 1_000);
        BulkConfirmation confirmation = schedule(
                office,
                wanted("INV-0", null),
                wanted("INV-1", null),
                wanted("INV-2", null),
                wanted("INV-3", null),
                wanted("INV-9", null));

        new ConfirmInvoices(office, Metrics.NONE).begin(confirmation, JANUARY_31);

        assertThat(statuses(office, confirmation))
                .containsExactly(Status.SCHEDULED, Status.COMPLETE, Status.SCHEDULED, Status.COMPLETE, Status.FAILED);
        assertThat(pending(office)).hasSize(1);
        assertThat(new ConfirmInvoices(office, Metrics.NONE).run(100, JANUARY_31))
                .isEqualTo(2);
        assertThat(statuses(office, confirmation)).startsWith(Status.COMPLETE, Status.COMPLETE, Status.COMPLETE);
        assertThat(pending(office)).isEmpty();
    }

    @Test
    void call_looksAtTwentyFiveInvoices_andOnlyAtItsOwn() {
        InMemoryTable office = drafted(27);
        BulkConfirmation others = schedule(office, remembered("others"), wanted("INV-26", null));
        BulkConfirmation own = schedule(
                office,
                IntStream.range(0, 26)
                        .mapToObj(number -> wanted("INV-" + number, null))
                        .toArray(ScheduleConfirmations.Wanted[]::new));

        new ConfirmInvoices(office, Metrics.NONE).begin(own, JANUARY_31);

        assertThat(statuses(office, own)).filteredOn(Status.COMPLETE::equals).hasSize(25);
        assertThat(statuses(office, others)).containsExactly(Status.SCHEDULED);
        new ConfirmInvoices(office, Metrics.NONE).begin(others, JANUARY_31);
        assertThat(statuses(office, others)).containsExactly(Status.COMPLETE);
        assertThat(pending(office))
                .extracting(Work::id)
                .containsExactly(own.id().toString());
    }

    @Test
    void whatTheScheduleConfirms_isTheDeedOfWhoeverAskedForIt() {
        InMemoryTable office = drafted(1);
        Command asked = new Command("bulk", "bulk", true, "manager-us");
        new ScheduleConfirmations(office).schedule(List.of(wanted("INV-0", null)), null, asked);
        new ConfirmInvoices(office, Metrics.NONE).run(10, JANUARY_31);
        assertThat(DeedItem.of(office, InvoiceItem.key(new Invoice.Id("INV-0"))))
                .containsExactly(new Deed("invoice", "INV-0", 3, "confirmed", "manager-us"));
    }

    @Test
    void bulkConfirmation_crashedOrOvertakenBeforeAnyWrite_endsAsIfUndisturbed() {
        assertThat(Disturbed.byCrashes(() -> drafted(2), ConfirmInvoicesTest::confirmBoth))
                .isPositive();
        assertThat(Disturbed.byTwins(() -> drafted(2), ConfirmInvoicesTest::confirmBoth))
                .isPositive();
    }

    /** It has read the entry as scheduled; when it goes on the other is done, and then it is gone. */
    @Test
    void slowRun_takesNothingBack_fromOneThatWasDoneSince() {
        InMemoryTable office = drafted(1);
        BulkConfirmation confirmation = schedule(office, wanted("INV-0", null));
        office.failBefore(first -> {
            office.failBefore(none -> {});
            new ConfirmInvoices(office, Metrics.NONE).run(10, JANUARY_31);
            office.failBefore(later -> {
                throw new Disturbed.Crash();
            });
        });

        new ConfirmInvoices(office, Metrics.NONE).run(10, JANUARY_31);

        assertThat(pending(office)).isEmpty();
        assertThat(statuses(office, confirmation)).containsExactly(Status.COMPLETE);
    }

    private static void confirmBoth(InMemoryTable office) {
        schedule(office, wanted("INV-0", null), wanted("INV-1", 1L));
        new ConfirmInvoices(office, Metrics.NONE).run(10, JANUARY_31);
    }

    /** An invoice that was not there when it was to be confirmed, and is now. */
    private static InMemoryTable failedOnce() {
        InMemoryTable office = drafted(0);
        schedule(office, KEYLESS, wanted("INV-0", null));
        run(office);
        draft(office, 0);
        return office;
    }

    private static void confirmAgain(InMemoryTable office) {
        schedule(office, KEYLESS, wanted("INV-0", null));
        run(office);
    }

    /** As if it had so many lines more; what is confirmed of it are those that are there. */
    private static void lengthen(InMemoryTable office, String invoice, int lines) {
        Invoice draft = InvoiceItem.find(office, new Invoice.Id(invoice)).orElseThrow();
        office.putAll(List.of(InvoiceItem.encode(draft.added(lines, Money.zero(draft.currency())))));
    }

    private static void run(InMemoryTable office) {
        new ConfirmInvoices(office, Metrics.NONE).run(10, JANUARY_31);
    }

    private static BulkConfirmation schedule(InMemoryTable office, ScheduleConfirmations.Wanted... wanted) {
        return schedule(office, BULK, wanted);
    }

    private static BulkConfirmation schedule(
            InMemoryTable office, Command command, ScheduleConfirmations.Wanted... wanted) {
        return new ScheduleConfirmations(office).schedule(List.of(wanted), null, command);
    }

    private static ScheduleConfirmations.Wanted wanted(String invoice, Long version) {
        return new ScheduleConfirmations.Wanted(new Invoice.Id(invoice), version);
    }

    private static List<BulkConfirmation.Entry> entries(InMemoryTable office, BulkConfirmation confirmation) {
        List<BulkConfirmation.Entry> entries = new ArrayList<>();
        String after = null;
        do {
            BulkConfirmationItem.Entries page = BulkConfirmationItem.page(office, confirmation.id(), after, 100);
            entries.addAll(page.entries());
            after = page.next();
        } while (after != null);
        return entries;
    }

    private static List<Status> statuses(InMemoryTable office, BulkConfirmation confirmation) {
        return entries(office, confirmation).stream()
                .map(BulkConfirmation.Entry::status)
                .toList();
    }

    private static List<Work> pending(InMemoryTable office) {
        return WorkItem.page(office, Work.Queue.BULK_CONFIRMATION, Work.OFFICE, null, 10)
                .work();
    }

    private static InvoiceStatus status(InMemoryTable office, String invoice) {
        return InvoiceItem.find(office, new Invoice.Id(invoice)).orElseThrow().status();
    }

    /** So many drafts, INV-0 and on, of one line each. */
    private static InMemoryTable drafted(int drafts) {
        InMemoryTable office = OfficeExamples.office();
        for (int number = 0; number < drafts; number++) {
            draft(office, number);
        }
        return office;
    }

    private static void draft(InMemoryTable office, int number) {
        new ApproveTransactions(office)
                .approve(List.of(OfficeExamples.time("TE-" + number)), remembered("approval " + number));
        new DraftInvoice(office)
                .draft(
                        new DraftRequest(
                                new Invoice.Id("INV-" + number),
                                OfficeExamples.ORDER,
                                JANUARY_31,
                                null,
                                List.of(OfficeExamples.unbilledSales("TE-" + number))),
                        remembered("draft " + number));
    }
}
