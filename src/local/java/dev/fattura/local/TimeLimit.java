package dev.fattura.local;

import dev.fattura.local.template.Template;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Stops a function at the time-out of its template, as Lambda does: for good, and without a chance to end what it had begun. Here all
 * functions share a process, so one that is over its time is stopped at its next call of the store.
 */
public final class TimeLimit implements ExecutionInterceptor {
    private static final ThreadLocal<Long> END = new ThreadLocal<>();

    /** No exception that a function could catch and go on: to it, the process is gone. */
    public static final class OutOfTime extends Error {
        private static final long serialVersionUID = 1L;

        OutOfTime() {
            super("Task timed out");
        }
    }

    /** Those functions, each stopped at the time-out that the template gives it. */
    static Functions of(Functions functions, Template template) {
        Map<String, Duration> timeouts = template.functions().stream()
                .collect(Collectors.toMap(Template.Function::export, Template.Function::timeout));
        return (function, event) -> {
            Duration timeout = Objects.requireNonNull(timeouts.get(function), function);
            END.set(System.nanoTime() + timeout.toNanos());
            try {
                return functions.invoke(function, event);
            } finally {
                END.remove();
            }
        };
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        Long end = END.get();
        if (end != null && System.nanoTime() > end) {
            throw new OutOfTime();
        }
    }
}
