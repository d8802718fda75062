package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.local.template.Template;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.store.StoreBusy;
import dev.fattura.store.Table;
import dev.fattura.support.Gateway;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lambda repeats, parks and counts what fails, and takes every answer for a success: a schedule that could not do its work must not
 * answer.
 */
class ScheduleFailureTest {

    /** Every call of a table that is away ends so. */
    private static final Table AWAY = (Table)
            Proxy.newProxyInstance(Table.class.getClassLoader(), new Class<?>[] {Table.class}, (table, call, with) -> {
                throw new StoreBusy("away", new IllegalStateException());
            });

    private final Gateway gateway = new Gateway(new Office(AWAY), new Finance(AWAY), Clock.systemUTC());

    static Stream<String> schedules() {
        return Gateway.template().schedules().stream()
                .map(Template.Schedule::function)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void schedule_failsItsFunction_whileTheStoreIsAway(String function) {
        assertThatThrownBy(() -> gateway.schedule(function)).isInstanceOf(StoreBusy.class);
    }

    @Test
    void callerOfTheSame_isAnsweredThatTheStoreIsBusy() {
        assertThat(gateway.call("POST", "/staging/import", "{\"company\":\"USMF\"}")
                        .status())
                .isEqualTo(503);
    }
}
