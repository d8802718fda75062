package dev.fattura.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts refusals: their code, their pointer, and that they wrote nothing. */
public final class Refusals {

    private Refusals() {}

    public static void assertRefused(RefusalCode code, String pointer, ThrowingCallable action) {
        Refused refused = catchThrowableOfType(Refused.class, action);
        assertThat(refused).as("a refusal with %s", code).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.pointer()).isEqualTo(pointer);
    }

    public static void assertRefused(
            InMemoryTable unchanged, RefusalCode code, String pointer, ThrowingCallable action) {
        Map<Key, Item> before = unchanged.contents();
        assertRefused(code, pointer, action);
        assertThat(unchanged.contents()).isEqualTo(before);
    }
}
