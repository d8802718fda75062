package dev.fattura.staging;

import static dev.fattura.support.Examples.COMPANY;
import static dev.fattura.support.FinanceExamples.JOURNAL;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.NumberRange;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.ledger.Work;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.store.Finance;
import dev.fattura.store.ImportStateItem;
import dev.fattura.store.JournalItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Callers;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** USMF-IJ-000001 has the cost as line 1 and the unbilled sales as line 2. */
class EditJournalTest {

    private static final Command COMMAND = new Command("key-1", "hash-1", true);
    private static final Command OTHER = new Command("key-2", "hash-2", true);
    private static final Actual.Id COST = Examples.cost().id();
    private static final Actual.Id SALES = Examples.unbilledSales().id();
    private static final Journal.Id SECOND = new Journal.Id("USMF-IJ-000002");

    @Test
    void deletedLine_comesBack_withTheNextImport() {
        StagedTable staged = imported();

        Journal without = new EditJournal(staged.table).deleteLine(JOURNAL, COST, COMMAND);

        assertThat(without.status()).isEqualTo(JournalStatus.DRAFT);
        assertThat(without.lines()).containsExactly(SALES);
        assertThat(staged.queue(Work.Queue.IMPORT)).containsExactly(StagedTable.pendingWork(COST));
        assertThat(JournalLineItem.findAll(staged.table, List.of(COST))).isEmpty();

        new ImportStaging(staged.table).all();

        assertThat(plan(staged.table, JOURNAL)).containsExactly(SALES);
        assertThat(plan(staged.table, SECOND)).containsExactly(COST);
        assertThat(staged.queue(Work.Queue.IMPORT)).isEmpty();
    }

    @Test
    void journal_isCanceled_withItsLastLine() {
        StagedTable staged = imported();
        new EditJournal(staged.table).deleteLine(JOURNAL, COST, COMMAND);

        Journal empty = new EditJournal(staged.table).deleteLine(JOURNAL, SALES, OTHER);

        assertThat(empty.status()).isEqualTo(JournalStatus.CANCELED);
        assertThat(JournalItem.find(staged.table, JOURNAL)).contains(empty);
        assertThat(staged.queue(Work.Queue.JOURNAL)).isEmpty();
        assertThat(staged.queue(Work.Queue.IMPORT)).hasSize(2);
        assertRefused(staged.table, RefusalCode.JOURNAL_CANCELED, null, () -> new EditJournal(staged.table)
                .reset(JOURNAL, new Command("key-3", "hash-3", true)));
    }

    @Test
    void command_isAnsweredAgain_whenItWasTheOneThatDeleted() {
        StagedTable staged = imported();
        Journal without = new EditJournal(staged.table).deleteLine(JOURNAL, COST, COMMAND);
        var deleted = staged.table.contents();

        assertThat(new EditJournal(staged.table).deleteLine(JOURNAL, COST, COMMAND))
                .isEqualTo(without);
        assertRefused(staged.table, RefusalCode.NOT_FOUND, null, () -> new EditJournal(staged.table)
                .deleteLine(JOURNAL, COST, OTHER));
        assertThat(staged.table.contents()).isEqualTo(deleted);
    }

    @Test
    void deletion_endsTheSame_afterACrashBeforeAnyWrite_andWithATwin() {
        int crashes = Disturbed.byCrashes(
                () -> imported().table, table -> new EditJournal(table).deleteLine(JOURNAL, COST, COMMAND));
        int twins = Disturbed.byTwins(
                () -> imported().table, table -> new EditJournal(table).deleteLine(JOURNAL, COST, COMMAND));

        assertThat(crashes).isEqualTo(1);
        assertThat(twins).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = JournalStatus.class,
            names = {"POSTING", "POSTED"})
    void line_isRefused_onceItIsPosted(JournalStatus status) {
        StagedTable staged = imported();
        Journal posting = FinanceExamples.draftJournal().posting(new NumberRange("USMF-PV-", 1, 2), 1);
        staged.table.commit(List.of(JournalItem.replace(posting)));
        if (status == JournalStatus.POSTED) {
            staged.table.commit(List.of(JournalItem.replace(posting.posted())));
        }

        assertRefused(staged.table, RefusalCode.LINE_POSTED, null, () -> new EditJournal(staged.table)
                .deleteLine(JOURNAL, COST, COMMAND));
        assertRefused(staged.table, RefusalCode.JOURNAL_POSTED, null, () -> new EditJournal(staged.table)
                .reset(JOURNAL, COMMAND));
    }

