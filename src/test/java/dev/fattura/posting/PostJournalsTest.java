package dev.fattura.posting;

import static dev.fattura.support.Examples.COMPANY;
import static dev.fattura.support.FinanceExamples.JOURNAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.money.Rate;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.JournalItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Crashes;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostJournalsTest {

    private static final Command COMMAND = new Command("key-1", "hash-1", true);
    private static final Command OTHER = new Command("key-2", "hash-1", true);

    @Test
    void journal_isPosted_withAVoucherForEachLine() {
        InMemoryTable table = drafted(FinanceExamples.draftJournal());

        PostingReport report = new PostJournals(table).company(COMPANY);

        assertThat(report.journals()).containsExactly(FinanceExamples.postedJournal());
        assertThat(JournalItem.find(table, JOURNAL)).contains(FinanceExamples.postedJournal());
        assertThat(PostingItem.findAll(table, FinanceExamples.draftJournal().lines()))
                .containsExactlyInAnyOrder(FinanceExamples.costPosting(), FinanceExamples.unbilledSalesPosting());
        assertThat(queue(table, Work.Queue.JOURNAL)).isEmpty();
        assertThat(queue(table, Work.Queue.WRITE_BACK_JOURNAL)).containsExactly("USMF-IJ-000001");
    }

    @Test
    void schedule_addsNothing_whenRunAgain() {
        InMemoryTable table = drafted(FinanceExamples.draftJournal());
        new PostJournals(table).all();
        var posted = table.contents();

        assertThat(new PostJournals(table).all().journals()).isEmpty();

        assertThat(table.contents()).isEqualTo(posted);
    }

    @Test
    void schedule_endsTheSame_afterACrashBeforeAnyWrite() {
        int writes = Crashes.beforeEveryWrite(
                () -> drafted(FinanceExamples.draftJournal()), table -> new PostJournals(table).all());

        // The claim, the period log, a posting on each of two sheets, and the end.
        assertThat(writes).isEqualTo(5);
    }

    @Test
    void command_endsTheSame_afterACrashBeforeAnyWrite() {
        int writes = Crashes.beforeEveryWrite(
                () -> drafted(FinanceExamples.draftJournal()), table -> new PostJournals(table).post(JOURNAL, COMMAND));

        // The claim, the period log, a posting on each of two sheets, and the end.
        assertThat(writes).isEqualTo(5);
    }

    @Test
    void command_isAnsweredAgain_whenItWasTheOneThatPosted() {
        InMemoryTable table = drafted(FinanceExamples.draftJournal());
        new PostJournals(table).post(JOURNAL, COMMAND);
        var posted = table.contents();

        assertThat(new PostJournals(table).post(JOURNAL, COMMAND).journals())
                .containsExactly(FinanceExamples.postedJournal());
        refused(table, RefusalCode.JOURNAL_POSTED, OTHER);

        assertThat(table.contents()).isEqualTo(posted);
    }

    @Test
    void journal_isRefused_whileItsLinesAreBeingMade() {
        Journal importing = new Journal(
                JOURNAL,
                COMPANY,
                1,
                JournalStatus.IMPORTING,
                1,
                "2026-01",
                FinanceExamples.draftJournal().plan(),
                1,
                null,
                null,
                null);
        InMemoryTable table = drafted(importing);
        var before = table.contents();

        refused(table, RefusalCode.JOURNAL_NOT_READY, COMMAND);

        assertThat(table.contents()).isEqualTo(before);
    }

    @Test
    void journal_isRefused_whenThereIsNone() {
        InMemoryTable table = new InMemoryTable();

        refused(table, RefusalCode.NOT_FOUND, COMMAND);

        assertThat(table.contents()).isEmpty();
    }

    @Test
    void journal_thatFails_doesNotHoldUpTheOthers() {
        InMemoryTable table = drafted(FinanceExamples.draftJournal());
        Journal poisoned = new Journal(
                new Journal.Id("USMF-IJ-000000"),
                COMPANY,
                1,
                JournalStatus.DRAFT,
                2,
                "2026-01",
                List.of(FinanceExamples.planned(Ids.costOf("no-such-line"), Rate.ONE)),
                1,
                null,
                null,
                null);
        table.commit(JournalItem.create(poisoned));
        table.putAll(List.of(WorkItem.encode(
                Work.of(Work.Queue.JOURNAL, "USMF", poisoned.number().value()))));

        PostingReport report = new PostJournals(table).all();

        assertThat(report.journals()).extracting(Journal::number).containsExactly(JOURNAL);
        Work parked = Work.of(Work.Queue.JOURNAL, "USMF", "USMF-IJ-000000")
                .waiting("failed", "Its posting failed: what is stored contradicts a rule that it has to meet.");
        assertThat(report.waiting()).containsExactly(parked);
        assertThat(WorkItem.find(table, parked)).contains(parked);
        assertThat(JournalItem.find(table, poisoned.number()).orElseThrow().status())
                .isEqualTo(JournalStatus.DRAFT);
    }

    private static void refused(InMemoryTable table, RefusalCode code, Command command) {
        assertThatThrownBy(() -> new PostJournals(table).post(JOURNAL, command))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static List<String> queue(InMemoryTable table, Work.Queue queue) {
        return WorkItem.page(table, queue, "USMF", null, 100).work().stream()
                .map(Work::id)
                .toList();
    }

    private static InMemoryTable drafted(Journal journal) {
        InMemoryTable table = new InMemoryTable();
        table.putAll(List.of(
                CompanyItem.encode(FinanceExamples.company()),
                CompanyItem.listed(COMPANY),
                JournalLineItem.encode(FinanceExamples.costLine()),
                JournalLineItem.encode(FinanceExamples.unbilledSalesLine()),
                WorkItem.encode(
                        Work.of(Work.Queue.JOURNAL, "USMF", journal.number().value()))));
        table.commit(JournalItem.create(journal));
        return table;
    }
}
