package dev.fattura.local;

import dev.fattura.local.gateway.Authorizer;
import dev.fattura.local.gateway.TokenAuthorizer;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the command line asks for: {@code --name=value}, every name known, so that a typing error is not a silent default. */
record Options(
        Path template,
        Path dynamoDb,
        Optional<URI> endpoint,
        Optional<Path> data,
        int port,
        boolean sampleOnly,
        boolean withSample,
        Optional<String> every,
        int bench,
        int crowd,
        Authorizer authorizer) {

    private static final Set<String> NAMES = new TreeSet<>(Set.of(
            "template",
            "dynamodb",
            "endpoint",
            "data",
            "port",
            "sample-only",
            "sample",
            "every",
            "bench",
            "crowd",
            "issuer",
            "audience",
            "keys"));
    private static final String DEFAULT_PORT = "8080";

    static Options parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals > 2 ? argument.substring(2, equals) : "";
            if (!argument.startsWith("--") || !NAMES.contains(name)) {
                throw new IllegalArgumentException(argument + " is no option; there are --name=value for " + NAMES);
            }
            values.put(name, argument.substring(equals + 1));
        }
        return new Options(
                Path.of(values.getOrDefault("template", "infra/template.yaml")),
                Path.of(values.getOrDefault(
                        "dynamodb", DynamoDbLocal.directoryOfBuild().toString())),
                Optional.ofNullable(values.get("endpoint")).map(URI::create),
                Optional.ofNullable(values.get("data")).map(Path::of),
                port(values.getOrDefault("port", DEFAULT_PORT)),
                Boolean.parseBoolean(values.getOrDefault("sample-only", "false")),
                Boolean.parseBoolean(values.getOrDefault("sample", "true")),
                Optional.ofNullable(values.get("every")),
                number("bench", values.getOrDefault("bench", "0"), 100_000),
                number("crowd", values.getOrDefault("crowd", "0"), 1_000),
                authorizer(values));
    }

    /** Who may call, in words for a person. */
    String caller() {
        return authorizer instanceof TokenAuthorizer
                ? "whoever has a token of the issuer"
                : "a developer with every role and all companies; no token is asked for. To be another:\n"
                        + "             curl -H 'x-local-caller: accountant;company=USMF' ... (or nobody; docs/security.md)";
    }

    /** Tokens are verified where an issuer is named; else a request is believed. */
    private static Authorizer authorizer(Map<String, String> values) {
        List<String> said = Stream.of("issuer", "audience", "keys")
                .map(name -> values.getOrDefault(name, ""))
                .toList();
        if (said.stream().allMatch(String::isEmpty)) {
            return Authorizer.believing();
        }
        if (said.contains("")) {
            throw new IllegalArgumentException(
                    "--issuer, --audience and --keys (the jwks_uri of the issuer) belong together");
        }
        return TokenAuthorizer.of(said.get(0), said.get(1), said.get(2));
    }

    private static int number(String name, String text, int most) {
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        if (number < 0 || number > most) {
            throw new IllegalArgumentException("--" + name + " must be 0 (none) to " + most + ", not " + text);
        }
        return number;
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port must be 0 (any free one) to 65535, not " + text);
        }
        return port;
    }
}