    @Test
    void journal_isRefused_whileItsLinesAreBeingMade_andWhenThereIsNone() {
        InMemoryTable table = new InMemoryTable();
        assertRefused(
                table, RefusalCode.NOT_FOUND, null, () -> new EditJournal(table).deleteLine(JOURNAL, COST, COMMAND));
        assertRefused(table, RefusalCode.NOT_FOUND, null, () -> new EditJournal(table).reset(JOURNAL, COMMAND));
        table.commit(JournalItem.create(Journal.forming(
                JOURNAL,
                FinanceExamples.company(),
                "2026-01",
                FinanceExamples.draftJournal().plan())));

        assertRefused(table, RefusalCode.JOURNAL_NOT_READY, null, () -> new EditJournal(table)
                .deleteLine(JOURNAL, COST, COMMAND));
        assertRefused(table, RefusalCode.JOURNAL_NOT_READY, null, () -> new EditJournal(table).reset(JOURNAL, COMMAND));
    }

    @Test
    void journalInError_isResetToDraft_withoutItsCauses() {
        StagedTable staged = failed();

        Journal draft = new EditJournal(staged.table).reset(JOURNAL, COMMAND);

        assertThat(draft.status()).isEqualTo(JournalStatus.DRAFT);
        assertThat(draft.plan()).isEqualTo(FinanceExamples.draftJournal().plan());
        assertThat(staged.queue(Work.Queue.JOURNAL))
                .containsExactly(Work.of(Work.Queue.JOURNAL, "USMF", "USMF-IJ-000001"));
        var reset = staged.table.contents();
        assertThat(new EditJournal(staged.table).reset(JOURNAL, COMMAND)).isEqualTo(draft);
        assertThat(new EditJournal(staged.table).reset(JOURNAL, OTHER)).isEqualTo(draft);
        assertThat(staged.table.contents()).isEqualTo(reset);
    }

    @Test
    void reset_endsTheSame_afterACrashBeforeAnyWrite_andWithATwin() {
        Disturbed.byCrashes(() -> failed().table, table -> new EditJournal(table).reset(JOURNAL, COMMAND));
        int twins = Disturbed.byTwins(() -> failed().table, table -> new EditJournal(table).reset(JOURNAL, COMMAND));

        assertThat(twins).isEqualTo(1);
    }

    @Test
    void lineInError_isDeleted_andTheOthersStayInError() {
        StagedTable staged = failed();

        Journal without = new EditJournal(staged.table).deleteLine(JOURNAL, COST, COMMAND);

        assertThat(without.status()).isEqualTo(JournalStatus.ERROR);
        assertThat(without.plan().get(0).failure())
                .isEqualTo(new Journal.Failure(WaitingReason.PERIOD_CLOSED, "Closed."));
    }

    /** Before every write of the import somebody deletes the line, or before every write of the deletion somebody imports. */
    @Test
    void row_isOnOneJournalOrInTheQueue_whenItIsImportedAndDeletedAtOnce() {
        int disturbed = 0;
        for (int write = 1; write <= 20; write++) {
            InMemoryTable importing = lateEntry();
            disturbed += Disturbed.disturbedAt(
                            write, importing, table -> new ImportStaging(table).all(), table -> new EditJournal(table)
                                    .deleteLine(JOURNAL, COST, COMMAND))
                    ? 1
                    : 0;
            new ImportStaging(importing).all();
            assertOnce(importing);

            InMemoryTable deleting = lateEntry();
            disturbed += Disturbed.disturbedAt(
                            write,
                            deleting,
                            table -> new EditJournal(table).deleteLine(JOURNAL, COST, COMMAND),
                            table -> new ImportStaging(table).all())
                    ? 1
                    : 0;
            new ImportStaging(deleting).all();
            assertOnce(deleting);
        }
        assertThat(disturbed).isGreaterThan(1);
    }

