package dev.fattura.coldstart;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a function sees of Lambda: hands it one event after another, and takes its answers. It does nothing else, so that what is measured
 * is the function and not a server of tests that warms up.
 */
final class RuntimeApi implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final AtomicInteger handed = new AtomicInteger();

    /** @param nanos when it had arrived */
    record Answer(String text, long nanos) {}

    RuntimeApi() throws IOException {
        inBackground(this::accept);
    }

    /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    void hand(String event) {
        events.add(event);
    }

    Answer answer() throws InterruptedException {
        Answer answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("No answer within " + PATIENCE_SECONDS + " seconds");
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                inBackground(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream())) {
            for (String request = line(in); !request.isEmpty(); request = line(in)) {
                byte[] body = body(in, headers(in));
                if (request.contains("/invocation/next ")) {
                    next(connection.getOutputStream());
                } else {
                    answers.add(new Answer(new String(body, StandardCharsets.UTF_8), System.nanoTime()));
                    write(connection.getOutputStream(), "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
                }
            }
        } catch (IOException gone) {
            // The function has ended.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(OutputStream out) throws IOException, InterruptedException {
        String event = awaitEvent();
        write(
                out,
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                        + "Lambda-Runtime-Aws-Request-Id: request-" + handed.incrementAndGet() + "\r\n"
                        + "Lambda-Runtime-Deadline-Ms: 4102444800000\r\n"
                        + "Lambda-Runtime-Trace-Id: Root=1-697e8a10-3f1f0c2b5d1e4f6a7b8c9d0e\r\n"
                        + "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-central-1:123456789012:function:confirm-invoice\r\n"
                        + "Content-Length: " + event.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + event);
    }

    private String awaitEvent() throws IOException, InterruptedException {
        String event = null;
        while (event == null) {
            if (socket.isClosed()) {
                throw new IOException("No more events");
            }
            event = events.poll(1, TimeUnit.SECONDS);
        }
        return event;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    /** Without its end; empty at the end of all. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "runtime-api");
        thread.setDaemon(true);
        thread.start();
    }
}
