package dev.fattura.ledger;

import java.util.Arrays;
import java.util.Optional;

/** An enum constant with the one word that stands for it in JSON and in the tables; the word never changes, the Java name may. */
public interface Coded {

    String code();

    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst();
    }

    /** The constant of a stored word. @throws IllegalArgumentException if the table holds a word that no constant has */
    static <E extends Enum<E> & Coded> E stored(Class<E> type, String code) {
        return find(type, code)
                .orElseThrow(() -> new IllegalArgumentException("No " + type.getSimpleName() + " is called " + code));
    }
}