    /** An import that was overtaken long ago goes on with a journal whose line was deleted meanwhile. */
    @Test
    void line_doesNotComeBack_whenAnImportComesLate() {
        InMemoryTable table = StagedTable.example().table;
        boolean disturbed = Disturbed.disturbedAt(2, table, late -> new ImportStaging(late).all(), overtaking -> {
            new ImportStaging(overtaking).all();
            new EditJournal(overtaking).deleteLine(JOURNAL, COST, COMMAND);
        });

        assertThat(disturbed).isTrue();
        assertThat(plan(table, JOURNAL)).containsExactly(SALES);
        assertThat(plan(table, SECOND)).containsExactly(COST);
        assertThat(JournalLineItem.findAll(table, List.of(COST, SALES)))
                .extracting(line -> line.journal())
                .containsExactlyInAnyOrder(JOURNAL, SECOND);
    }

    @Test
    void deletion_holdsUpNoJournalThatIsBeingFormed() {
        StagedTable staged = imported();
        staged.pending(FinanceExamples.row(Examples.cost("TE-9")));
        boolean disturbed = Disturbed.disturbedAt(
                2, staged.table, late -> new ImportStaging(late).all(), deleting -> new EditJournal(deleting)
                        .deleteLine(JOURNAL, COST, COMMAND));

        assertThat(disturbed).isTrue();
        assertThat(plan(staged.table, SECOND)).containsExactly(Ids.costOf("TE-9"));
        assertThat(ImportStateItem.read(staged.table, COMPANY).forming()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"nonsense, 404", "00000000-0000-3000-8000-000000000000, 404"})
    void function_isRefused_forALineThatIsNot(String actual, int status) {
        StagedTable staged = imported();
        var before = staged.table.contents();

        assertThat(delete(staged.table, actual).statusCode()).isEqualTo(status);

        assertThat(staged.table.contents()).isEqualTo(before);
    }

    @Test
    void function_answersWithTheJournal() {
        StagedTable staged = imported();

        HttpReply reply = delete(staged.table, COST.toString());

        assertThat(reply.body())
                .isEqualTo("{\"journal\":\"USMF-IJ-000001\",\"status\":\"draft\",\"period\":\"2026-01\",\"lines\":1}");
        assertThat(reply.headers()).containsEntry("etag", "\"3\"");
    }

    private static HttpReply delete(InMemoryTable table, String actual) {
        String path = "/journals/USMF-IJ-000001/lines/" + actual;
        return new EditJournalFunction(new Finance(table))
                .editJournal(new Invocation(
                        "DELETE " + path,
                        path,
                        Map.of(),
                        Map.of(),
                        Map.of("journal", "USMF-IJ-000001", "actual", actual),
                        Callers.context("DELETE", path),
                        null,
                        false,
                        null));
    }

    private static void assertOnce(InMemoryTable table) {
        List<Actual.Id> onJournals = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            JournalItem.find(table, new Journal.Id("USMF-IJ-00000" + number))
                    .map(Journal::lines)
                    .ifPresent(onJournals::addAll);
        }
        assertThat(onJournals).containsExactlyInAnyOrder(COST, SALES);
        assertThat(JournalLineItem.findAll(table, List.of(COST, SALES))).hasSize(2);
        assertThat(WorkItem.page(table, Work.Queue.IMPORT, "USMF", null, 100).work())
                .isEmpty();
    }

    private static List<Actual.Id> plan(InMemoryTable table, Journal.Id journal) {
        return JournalItem.find(table, journal).orElseThrow().lines();
    }

    private static StagedTable imported() {
        StagedTable staged = StagedTable.example();
        new ImportStaging(staged.table).all();
        assertThat(JournalItem.find(staged.table, JOURNAL)).contains(FinanceExamples.draftJournal());
        return staged;
    }

    /** The stream has put the entry of the cost again. */
    private static InMemoryTable lateEntry() {
        return imported().pending(FinanceExamples.row(Examples.cost())).table;
    }

    private static StagedTable failed() {
        StagedTable staged = imported();
        Journal draft = FinanceExamples.draftJournal();
        staged.table.commit(JournalItem.replaceWithPlan(draft.failed(draft.plan().stream()
                .map(line -> line.failed(new Journal.Failure(WaitingReason.PERIOD_CLOSED, "Closed.")))
                .toList())));
        staged.table.putAll(List.of(WorkItem.encode(Work.of(Work.Queue.JOURNAL, "USMF", "USMF-IJ-000001")
                .waiting("journal-error", "2 lines could not be posted. The first: Closed."))));
        return staged;
    }
}
