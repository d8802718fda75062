package dev.fattura.interleaving;

import dev.fattura.runtime.StreamReply;
import dev.fattura.support.World;
import dev.fattura.support.World.Answer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What somebody does, and does again where it had no answer.
 *
 * @param prepared with what it needs to know beforehand, as the version of an If-Match; gives the answer in short: a status, and
 *     the code of a refusal
 */
record Act(String name, Function<World, Supplier<String>> prepared) {

    /** A request of a caller who chose that key for it. */
    static Act request(String key, String method, String path, String body) {
        return new Act(
                method + " " + path + " by " + key,
                world -> () -> told(world.call(method, path, body, "idempotency-key", key)));
    }

    /** The same, of the version that is there beforehand. */
    static Act matching(String key, String method, String path, String body) {
        return new Act(method + " " + path + " by " + key, world -> {
            String version =
                    world.call(200, "GET", document(path), null).headers().get("etag");
            return () -> told(world.call(method, path, body, "idempotency-key", key, "if-match", version));
        });
    }

    static Act schedule(String function) {
        return new Act(function, world -> () -> told(world.schedule(function)));
    }

    /** What a stream has for a function, in one batch. */
    static Act stream(String function) {
        return new Act(function, world -> () -> {
            StreamReply reply = world.stream(function);
            return reply.batchItemFailures().isEmpty() ? "200" : "500 " + reply;
        });
    }

    private static String told(Answer answer) {
        return answer.status() < 300
                ? Integer.toString(answer.status())
                : answer.status() + " " + answer.body().path("code").asText();
    }

    private static String document(String path) {
        String[] parts = path.split("/", -1);
        return "/" + parts[1] + "/" + parts[2];
    }
}
