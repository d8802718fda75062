package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.PeriodEntry;
import dev.fattura.store.PeriodLogItem;
import dev.fattura.store.Table;
import dev.fattura.support.World;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which documents of a month and a company there are, is known without a scan. */
class PeriodLogTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    private final World world = new World();
    private String approval;

    @BeforeEach
    void postOneInvoice() {
        Scenario scenario = new Scenario(world);
        scenario.recordCompanyAndProject();
        scenario.recordCohoContract();
        approval = scenario.approveFourHours().at("/approval");
        scenario.draftCohoFromBacklog();
        scenario.confirm("INV-1001");
        world.deliver(World.Course.IN_ORDER);
        world.schedule("import-staging");
        world.schedule("post-journals");
        world.schedule("import-staging");
        world.schedule("post-proposals");
    }

    @Test
    void office_logsApprovalsAndConfirmedInvoices_byTheirAccountingDate() {
        assertThat(logged(world.office(), JANUARY, PeriodEntry.Kind.APPROVAL)).containsExactly(approval);
        assertThat(logged(world.office(), JANUARY, PeriodEntry.Kind.INVOICE)).containsExactly("INV-1001");
    }

    @Test
    void finance_logsPostedJournalsAndProposals_byTheirAccountingDate() {
        assertThat(logged(world.finance(), JANUARY, PeriodEntry.Kind.JOURNAL)).containsExactly("USMF-IJ-000001");
        assertThat(logged(world.finance(), JANUARY, PeriodEntry.Kind.PROPOSAL)).containsExactly("INV-1001");
    }

    @Test
    void otherMonths_haveNothing() {
        for (PeriodEntry.Kind kind : PeriodEntry.Kind.values()) {
            assertThat(logged(world.office(), YearMonth.of(2026, 2), kind)).isEmpty();
            assertThat(logged(world.finance(), YearMonth.of(2025, 12), kind)).isEmpty();
        }
    }

    private static List<String> logged(Table table, YearMonth month, PeriodEntry.Kind kind) {
        List<String> ids = new ArrayList<>();
        PeriodLogItem.each(table, new Company.Id("USMF"), month, kind, entry -> ids.add(entry.id()));
        return ids;
    }
}
