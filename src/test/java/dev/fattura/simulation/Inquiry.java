package dev.fattura.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A look at what is there, and the requests that follow from it: a line by its id, a proposal once it has its lines.
 *
 * @param there what the answer must be like
 * @param waits whether the client looks again until it is; if not, nothing follows from another answer
 */
record Inquiry(String path, Predicate<JsonNode> there, boolean waits, Function<JsonNode, List<Request>> then)
        implements Step {

    /** Waits for what has that status. */
    static Inquiry until(String path, String status, Function<JsonNode, List<Request>> then) {
        return new Inquiry(path, answer -> answer.path("status").asText().equals(status), true, then);
    }

    /** Waits for what has that status, and for nothing else. */
    static Inquiry until(String path, String status) {
        return until(path, status, answer -> List.of());
    }

    /** Looks once, at what may have that status. */
    static Inquiry whether(String path, String status, Function<JsonNode, List<Request>> then) {
        return new Inquiry(path, answer -> answer.path("status").asText().equals(status), false, then);
    }

    /** Looks at what must be there. */
    static Inquiry at(String path, Function<JsonNode, List<Request>> then) {
        return new Inquiry(path, answer -> true, true, then);
    }

    /** The texts that the members of a list have under a name, of those that have that value under another. */
    static List<String> each(JsonNode list, String name, String where, String is) {
        List<String> texts = new ArrayList<>();
        for (JsonNode member : list) {
            if (member.path(where).asText().equals(is)) {
                texts.add(member.path(name).asText());
            }
        }
        return texts;
    }
}
