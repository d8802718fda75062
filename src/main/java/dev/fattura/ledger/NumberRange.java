package dev.fattura.ledger;

/**
 * Consecutive numbers of a number sequence, bound to one document.
 *
 * @param first counts from 1
 */
public record NumberRange(String prefix, long first, long count) {

    /** The i-th number of the range, from 0: {@code USMF-PV-000042}. */
    public String number(long index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("Number " + index + " of a range of " + count);
        }
        return format(prefix, first + index);
    }

    public String last() {
        return number(count - 1);
    }

    public static String format(String prefix, long number) {
        String digits = Long.toString(number);
        return prefix + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
    }
}
