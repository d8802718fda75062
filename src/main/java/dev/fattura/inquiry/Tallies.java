package dev.fattura.inquiry;

import dev.fattura.money.Money;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Exact counts and sums of a walk, by stage and measure, amounts in minor units. A walk that is too long for one answer goes on in
 * the next one from their text, which its cursor carries.
 */
final class Tallies {

    private static final int RADIX = 36;
    private static final String SEPARATOR = ".";

    private final Map<Stage, Map<Measure, Long>> sums = new EnumMap<>(Stage.class);

    /** The tallies of a text that {@link #text} gave; empty when it is none. */
    static Optional<Tallies> parse(String text) {
        List<String> numbers = new ArrayList<>(List.of(text.split("\\" + SEPARATOR, -1)));
        Tallies tallies = new Tallies();
        try {
            for (Stage stage : Stage.values()) {
                for (Measure measure : stage.measures()) {
                    tallies.add(stage, measure, Long.parseLong(numbers.remove(0), RADIX));
                }
            }
        } catch (NumberFormatException | IndexOutOfBoundsException malformed) {
            return Optional.empty();
        }
        return numbers.isEmpty() ? Optional.of(tallies) : Optional.empty();
    }

    String text() {
        StringJoiner text = new StringJoiner(SEPARATOR);
        for (Stage stage : Stage.values()) {
            stage.measures().forEach(measure -> text.add(Long.toString(get(stage, measure), RADIX)));
        }
        return text.toString();
    }

    void count(Stage stage) {
        add(stage, Measure.COUNT, 1);
    }

    void add(Stage stage, Measure measure, Money more) {
        add(stage, measure, more.minor());
    }

    void add(Stage stage, Measure measure, long more) {
        if (!stage.measures().contains(measure)) {
            throw new IllegalArgumentException(stage + " has no " + measure);
        }
        sums.computeIfAbsent(stage, missing -> new EnumMap<>(Measure.class)).merge(measure, more, Math::addExact);
    }

    /** Amounts in both currencies to a stage that has them under these names. */
    void add(Stage stage, DualAmount more) {
        add(stage, Measure.AMOUNT, more.amount());
        add(stage, Measure.ACCOUNTING_AMOUNT, more.accountingAmount());
    }

    long get(Stage stage, Measure measure) {
        Map<Measure, Long> measured = sums.get(stage);
        return measured == null ? 0 : measured.getOrDefault(measure, 0L);
    }
}
