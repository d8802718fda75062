package dev.fattura.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;

class TimeLimitTest {

    private static final byte[] EVENT = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void functionOverItsTime_isStoppedAtItsNextCallOfTheStore() {
        Functions limited = TimeLimit.of((function, event) -> callStore(event), functions(Duration.ZERO));

        assertThatThrownBy(() -> limited.invoke("sweep", EVENT))
                .isInstanceOf(TimeLimit.OutOfTime.class)
                .hasMessage("Task timed out");
    }

    @Test
    void functionWithTimeLeft_goesOn() throws FunctionError {
        Functions limited = TimeLimit.of((function, event) -> callStore(event), functions(Duration.ofMinutes(1)));

        assertThat(limited.invoke("sweep", EVENT)).isEqualTo(EVENT);
    }

    @Test
    void callOutsideOfAFunction_hasNoLimit_alsoAfterOneThatHad() throws FunctionError {
        TimeLimit.of((function, event) -> event, functions(Duration.ZERO)).invoke("sweep", EVENT);

        assertThatCode(() -> callStore(EVENT)).doesNotThrowAnyException();
    }

    private static byte[] callStore(byte[] event) {
        new TimeLimit().beforeExecution(() -> null, new ExecutionAttributes());
        return event;
    }

    private static Template functions(Duration timeout) {
        return new Template(
                List.of(),
                List.of(new Template.Function("Sweep", "sweep", timeout)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }
}
