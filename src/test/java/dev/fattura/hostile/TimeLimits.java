package dev.fattura.hostile;

import dev.fattura.infra.Template;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** How long each function may take: its time-out in the template, and for a request no longer than the HTTP API waits. */
final class TimeLimits {

    private static final int GATEWAY_SECONDS = 30;
    private final Template template;

    private TimeLimits(Template template) {
        this.template = template;
    }

    static TimeLimits ofTemplate() {
        return new TimeLimits(Template.read(Path.of("infra/template.yaml")));
    }

    int seconds(String function, Shape shape) {
        int own = template.timeoutSeconds(function);
        return shape == Shape.HTTP ? Math.min(own, GATEWAY_SECONDS) : own;
    }

    boolean exceeded(String function, Shape shape, long nanos) {
        return nanos > TimeUnit.SECONDS.toNanos(seconds(function, shape));
    }
}
