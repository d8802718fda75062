package dev.fattura.actuals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.maps.SyncErrors;
import dev.fattura.maps.TableMaps;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ApprovalItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.InMemoryTable;
import dev.fattura.watch.Metrics;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CarryActualsTest {

    private final InMemoryTable office = new InMemoryTable();
    private final InMemoryTable finance = new InMemoryTable();
    private final SyncErrors errors = new SyncErrors(finance, Clock.systemUTC(), Metrics.NONE);
    private final CarryActuals carry = new CarryActuals(office, finance, TableMaps.load(), errors);

    @BeforeEach
    void confirmInTheOffice() {
        office.putAll(List.of(
                ApprovalItem.encode(Examples.approval()),
                ActualItem.encode(Examples.cost()),
                ActualItem.encode(Examples.unbilledSales()),
                InvoiceItem.encode(Examples.confirmed()),
                InvoiceLineDetailItem.encode(Examples.confirmed(), Examples.detail()),
                ActualItem.encode(Examples.billedSales()),
                ActualItem.encode(Examples.reversal())));
    }

    @Test
    void approval_carriesOnlyWhatIsMissing() {
        finance.putAll(List.of(StagedActualItem.encode(FinanceExamples.row(Examples.cost()))));

        assertThat(carry.approval(Examples.APPROVAL)).isEqualTo(1);
        assertThat(carry.approval(Examples.APPROVAL)).isZero();

        assertThat(StagedActualItem.findAll(
                        finance, List.of(Examples.unbilledSales().id())))
                .containsExactly(FinanceExamples.row(Examples.unbilledSales()));
    }

    @Test
    void invoice_carriesItsBilledSales_andNeverTheReversal() {
        assertThat(carry.invoice(Examples.confirmed())).isEqualTo(1);
        assertThat(carry.invoice(Examples.confirmed())).isZero();

        assertThat(finance.contents().values())
                .extracting(item -> item.text("actual"))
                .containsExactly(Examples.billedSales().id().toString());
    }

    /** The sweep looks for missing rows, so whatever a crash leaves of a row, an arrival must name it. */
    @Test
    void approval_leavesNoRowWithoutItsEntry_whereverACrashCame() {
        int writes = 3;
        for (int last = 0; last < writes; last++) {
            InMemoryTable crashed = new InMemoryTable();
            CarryActuals sweep = new CarryActuals(
                    office, crashed, TableMaps.load(), new SyncErrors(crashed, Clock.systemUTC(), Metrics.NONE));
            Disturbed.disturbedAt(last + 1, crashed, table -> sweep.approval(Examples.APPROVAL), table -> {
                throw new Disturbed.Crash();
            });

            sweep.approval(Examples.APPROVAL);

            assertThat(rows(crashed, "stagedActual", "actual"))
                    .as("crashed before write %s", last + 1)
                    .containsExactlyInAnyOrder(
                            Examples.cost().id().toString(),
                            Examples.unbilledSales().id().toString())
                    .isSubsetOf(arrived(crashed));
        }
    }

    private static List<String> arrived(InMemoryTable table) {
        return table.contents().values().stream()
                .flatMap(item -> item.read().list("rows").stream())
                .map(sheet -> sheet.text("sheet"))
                .toList();
    }

    private static List<String> rows(InMemoryTable table, String kind, String attribute) {
        return table.contents().values().stream()
                .filter(item -> item.kind().equals(kind))
                .flatMap(item -> Stream.of(item.text(attribute).split(" ", -1)))
                .toList();
    }

    @Test
    void approval_carriesNothing_whenThereIsNone() {
        assertThat(new CarryActuals(new InMemoryTable(), finance, TableMaps.load(), errors).approval(Examples.APPROVAL))
                .isZero();
        assertThat(finance.contents()).isEmpty();
    }
}
