package dev.fattura.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long each function may take: its time-out in the template, and for a request no longer than the HTTP API waits. */
final class TimeLimits {

    private static final int GATEWAY_SECONDS = 30;
    private static final Pattern TIMEOUT = Pattern.compile(" +Timeout: (\\d+)");
    private static final Pattern EXPORT = Pattern.compile(" +QUARKUS_FUNQY_EXPORT: (\\S+)");
    private static final Pattern RESOURCE = Pattern.compile("  \\w+:");

    private final Map<String, Integer> seconds = new HashMap<>();

    private TimeLimits(List<String> template) {
        int ofAll = 0;
        int own = 0;
        boolean resources = false;
        for (String line : template) {
            resources |= line.equals("Resources:");
            Matcher timeout = TIMEOUT.matcher(line);
            Matcher export = EXPORT.matcher(line);
            if (RESOURCE.matcher(line).matches()) {
                own = ofAll;
            } else if (timeout.matches()) {
                own = Integer.parseInt(timeout.group(1));
                ofAll = resources ? ofAll : own;
            } else if (export.matches()) {
                seconds.put(export.group(1), own);
            }
        }
    }

    static TimeLimits ofTemplate() {
        try {
            return new TimeLimits(Files.readAllLines(Path.of("infra/template.yaml")));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    int seconds(String function, Shape shape) {
        Integer own = seconds.get(function);
        if (own == null || own == 0) {
            throw new AssertionError("The template gives " + function + " no time-out");
        }
        return shape == Shape.HTTP ? Math.min(own, GATEWAY_SECONDS) : own;
    }

    boolean exceeded(String function, Shape shape, long nanos) {
        return nanos > TimeUnit.SECONDS.toNanos(seconds(function, shape));
    }
}
