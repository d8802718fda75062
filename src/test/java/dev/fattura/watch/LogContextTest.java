package dev.fattura.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LogContextTest {

    @Test
    void ids_holdInside_andThoseOfBeforeComeBack() {
        LogContext.within(Map.of("correlation", "r-1", "company", "USMF"), () -> {
            LogContext.within(Map.of("company", "DEMF", "invoice", "INV-1"), () -> assertThat(LogContext.ids())
                    .containsOnly(
                            Map.entry("correlation", "r-1"),
                            Map.entry("company", "DEMF"),
                            Map.entry("invoice", "INV-1")));
            assertThat(LogContext.ids()).containsOnly(Map.entry("correlation", "r-1"), Map.entry("company", "USMF"));
        });
        assertThat(LogContext.ids()).isEmpty();
    }

    @Test
    void ids_areGone_afterAFailure() {
        assertThatThrownBy(() -> LogContext.within(Map.of("invoice", "INV-1"), () -> {
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");

        assertThat(LogContext.ids()).isEmpty();
    }

    @Test
    void otherNames_areLeftOut_whateverACallerSends() {
        LogContext.within(
                Map.of("customer", "Coho Winery", "amount", "1000.00", "invoice", "INV-1"),
                () -> assertThat(LogContext.ids()).containsOnly(Map.entry("invoice", "INV-1")));
    }

    @Test
    void id_isCut_whereItIsLongerThanAnyThatExists() {
        LogContext.within(
                Map.of("invoice", "x".repeat(5_000)),
                () -> assertThat(LogContext.ids().get("invoice")).hasSize(100));
    }
}
