package dev.fattura.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.store.ActualItem;
import dev.fattura.store.Table;
import dev.fattura.support.Examples;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the statuses of many actuals cost, and what there is to say without the facts that they follow from. */
class ActualStatusesTest {

    private final List<String> calls = new ArrayList<>();

    @Test
    void none_ofNothing() {
        assertThat(new ActualStatuses(new InMemoryTable()).of(List.of())).isEmpty();
    }

    @Test
    void many_areReadByKeys_inAsManyCallsAsThereAreKindsOfFacts() {
        InMemoryTable office = OfficeExamples.officeWithTimes(60);
        List<Actual> actuals = office.contents().values().stream()
                .filter(item -> item.kind().equals(ActualItem.KIND))
                .map(ActualItem::decode)
                .toList();

        assertThat(new ActualStatuses(counted(office)).of(actuals)).hasSize(120);

        assertThat(calls).hasSize(4).containsOnly("getAll");
    }

    @Test
    void invoiceThatIsNotThere_confirmsNothing() {
        Actual billed = Examples.billedSales();

        assertThat(new ActualStatuses(new InMemoryTable()).of(List.of(billed)))
                .containsEntry(
                        billed.id(), new ActualStatus(BillingStatus.CUSTOMER_INVOICE_CREATED, AdjustmentStatus.NORMAL));
    }

    private Table counted(Table table) {
        return (Table) Proxy.newProxyInstance(
                Table.class.getClassLoader(), new Class<?>[] {Table.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    try {
                        return method.invoke(table, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
