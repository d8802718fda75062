package dev.fattura.support;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.watch.JsonLine;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps the lines that Fattura logs, written as in the cloud. */
public final class LogLines extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("dev.fattura");
    private final boolean loud = logger.getUseParentHandlers();
    private final Level level = logger.getLevel();
    private final List<String> lines = new ArrayList<>();

    public LogLines() {
        setFormatter(new JsonLine("test", "any"));
        logger.setUseParentHandlers(false);
        // A test of the application in the same process may have switched it off.
        logger.setLevel(Level.INFO);
        logger.addHandler(this);
    }

    /** Each line, read as JSON. */
    public List<JsonNode> lines() {
        return lines.stream().map(Invocations::json).toList();
    }

    /** The lines as they are. */
    public String text() {
        return String.join("", lines);
    }

    @Override
    public void publish(LogRecord message) {
        lines.add(getFormatter().format(message));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(loud);
        logger.setLevel(level);
    }
}
