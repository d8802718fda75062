package dev.fattura.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Work;
import dev.fattura.store.StoreBusy;
import dev.fattura.store.WorkItem;
import dev.fattura.support.InMemoryTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParkedTest {

    private final InMemoryTable finance = new InMemoryTable();
    private final Work read = Work.of(Work.Queue.JOURNAL, "USMF", "USMF-IJ-000001");

    @Test
    void failure_isWrittenOntoTheEntry() {
        Work parked = Parked.of(finance, read, "Its posting failed", new IllegalStateException("inside"));

        assertThat(entries()).containsExactly(parked);
        assertThat(parked)
                .isEqualTo(read.waiting(
                        "failed", "Its posting failed: what is stored contradicts a rule that it has to meet."));
    }

    /** Simulation 7978: whoever looked saw "failed" on a journal that another run had put in error, and did not reset it. */
    @Test
    void busyStore_isTold_andHidesNothingThatAnotherRunHasFoundOut() {
        Work inError = read.waiting("journal-error", "1 line could not be posted.");
        finance.putAll(List.of(WorkItem.encode(inError)));

        Work told = Parked.of(finance, read, "Its posting failed", new StoreBusy("busy", new IllegalStateException()));

        assertThat(told).isEqualTo(read.waiting("failed", "Its posting failed: the store was busy."));
        assertThat(entries()).containsExactly(inError);
    }

    private List<Work> entries() {
        List<Work> entries = new ArrayList<>();
        WorkItem.each(finance, Work.Queue.JOURNAL, "USMF", entries::add);
        return entries;
    }
}
