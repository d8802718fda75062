package dev.fattura.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.store.StoreBusy;
import dev.fattura.store.Table;
import dev.fattura.support.InMemoryTable;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.junit.jupiter.api.Test;

class PrimingTest {

    private static final Context<? extends Resource> CONTEXT = Core.getGlobalContext();

    private final List<String> calls = new ArrayList<>();

    @Test
    void everyTable_isAskedOnce_andNoneIsChanged() throws IOException {
        InMemoryTable office = new InMemoryTable();
        InMemoryTable finance = new InMemoryTable();
        new Priming(List.of(noted("office", office), noted("finance", finance))).beforeCheckpoint(CONTEXT);
        assertThat(calls).containsExactly("office get", "finance get");
        assertThat(office.contents()).isEmpty();
        assertThat(finance.contents()).isEmpty();
    }

    @Test
    void tableThatMayNotBeAsked_doesNotStopTheSnapshot() throws IOException {
        Supplier<Table> forbidden = () -> {
            throw new StoreBusy("not allowed", new IllegalStateException());
        };
        new Priming(List.of(forbidden, noted("finance", new InMemoryTable()))).beforeCheckpoint(CONTEXT);
        assertThat(calls).containsExactly("finance get");
    }

    @Test
    void functionWithoutTables_isPrimedToo() throws IOException {
        new Priming(List.of()).beforeCheckpoint(CONTEXT);
        assertThat(calls).isEmpty();
    }

    private Supplier<Table> noted(String name, Table table) {
        return () -> (Table) Proxy.newProxyInstance(
                Table.class.getClassLoader(), new Class<?>[] {Table.class}, (proxy, call, with) -> {
                    calls.add(name + " " + call.getName());
                    return call.invoke(table, with);
                });
    }
}
