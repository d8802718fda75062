package dev.fattura.local;

import dev.fattura.local.template.Template;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Stands where EventBridge Scheduler stands: every schedule of the template calls its function with its input. Only here:
 * in Lambda nothing runs between invocations, so no function may hold a timer of its own.
 */
public final class Schedules {
    private static final Logger LOG = Logger.getLogger(Schedules.class);
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
    private static final Pattern CRON = Pattern.compile("cron\\((.+)\\)");

    private final List<Template.Schedule> schedules;
    private final Functions functions;

    public Schedules(List<Template.Schedule> schedules, Functions functions) {
        this.schedules = List.copyOf(schedules);
        this.functions = functions;
    }

    public boolean has(String function) {
        return schedules.stream().anyMatch(schedule -> schedule.function().equals(function));
    }

    /** Runs the schedule of a function now, as its time would. */
    public byte[] run(String function) throws FunctionError {
        Template.Schedule schedule = schedules.stream()
                .filter(candidate -> candidate.function().equals(function))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No schedule calls " + function));
        return functions.invoke(function, schedule.input().getBytes(StandardCharsets.UTF_8));
    }

    /** Lets the schedules tick; {@code every} replaces the expressions of the template, for a person who does not want to wait. */
    public void start(Scheduler scheduler, Optional<String> every) {
        for (Template.Schedule schedule : schedules) {
            var job = scheduler
                    .newJob(schedule.name())
                    .setConcurrentExecution(Scheduled.ConcurrentExecution.SKIP)
                    .setTask(execution -> tick(schedule.function()));
            Matcher cron = CRON.matcher(schedule.expression());
            if (every.isEmpty() && cron.matches()) {
                job.setCron(quartz(cron.group(1)));
            } else {
                String interval = every.orElseGet(() -> interval(schedule.expression()));
                job.setInterval(interval).setDelayed(interval);
            }
            job.schedule();
        }
    }

    /** EventBridge's cron has no seconds; Quartz' has. The rest reads the same. */
    static String quartz(String expression) {
        return "0 " + expression;
    }

    static String interval(String expression) {
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            throw new IllegalArgumentException("Neither rate(...) nor cron(...): " + expression);
        }
        String unit = rate.group(2).substring(0, 1).toUpperCase(Locale.ROOT);
        return (unit.equals("D") ? "P" : "PT") + rate.group(1) + unit;
    }

    private void tick(String function) {
        try {
            run(function);
        } catch (FunctionError error) {
            LOG.errorf(error.getCause(), "The schedule of %s failed; it comes again", function);
        }
    }
}
