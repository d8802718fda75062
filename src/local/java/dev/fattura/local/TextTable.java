package dev.fattura.local;

import java.util.ArrayList;
import java.util.List;

/** A table of text with drawn lines; columns of amounts are set to the right, so that their points stand in line. */
public final class TextTable {
    private final List<String> headings;
    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    /** A heading that begins with {@code >} makes its column one of amounts. */
    public TextTable(String... headings) {
        this.headings = List.of(headings).stream()
                .map(heading -> heading.startsWith(">") ? heading.substring(1) : heading)
                .toList();
        this.right = new boolean[headings.length];
        for (int column = 0; column < headings.length; column++) {
            right[column] = headings[column].startsWith(">");
        }
    }

    /** Adds a row. @throws IllegalArgumentException if it has not as many cells as there are headings */
    public TextTable row(String... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException("A row has " + cells.length + " cells, not " + headings.size());
        }
        rows.add(List.of(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String toString() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        rule(text, widths, "┌┬┐");
        line(text, widths, headings);
        rule(text, widths, "├┼┤");
        rows.forEach(row -> line(text, widths, row));
        rule(text, widths, "└┴┘");
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = headings.get(column).length();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return widths;
    }

    private static void rule(StringBuilder text, int[] widths, String corners) {
        for (int column = 0; column < widths.length; column++) {
            text.append(corners.charAt(column == 0 ? 0 : 1)).append("─".repeat(widths[column] + 2));
        }
        text.append(corners.charAt(2)).append('\n');
    }

    private void line(StringBuilder text, int[] widths, List<String> cells) {
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String fill = " ".repeat(widths[column] - cell.length());
            text.append("│ ").append(right[column] ? fill + cell : cell + fill).append(' ');
        }
        text.append("│\n");
    }
}
