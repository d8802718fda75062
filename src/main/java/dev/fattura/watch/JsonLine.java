package dev.fattura.watch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * A log line as one JSON object: time, level, who logs, the message, the ids of {@link LogContext}, and the stack of a failure. The names
 * of time, level and message are those that Lambda and Logs Insights look for.
 */
public final class JsonLine extends ExtFormatter {

    private final String stage;
    private final String function;

    /** Stage and function stand in every line: the metric of the lines with errors is made of them, and logs are searched together. */
    public JsonLine(String stage, String function) {
        this.stage = stage;
        this.function = function;
    }

    @Override
    public String format(ExtLogRecord record) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("timestamp", record.getInstant().toString());
        line.put("level", record.getLevel().getName());
        line.put("logger", record.getLoggerName());
        line.put("message", formatMessage(record));
        line.put("stage", stage);
        line.put("function", function);
        Map<String, String> ids = record.getMdcCopy();
        LogContext.NAMES.stream().sorted().filter(ids::containsKey).forEach(name -> line.put(name, ids.get(name)));
        Throwable failure = record.getThrown();
        if (failure != null) {
            line.put("error", failure.getClass().getName());
            line.put("stack", stack(failure));
        }
        return line + "\n";
    }

    private static String stack(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
