package dev.fattura.local.story;

import dev.fattura.local.TextTable;
import java.io.PrintStream;

/** Prints the story as it happens, in numbered steps. */
final class Narrator {
    private final PrintStream out;
    private int step;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.println();
        out.println("═══ " + title + " " + "═".repeat(Math.max(3, 100 - title.length())));
    }

    void step(String title) {
        step++;
        out.println();
        out.println(step + ". " + title);
    }

    void say(String text) {
        out.println("  " + text);
    }

    /** An empty table says nothing, so it is left out. */
    void show(TextTable table) {
        if (!table.isEmpty()) {
            table.toString().lines().forEach(line -> out.println("  " + line));
        }
    }
}
