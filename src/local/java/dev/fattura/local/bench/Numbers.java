package dev.fattura.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The numbers that a sequence gave while nothing else took one of it: each of them once, and all of them. */
final class Numbers {
    private final String what;
    private final List<Long> given = new ArrayList<>();

    Numbers(String what) {
        this.what = what;
    }

    /** A number as a document bears it: {@code USMF-PV-000042}. */
    void add(String number) {
        given.add(value(number));
    }

    /** A range of them, bound to one document. */
    void addAll(String first, String last) {
        LongStream.rangeClosed(value(first), value(last)).forEach(given::add);
    }

    /** @throws IllegalStateException if there are more or fewer, one is there twice, or one between them is not there */
    void requireEveryOneOnce(int expected) {
        long[] sorted = given.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length != expected) {
            throw new IllegalStateException(sorted.length + " of " + expected + ": " + what);
        }
        for (int index = 1; index < sorted.length; index++) {
            if (sorted[index] != sorted[index - 1] + 1) {
                throw new IllegalStateException(
                        "After number " + sorted[index - 1] + " comes " + sorted[index] + ": " + what);
            }
        }
    }

    private long value(String number) {
        try {
            return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
        } catch (NumberFormatException missing) {
            throw new IllegalStateException("One has no number but '" + number + "': " + what, missing);
        }
    }
}
