package dev.fattura.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fattura.ledger.Crossing;
import dev.fattura.store.Attributes;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What of a failure is shown to callers: sentences of ours, and nothing that names what is inside. */
class SyncFailureTest {

    @Test
    void recordOfAnotherShape_isToldInOurWords() {
        assertThat(cause(() -> {
                    throw new ClassCastException("class java.lang.String cannot be cast to class java.util.Map");
                }))
                .isEqualTo("The stored actual A-1 cannot be read: it is not as it should be.");
        assertThat(cause(() -> {
                    throw new IllegalStateException("Attribute amount is not a String: null");
                }))
                .isEqualTo("The stored actual A-1 cannot be read: Attribute amount is not a String: null.");
    }

    @Test
    void listOfAnotherThingThanMaps_isNamed() {
        Attributes attributes = new Attributes(Map.of("origins", List.of("x")));
        assertThat(cause(() -> attributes.list("origins")))
                .isEqualTo("The stored actual A-1 cannot be read: Attribute origins is not a list of maps: x.");
    }

    private static String cause(Supplier<Object> reader) {
        return catchThrowableOfType(
                        SyncFailure.class, () -> SyncFailure.reading(Crossing.ACTUALS, "actual A-1", reader))
                .cause();
    }
}
