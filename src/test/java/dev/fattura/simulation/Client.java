package dev.fattura.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.support.World.Answer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Takes its steps one after another, and sends each request with a key of its own until it is answered; whatever happens on the way. */
final class Client {

    private static final int MOST_ATTEMPTS = 400;
    private static final int MOST_LOOKS = 4_000;

    /** So many turns of others go by until somebody who waits looks again. */
    private static final int TURNS_BETWEEN_LOOKS = 25;

    private final String name;
    private final List<Step> steps;
    private final Stage stage;
    private final Trouble trouble;
    private final Runnable timePasses;
    private boolean finished;

    /** @param timePasses done whenever it waits */
    Client(String name, List<Step> steps, Stage stage, Trouble trouble, Runnable timePasses) {
        this.name = name;
        this.steps = steps;
        this.stage = stage;
        this.trouble = trouble;
        this.timePasses = timePasses;
    }

    void enter(Deployment functions) {
        stage.enter(name, () -> {
            for (int number = 0; number < steps.size(); number++) {
                take(functions, steps.get(number), name + "-" + number);
            }
            finished = true;
        });
    }

    boolean finished() {
        return finished;
    }

    private void take(Deployment functions, Step step, String key) {
        if (step instanceof Request request) {
            undisturbedByTheClock(functions, request, key);
        } else if (step instanceof Inquiry inquiry) {
            List<Request> then = found(functions, inquiry).map(inquiry.then()).orElse(List.of());
            for (int number = 0; number < then.size(); number++) {
                undisturbedByTheClock(functions, then.get(number), key + "-" + number);
            }
        }
    }

    private void undisturbedByTheClock(Deployment functions, Request request, String key) {
        trouble.holdClock();
        send(functions, request, key);
        trouble.letClockGo();
        stage.letOthers();
    }

    private Optional<JsonNode> found(Deployment functions, Inquiry inquiry) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            Optional<Answer> answer = answer(() -> functions.call("GET", inquiry.path(), null));
            if (answer.isEmpty() || answer.get().status() >= 500) {
                continue;
            }
            JsonNode body = answer.get().body();
            if (answer.get().status() < 300 && inquiry.there().test(body)) {
                return Optional.of(body);
            }
            if (!inquiry.waits()) {
                return Optional.empty();
            }
            timePasses.run();
            for (int turn = 0; turn < TURNS_BETWEEN_LOOKS; turn++) {
                stage.letOthers();
            }
        }
        throw new AssertionError("GET " + inquiry.path() + " was not as expected in " + MOST_LOOKS + " looks");
    }

    private void send(Deployment functions, Request request, String key) {
        String[] headers = {"idempotency-key", key};
        if (request.ifMatch()) {
            Answer asked = answered(
                    () -> functions.call("GET", request.versioned(), null), "GET " + request.versioned(), Set.of());
            headers = new String[] {
                "idempotency-key", key, "if-match", asked.headers().get("etag")
            };
        }
        String[] sent = headers;
        if (trouble.strikesOften(Fault.RUN_TWICE)) {
            stage.enterTwin(name, () -> {
                try {
                    functions.call(request.method(), request.path(), request.body(), sent);
                } catch (ProcessGone gone) {
                    // The other one counts.
                }
            });
        }
        answered(
                () -> functions.call(request.method(), request.path(), request.body(), sent),
                request.method() + " " + request.path(),
                request.refusals());
        if (request.path().endsWith("/pause") && !trouble.isOver()) {
            trouble.happened(Fault.MAP_PAUSED);
        }
    }

    /** The answer, once there is one that is no passing failure. */
    private Answer answered(Supplier<Answer> call, String what, Set<String> refusals) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Answer answer = answer(call).orElse(null);
            if (answer == null) {
                continue;
            }
            String code = answer.body().path("code").asText();
            if (answer.status() < 300 || refusals.contains(code)) {
                return answer;
            }
            if (answer.status() < 500 && !code.equals("command-in-progress")) {
                throw new AssertionError(what + " was refused: " + answer.body());
            }
        }
        throw new AssertionError(what + " got no answer in " + MOST_ATTEMPTS + " attempts");
    }

    /** None if the process that should have given it is gone. */
    private Optional<Answer> answer(Supplier<Answer> call) {
        stage.letOthers();
        try {
            return Optional.of(call.get());
        } catch (ProcessGone lost) {
            return Optional.empty();
        }
    }
}
