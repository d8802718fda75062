package dev.fattura.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.support.InMemoryTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryTableTest extends TableContract {

    @Override
    Table emptyTable() {
        return new InMemoryTable();
    }

    @Test
    void failBefore_playsACrash_thatLeavesWhatWasWrittenBefore() {
        InMemoryTable table = new InMemoryTable();
        List<Item> items = List.of(item(new Key("p", "1"), 1), item(new Key("p", "2"), 1), item(new Key("p", "3"), 1));
        int[] writes = {0};
        table.failBefore(operation -> {
            if (++writes[0] == 3) {
                throw new IllegalStateException("crash");
            }
        });
        assertThatThrownBy(() -> table.putAll(items)).hasMessage("crash");
        assertThat(table.contents().values()).containsExactlyElementsOf(items.subList(0, 2));
    }

    @Test
    void changes_recordNoPutThatChangesNothing() {
        InMemoryTable table = new InMemoryTable();
        Item item = item(new Key("p", "1"), 1);
        table.putAll(List.of(item));
        table.putAll(List.of(item));
        Item next = item(new Key("p", "1"), 2);
        table.putAll(List.of(next));
        assertThat(table.changes())
                .containsExactly(new InMemoryTable.Change(true, item), new InMemoryTable.Change(false, next));
    }
}
