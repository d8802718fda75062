package dev.fattura.local.bench;

import dev.fattura.local.TextTable;
import org.jspecify.annotations.Nullable;

/** Whether a line costs the same however long its invoice is; what an invoice costs once is taken off with the smallest one. */
final class Flatness {

    /** What an invoice took from approval to write-back. */
    record Sum(int lines, long nanos, long writeUnits, long readUnits) {

        private Sum without(Sum smaller) {
            return new Sum(
                    lines - smaller.lines,
                    nanos - smaller.nanos,
                    writeUnits - smaller.writeUnits,
                    readUnits - smaller.readUnits);
        }

        private String milliseconds() {
            return String.format("%.1f", nanos / 1e6 / lines);
        }

        private String aLine(long units) {
            return String.format("%.2f", (double) units / lines);
        }
    }

    private final TextTable table = new TextTable(
            ">lines",
            ">seconds",
            ">write units a line",
            ">read units a line",
            ">beyond the smallest: ms a line",
            ">write units",
            ">read units");
    private @Nullable Sum smallest;

    /** The next larger invoice. */
    void add(Sum sum) {
        Sum beyond = smallest == null ? null : sum.without(smallest);
        smallest = smallest == null ? sum : smallest;
        table.row(
                String.format("%,d", sum.lines),
                Stopwatch.seconds(sum.nanos),
                sum.aLine(sum.writeUnits),
                sum.aLine(sum.readUnits),
                beyond == null ? "" : beyond.milliseconds(),
                beyond == null ? "" : beyond.aLine(beyond.writeUnits),
                beyond == null ? "" : beyond.aLine(beyond.readUnits));
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
