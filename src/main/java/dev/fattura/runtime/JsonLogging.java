package dev.fattura.runtime;

import dev.fattura.watch.JsonLine;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.logging.Handler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.handlers.WriterHandler;

/** Gives the handlers that Quarkus has made the lines of {@link JsonLine}, before the first event comes. */
@Singleton
public final class JsonLogging {

    void start(
            @Observes StartupEvent started,
            @ConfigProperty(name = "fattura.log.json") boolean json,
            @ConfigProperty(name = "fattura.stage") Optional<String> stage,
            @ConfigProperty(name = "quarkus.funqy.export") Optional<String> function) {
        if (json) {
            JsonLine format = new JsonLine(stage.orElse("none"), function.orElse("none"));
            for (Handler handler : LogContext.getLogContext().getLogger("").getHandlers()) {
                format(handler, format);
            }
        }
    }

    /** The handler of the root holds those that write. */
    private static void format(Handler handler, JsonLine format) {
        if (handler instanceof WriterHandler) {
            handler.setFormatter(format);
        } else if (handler instanceof ExtHandler holder) {
            for (Handler held : holder.getHandlers()) {
                format(held, format);
            }
        }
    }
}
