package dev.fattura.simulation;

import dev.fattura.support.Gateway;
import dev.fattura.support.World.Answer;
import java.util.List;
import java.util.function.Supplier;

/** Sends its requests one after another, each with a key of its own, until it is answered; whatever happens on the way. */
final class Client {

    private static final int MOST_ATTEMPTS = 400;

    private final String name;
    private final List<Request> requests;
    private final Stage stage;
    private final Trouble trouble;
    private boolean finished;

    Client(String name, List<Request> requests, Stage stage, Trouble trouble) {
        this.name = name;
        this.requests = requests;
        this.stage = stage;
        this.trouble = trouble;
    }

    void enter(Gateway gateway) {
        stage.enter(name, () -> {
            for (int number = 0; number < requests.size(); number++) {
                trouble.holdClock();
                send(gateway, requests.get(number), name + "-" + number);
                trouble.letClockGo();
                stage.letOthers();
            }
            finished = true;
        });
    }

    boolean finished() {
        return finished;
    }

    private void send(Gateway gateway, Request request, String key) {
        String[] headers = {"idempotency-key", key};
        if (request.ifMatch()) {
            Answer asked = answered(() -> gateway.call("GET", request.versioned(), null), "GET " + request.versioned());
            headers = new String[] {
                "idempotency-key", key, "if-match", asked.headers().get("etag")
            };
        }
        String[] sent = headers;
        if (trouble.strikesOften(Fault.RUN_TWICE)) {
            stage.enter(name + " again", () -> {
                try {
                    gateway.call(request.method(), request.path(), request.body(), sent);
                } catch (ProcessGone gone) {
                    // The other one counts.
                }
            });
        }
        answered(
                () -> gateway.call(request.method(), request.path(), request.body(), sent),
                request.method() + " " + request.path());
        if (request.path().endsWith("/pause") && !trouble.isOver()) {
            trouble.happened(Fault.MAP_PAUSED);
        }
    }

    /** The answer, once there is one that is no passing failure. */
    private Answer answered(Supplier<Answer> call, String what) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            stage.letOthers();
            Answer answer;
            try {
                answer = call.get();
            } catch (ProcessGone lost) {
                continue;
            }
            if (answer.status() < 300) {
                return answer;
            }
            String code = answer.body().path("code").asText();
            if (answer.status() < 500 && !code.equals("command-in-progress")) {
                throw new AssertionError(what + " was refused: " + answer.body());
            }
        }
        throw new AssertionError(what + " got no answer in " + MOST_ATTEMPTS + " attempts");
    }
}
