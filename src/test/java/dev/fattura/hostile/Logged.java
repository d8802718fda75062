package dev.fattura.hostile;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what the functions log to itself: of every request only the last failure, to be shown if the request breaks a promise. */
final class Logged extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("dev.fattura");
    private final boolean loud = logger.getUseParentHandlers();
    private Throwable last;

    Logged() {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    void forget() {
        last = null;
    }

    /** What was thrown last, or null. */
    Throwable last() {
        return last;
    }

    @Override
    public void publish(LogRecord message) {
        if (message.getThrown() != null) {
            last = message.getThrown();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(loud);
    }
}
