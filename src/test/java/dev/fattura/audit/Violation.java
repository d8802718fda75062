package dev.fattura.audit;

/** A rule that the tables break, and the facts that break it. */
public record Violation(String rule, String facts) {

    @Override
    public String toString() {
        return rule + ": " + facts;
    }
}
