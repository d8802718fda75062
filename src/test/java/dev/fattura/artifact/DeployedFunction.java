package dev.fattura.artifact;

import static io.restassured.RestAssured.given;

import io.quarkus.amazon.lambda.runtime.MockEventServer;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.parsing.Parser;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * One function of the built artifact in a process of its own, behind the mock event server, chosen as in the cloud by
 * {@code QUARKUS_FUNQY_EXPORT}: the native executable where the build made one, else the JVM artifact.
 */
final class DeployedFunction implements AutoCloseable {

    /** The mock server reports every function that is stopped while it waits for work as an error. */
    private static final List<Logger> NOISY = List.of(
            Logger.getLogger("io.quarkus.amazon.lambda.runtime.MockEventServer"),
            Logger.getLogger("io.vertx.ext.web.RoutingContext"));

    private static final Path BUILD = Path.of(System.getProperty("fattura.build", "target"));

    /** A function that did not start never answers. */
    private static final RestAssuredConfig PATIENT = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 60_000));

    private final MockEventServer server;
    private final Process process;

    private DeployedFunction(MockEventServer server, Process process) {
        this.server = server;
        this.process = process;
    }

    static DeployedFunction start(String export, Map<String, String> environment) throws IOException {
        return start(export, environment, List.of());
    }

    /** @param properties system properties of the process, as {@code -Dname=value} */
    static DeployedFunction start(String export, Map<String, String> environment, List<String> properties)
            throws IOException {
        NOISY.forEach(logger -> logger.setLevel(Level.OFF));
        MockEventServer server = new MockEventServer();
        server.start(0);
        ProcessBuilder builder = new ProcessBuilder(command(properties));
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", "localhost:" + server.getPort() + "/_lambda_");
        builder.environment().put("QUARKUS_FUNQY_EXPORT", export);
        builder.environment().put("DISABLE_SIGNAL_HANDLERS", "true");
        builder.redirectErrorStream(true);
        builder.redirectOutput(Files.createDirectories(BUILD.resolve("function-logs"))
                .resolve(export + ".log")
                .toFile());
        return new DeployedFunction(server, builder.start());
    }

    /** Sends the function an event and gives its answer. */
    ValidatableResponse receives(String event) {
        return given().config(PATIENT)
                .port(server.getPort())
                .contentType("application/json")
                .body(event)
                .when()
                .post("/_lambda_")
                .then()
                .using()
                .defaultParser(Parser.JSON);
    }

    /** Whether the process that answers is the native executable. */
    static boolean isNative() throws IOException {
        return nativeExecutable() != null;
    }

    private static List<String> command(List<String> properties) throws IOException {
        List<String> command = new ArrayList<>();
        Path executable = nativeExecutable();
        if (executable != null) {
            command.add(executable.toString());
            command.addAll(properties);
            return command;
        }
        Path function = unpacked();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(properties);
        List<String> classPath = new ArrayList<>(List.of(function.toString(), function.resolve("lib") + "/*"));
        classPath.add(BUILD.resolve("test-classes").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                String.join(System.getProperty("path.separator"), classPath),
                JvmBootstrap.class.getName()));
        return command;
    }

    /** The executable that this build made, if it made one: an older build may have left another behind. */
    private static Path nativeExecutable() throws IOException {
        Properties artifact = new Properties();
        try (InputStream file = Files.newInputStream(BUILD.resolve("quarkus-artifact.properties"))) {
            artifact.load(file);
        }
        return "native".equals(artifact.getProperty("type")) ? BUILD.resolve(artifact.getProperty("path")) : null;
    }

    /** The zip that is deployed, unpacked as Lambda does. */
    private static synchronized Path unpacked() throws IOException {
        Path zip = BUILD.resolve("function.zip");
        Path folder = BUILD.resolve(
                "function-unpacked-" + Files.getLastModifiedTime(zip).toMillis());
        if (Files.exists(folder)) {
            return folder;
        }
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpack(entries, entry, folder.resolve(entry.getName()).normalize());
            }
        }
        return folder;
    }

    private static void unpack(InputStream content, ZipEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(content, target);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        server.close();
    }
}
