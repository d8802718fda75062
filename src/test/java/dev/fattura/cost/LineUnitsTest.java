package dev.fattura.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fattura.ledger.JournalParameters;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a time-and-material line costs from approval to write-back ({@code docs/cost.md}); what an invoice costs once is left out. */
class LineUnitsTest {

    private static final Units SMALL = CountedInvoice.of(100);
    private static final Units LARGE = CountedInvoice.of(1_100);

    /** Lines that the large invoice has more. */
    private static final double MORE = 1_000.0;

    @Test
    void writeUnitsOfALine_areAsDocumented_byStep() {
        Map<String, Double> documented = Map.of(
                "approve", 1.17,
                "draft", 0.085,
                "confirm", 0.042,
                "cross", 0.04,
                "import", 0.216,
                "post", 0.127,
                "write back", 0.057);
        for (String step : CountedInvoice.STEPS) {
            double units = (LARGE.writes(step) - SMALL.writes(step)) / MORE;
            assertThat(units).as(step).isCloseTo(documented.get(step), within(0.003));
        }
        assertThat((LARGE.writes() - SMALL.writes()) / MORE).isLessThanOrEqualTo(1.74);
    }

    @Test
    void writeUnitsOfALine_areAsDocumented_byKindOfItem() {
        Map<String, Double> units = new TreeMap<>();
        LARGE.byKind().forEach((kind, writes) -> {
            double more = (writes - SMALL.byKind().getOrDefault(kind, 0L)) / MORE;
            if (more >= 0.015) {
                units.put(kind, Math.round(more * 100) / 100.0);
            }
        });
        assertThat(units)
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("approve transaction", 1.0),
                        Map.entry("approve actuals", 0.08),
                        Map.entry("approve approval", 0.02),
                        Map.entry("approve approvedTransactions", 0.02),
                        Map.entry("approve backlogs", 0.02),
                        Map.entry("approve work", 0.02),
                        Map.entry("draft invoiceLineDetails", 0.04),
                        Map.entry("draft claims", 0.02),
                        Map.entry("draft backlogs deleted", 0.02),
                        Map.entry("confirm actuals", 0.04),
                        Map.entry("cross stagedActuals", 0.03),
                        Map.entry("import journalLines", 0.04),
                        Map.entry("import journalLineList", 0.04),
                        Map.entry("import journal", 0.02),
                        Map.entry("import importState", 0.03),
                        Map.entry("import proposalLines", 0.04),
                        Map.entry("import work deleted", 0.02),
                        Map.entry("post postings", 0.06),
                        Map.entry("post journal", 0.02),
                        Map.entry("write back accountingDetails", 0.05))));
    }

    @Test
    void readUnitsOfALine_areAsDocumented() {
        assertThat((LARGE.reads() - SMALL.reads()) / MORE).isBetween(1.38, 1.45);
    }

    /** What a company has that says nothing of it; half as many lines bear what a journal costs once. */
    @Test
    void unitsOfALine_inJournalsOfTwoHundred_areAsDocumented() {
        Units small = CountedInvoice.of(100, JournalParameters.DEFAULT_LINE_LIMIT);
        Units large = CountedInvoice.of(1_100, JournalParameters.DEFAULT_LINE_LIMIT);
        assertThat((large.writes() - small.writes()) / MORE).isCloseTo(1.88, within(0.005));
        assertThat((large.reads() - small.reads()) / MORE).isCloseTo(1.46, within(0.005));
    }

    @Test
    void unitsOfALine_areTheSame_howeverLongTheInvoiceIs() {
        Units middle = CountedInvoice.of(500);
        Units largest = CountedInvoice.of(1_900);
        double few = (middle.writes() - SMALL.writes()) / 400.0;
        double many = (largest.writes() - middle.writes()) / 1_400.0;
        assertThat(many / few).isBetween(0.97, 1.03);
        double fewReads = (middle.reads() - SMALL.reads()) / 400.0;
        double manyReads = (largest.reads() - middle.reads()) / 1_400.0;
        assertThat(manyReads / fewReads).isBetween(0.95, 1.05);
    }
}
