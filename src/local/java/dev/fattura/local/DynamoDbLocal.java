package dev.fattura.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * DynamoDB Local in a process of its own, because its logging clashes with Quarkus' on one class path. The build leaves its
 * class path and its native libraries in a directory; the data are in memory unless a directory for them is given.
 */
public final class DynamoDbLocal implements AutoCloseable {
    private static final String MAIN = "software.amazon.dynamodb.services.local.main.ServerRunner";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Process process;
    private final URI endpoint;
    private final Thread stopAtExit;

    private DynamoDbLocal(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
        this.stopAtExit = new Thread(process::destroy, "stop-dynamodb-local");
    }

    /** The directory that the build of this project fills; tests and the application have different ones. */
    public static Path directoryOfBuild() {
        return Path.of(System.getProperty("fattura.build", "target"), "dynamodb-local");
    }

    public static DynamoDbLocal start(Path directory, Optional<Path> data) throws IOException, InterruptedException {
        Path classPath = directory.resolve("classpath");
        if (!Files.isRegularFile(classPath)) {
            throw new IllegalStateException("DynamoDB Local is not in " + directory.toAbsolutePath()
                    + ". Run ./mvnw generate-resources, which fetches it, and try again.");
        }
        NativeLibrary.require(directory.resolve("native"));
        int port = freePort();
        Path log = directory.resolve("dynamodb-local-" + port + ".log");
        Process process = new ProcessBuilder(
                        command(directory, Files.readString(classPath).strip(), port, data))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        DynamoDbLocal local = new DynamoDbLocal(process, URI.create("http://127.0.0.1:" + port));
        Runtime.getRuntime().addShutdownHook(local.stopAtExit);
        local.awaitAnswer(log);
        return local;
    }

    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IllegalStateException exiting) {
            // The JVM is going down already, and the hook does the same as this method.
        }
    }

    /** Ends it as a crash would, without a chance to finish what it does, and returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException exiting) {
            // The JVM is going down already.
        }
    }

    private static List<String> command(Path directory, String classPath, int port, Optional<Path> data)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dsqlite4java.library.path=" + directory.resolve("native").toAbsolutePath(),
                "-cp",
                classPath,
                MAIN,
                "-sharedDb",
                "-disableTelemetry",
                "-port",
                Integer.toString(port)));
        if (data.isPresent()) {
            Files.createDirectories(data.get());
            command.addAll(List.of("-dbPath", data.get().toAbsolutePath().toString()));
        } else {
            command.add("-inMemory");
        }
        return command;
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("DynamoDB Local did not start; its log " + log.toAbsolutePath()
                        + " says:\n" + Files.readString(log));
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /** Any HTTP answer will do; an unsigned request is refused by a server that runs. */
    private boolean answers() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
        connection.setConnectTimeout(1_000);
        connection.setReadTimeout(5_000);
        try {
            return connection.getResponseCode() > 0;
        } catch (IOException notYet) {
            return false;
        } finally {
            connection.disconnect();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
