package dev.fattura.watch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What every log line of a piece of work says besides its message: which request or event it belongs to, and which documents it is
 * about. Only ids: no name of a person or a customer and no amount ever gets here, because only the names below are let in.
 */
public final class LogContext {

    /** The id of the request, of the scheduled call, of the stream record or of the message. */
    public static final String CORRELATION = "correlation";

    /** What a line may be about. */
    public static final Set<String> NAMES = Set.of(
            CORRELATION,
            "actual",
            "company",
            "confirmation",
            "contract",
            "invoice",
            "journal",
            "project",
            "proposal",
            "retainer",
            "transaction");

    /** What a caller sends as an id may be of any length; nothing that exists has a longer one. */
    private static final int LONGEST = 100;

    private LogContext() {}

    /** Does the work; what it logs bears these ids, and after it those of before. Other names than {@link #NAMES} are left out. */
    public static <T> T within(Map<String, String> ids, Supplier<T> work) {
        Map<String, Object> before = new LinkedHashMap<>(MDC.getMap());
        each(ids, MDC::put);
        try {
            return work.get();
        } finally {
            each(ids, (name, id) -> restore(name, before.get(name)));
        }
    }

    /** As {@link #within(Map, Supplier)}. */
    public static void within(Map<String, String> ids, Runnable work) {
        within(ids, () -> {
            work.run();
            return true;
        });
    }

    /** The ids of the work that is being done, in the order of their names. */
    static Map<String, String> ids() {
        Map<String, String> ids = new TreeMap<>();
        MDC.getMap().forEach((name, id) -> {
            if (NAMES.contains(name)) {
                ids.put(name, String.valueOf(id));
            }
        });
        return ids;
    }

    private static void each(Map<String, String> ids, BiConsumer<String, String> step) {
        ids.forEach((name, id) -> {
            if (NAMES.contains(name) && id != null) {
                step.accept(name, id.length() > LONGEST ? id.substring(0, LONGEST) : id);
            }
        });
    }

    private static void restore(String name, @Nullable Object before) {
        if (before == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, before);
        }
    }
}
