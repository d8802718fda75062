package dev.fattura.local.bench;

import java.io.PrintStream;

/** A bar in the terminal that shows how much of something is done, drawn over itself. */
record Bar(PrintStream out, String name, int total, String of) {
    private static final int WIDTH = 40;

    void draw(int done) {
        int full = (int) ((long) WIDTH * Math.min(done, total) / total);
        out.printf("\r  %-10s %s%s %,d of %,d %s", name, "█".repeat(full), "░".repeat(WIDTH - full), done, total, of);
        out.flush();
    }

    /** Draws it full and goes on below it. */
    void end() {
        draw(total);
        out.println();
    }
}
