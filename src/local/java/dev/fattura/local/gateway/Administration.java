package dev.fattura.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fattura.local.FunctionError;
import dev.fattura.local.Schedules;
import dev.fattura.local.stream.FailureDestination;
import dev.fattura.local.stream.StreamPumps;
import java.io.IOException;
import java.time.Duration;

/**
 * What a person looks up in the console of the cloud: {@code GET /_local/failures}, {@code GET /_local/streams}, {@code POST /_local/streams/settle}
 * (wait until everything written so far has crossed) and {@code POST /_local/schedules/{function}} (run a schedule now).
 */
public final class Administration {
    static final String PREFIX = "/_local/";
    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FailureDestination failures;
    private final StreamPumps pumps;
    private final Schedules schedules;

    public Administration(FailureDestination failures, StreamPumps pumps, Schedules schedules) {
        this.failures = failures;
        this.pumps = pumps;
        this.schedules = schedules;
    }

    Reply answer(String method, String path) throws InterruptedException, IOException {
        String request = method + " " + path.substring(PREFIX.length());
        if (request.equals("GET failures")) {
            return Reply.json(200, JSON.createObjectNode().set("failures", failures.messages()));
        }
        if (request.equals("GET streams")) {
            return Reply.json(200, JSON.createObjectNode().set("streams", pumps.report()));
        }
        if (request.equals("POST streams/settle")) {
            int status = pumps.awaitIdle(SETTLE) ? 200 : 504;
            return Reply.json(status, JSON.createObjectNode().set("streams", pumps.report()));
        }
        String schedule = "POST schedules/";
        if (request.startsWith(schedule) && schedules.has(request.substring(schedule.length()))) {
            return run(request.substring(schedule.length()));
        }
        return Reply.message(404, "Not Found");
    }

    private Reply run(String function) throws IOException {
        try {
            JsonNode report = JSON.readTree(schedules.run(function));
            return Reply.json(200, report.isMissingNode() ? JSON.createObjectNode() : report);
        } catch (FunctionError error) {
            return Reply.message(500, String.valueOf(error.getMessage()));
        }
    }
}
