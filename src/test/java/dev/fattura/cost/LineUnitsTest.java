package dev.fattura.cost;

import static org.assertj.core.api.Assertions.assertThat;

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
        Map<String, Double> ceilings = Map.of(
                "approve",
                4.1,
                "draft",
                5.1,
                "confirm",
                1.1,
                "cross",
                2.1,
                "import",
                4.6,
                "post",
                2.1,
                "write back",
                2.1);
        for (String step : CountedInvoice.STEPS) {
            double units = (LARGE.writes(step) - SMALL.writes(step)) / MORE;
            assertThat(units).as(step).isLessThanOrEqualTo(ceilings.get(step)).isGreaterThan(ceilings.get(step) - 0.2);
        }
        assertThat((LARGE.writes() - SMALL.writes()) / MORE).isLessThanOrEqualTo(20.8);
    }

    @Test
    void writeUnitsOfALine_areAsDocumented_byKindOfItem() {
        Map<String, Double> units = new TreeMap<>();
        LARGE.byKind().forEach((kind, writes) -> {
            double more = (writes - SMALL.byKind().getOrDefault(kind, 0L)) / MORE;
            if (more >= 0.5) {
                units.put(kind, (double) Math.round(more));
            }
        });
        assertThat(units)
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("approve actuals", 2.0),
                        Map.entry("approve backlog", 2.0),
                        Map.entry("draft invoiceLineDetail", 1.0),
                        Map.entry("draft claim", 2.0),
                        Map.entry("draft backlog deleted", 2.0),
                        Map.entry("confirm actuals", 1.0),
                        Map.entry("cross stagedActual", 1.0),
                        Map.entry("cross stagedActuals", 1.0),
                        Map.entry("import journalLines", 2.0),
                        Map.entry("import proposalLine", 2.0),
                        Map.entry("post posting", 1.0),
                        Map.entry("post postings", 1.0),
                        Map.entry("write back accountingDetail", 1.0),
                        Map.entry("write back accountingDetails", 1.0))));
    }

    @Test
    void readUnitsOfALine_areAsDocumented() {
        assertThat((LARGE.reads() - SMALL.reads()) / MORE).isBetween(29.0, 30.5);
    }

    @Test
    void unitsOfALine_areTheSame_howeverLongTheInvoiceIs() {
        Units tiny = CountedInvoice.of(10);
        Units middle = CountedInvoice.of(410);
        double few = (middle.writes() - tiny.writes()) / 400.0;
        double many = (LARGE.writes() - middle.writes()) / 690.0;
        assertThat(many / few).isBetween(0.97, 1.03);
        double fewReads = (middle.reads() - tiny.reads()) / 400.0;
        double manyReads = (LARGE.reads() - middle.reads()) / 690.0;
        assertThat(manyReads / fewReads).isBetween(0.95, 1.05);
    }
}
