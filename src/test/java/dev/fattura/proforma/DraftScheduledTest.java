package dev.fattura.proforma;

import static dev.fattura.support.ContractExamples.SECOND;
import static dev.fattura.support.ContractExamples.SHARED;
import static dev.fattura.support.ContractExamples.approve;
import static dev.fattura.support.ContractExamples.backlog;
import static dev.fattura.support.ContractExamples.building;
import static dev.fattura.support.ContractExamples.line;
import static dev.fattura.support.ContractExamples.office;
import static dev.fattura.support.ContractExamples.scheduled;
import static dev.fattura.support.ContractExamples.shared;
import static dev.fattura.support.ContractExamples.sole;
import static dev.fattura.support.ContractExamples.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceRun;
import dev.fattura.ledger.InvoiceSchedule;
import dev.fattura.ledger.Work;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceRunItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.InMemoryTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Automatic invoice creation (domain.md 1.13): on the run date, up to the day before it, one invoice for each customer. */
class DraftScheduledTest {

    /** The work is of January 12. */
    private static final InvoiceSchedule WEEKLY =
            new InvoiceSchedule(day("2026-01-12"), InvoiceSchedule.Frequency.WEEKLY, null, 3);

    @Test
    void run_beforeTheRunDate_draftsNothing() {
        InMemoryTable office = worked(sole(null));

        assertThat(run(office, "2026-01-11")).isEmpty();
        assertThat(due(office)).containsExactly("2026-01-12#ORD-2001");
    }

    @Test
    void run_onTheRunDate_takesWhatIsOfTheDayBeforeOrEarlier() {
        InMemoryTable office = worked(sole(null));

        assertThat(run(office, "2026-01-12")).containsExactly("US-027 2026-01-12 runSuccessful -");
        assertThat(backlog(office)).contains("US-027 unbilledSales readyToInvoice");
        assertThat(run(office, "2026-01-19")).containsExactly("US-027 2026-01-19 runSuccessful 1600.00");
        assertThat(due(office)).containsExactly("2026-01-26#ORD-2001");
    }

    @Test
    void run_takesOnlyTheLinesOfThatRunDate() {
        InMemoryTable office = worked(sole(null));

        run(office, "2026-01-19");

        // The milestone's line has no schedule.
        assertThat(backlog(office)).containsExactly("US-027 M1 readyToInvoice", "US-027 M2 notReady");
    }

    @Test
    void run_again_draftsNothingTwice() {
        InMemoryTable office = worked(sole(null));
        run(office, "2026-01-19");
        var contents = office.contents();

        assertThat(run(office, "2026-01-19")).isEmpty();
        assertThat(office.contents()).isEqualTo(contents);
    }

    @Test
    void run_afterAllRunDates_catchesUp_andIsDue_noMore() {
        InMemoryTable office = worked(sole(null));

        assertThat(run(office, "2026-03-01"))
                .containsExactly(
                        "US-027 2026-01-12 runSuccessful -",
                        "US-027 2026-01-19 runSuccessful 1600.00",
                        "US-027 2026-01-26 runSuccessful -");
        assertThat(due(office)).isEmpty();
        assertThat(run(office, "2026-03-02")).isEmpty();
    }

    @Test
    void run_ofTwoCustomers_draftsOneInvoiceForEach() {
        InMemoryTable office = worked(shared());

        assertThat(run(office, "2026-01-19"))
                .containsExactly(
                        "US-027 2026-01-12 runSuccessful -",
                        "US-028 2026-01-12 runSuccessful -",
                        "US-027 2026-01-19 runSuccessful 960.00",
                        "US-028 2026-01-19 runSuccessful 640.00");
        assertThat(InvoiceRunItem.find(office, SHARED, SECOND, day("2026-01-19")))
                .map(InvoiceRun::status)
                .contains(InvoiceRun.Status.RUN_SUCCESSFUL);
    }

    @Test
    void run_whileAnotherRuns_draftsOnce() {
        Disturbed.byTwins(() -> worked(shared()), office -> run(office, "2026-01-19"));
    }

    @Test
    void run_thatCrashes_isRunAgain_andDraftsOnce() {
        for (int write = 1; ; write++) {
            InMemoryTable office = worked(sole(null));
            boolean crashed = Disturbed.disturbedAt(write, office, table -> run(table, "2026-01-19"), table -> {
                throw new Disturbed.Crash();
            });
            if (!crashed) {
                break;
            }
            run(office, "2026-01-19");
            run(office, "2026-01-19");
            assertThat(drafts(office)).as("crashed before write %s", write).containsExactly("1600.00");
            assertThat(due(office)).containsExactly("2026-01-26#ORD-2001");
        }
    }

    private static InMemoryTable worked(Contract contract) {
        InMemoryTable office = office(contract, line(scheduled(WEEKLY)), building());
        approve(office, time("TE-1", "8"));
        return office;
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static List<String> run(InMemoryTable office, String today) {
        return new DraftScheduled(office)
                .run(day(today)).stream()
                        .map(run -> run.customer() + " " + run.runDate() + " "
                                + run.status().code() + " " + total(office, run.invoice()))
                        .toList();
    }

    private static String total(InMemoryTable office, Invoice.Id invoice) {
        return invoice == null
                ? "-"
                : InvoiceItem.find(office, invoice).orElseThrow().total().decimalText();
    }

    private static List<String> drafts(InMemoryTable office) {
        return office.contents().values().stream()
                .filter(item -> item.kind().equals(InvoiceItem.KIND))
                .map(InvoiceItem::decode)
                .filter(invoice -> invoice.lines() > 0)
                .map(Invoice::total)
                .filter(Objects::nonNull)
                .map(total -> total.decimalText())
                .toList();
    }

    private static List<String> due(InMemoryTable office) {
        return WorkItem.page(office, Work.Queue.INVOICE_SCHEDULE, Work.OFFICE, null, 10).work().stream()
                .map(Work::id)
                .toList();
    }
}
