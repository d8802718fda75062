package dev.fattura.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between functions and their store, connection by connection, and lets happen to each call what a {@link Mishap} says. */
final class StoreProxy implements AutoCloseable {

    private static final String TARGET = "x-amz-target";

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "store-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong calls = new AtomicLong();
    private volatile URI database;
    private volatile Mishap mishap = Mishap.NONE;

    private StoreProxy(ServerSocket server, URI database) {
        this.server = server;
        this.database = database;
    }

    static StoreProxy before(URI database) throws IOException {
        StoreProxy proxy = new StoreProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), database);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** From now on calls go to that database: it has come back elsewhere. */
    void forwardTo(URI other) {
        database = other;
    }

    void let(Mishap other) {
        mishap = other;
    }

    /** Calls of the store so far. */
    long calls() {
        return calls.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                Map<String, String> head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                byte[] body = in.readNBytes(Integer.parseInt(head.getOrDefault("content-length", "0")));
                String target = head.getOrDefault(TARGET, "");
                StoreCall call =
                        new StoreCall(target.substring(target.indexOf('.') + 1), body, changed -> send(head, changed));
                calls.incrementAndGet();
                Optional<StoreCall.Answer> answer = mishap.of(call);
                if (answer.isEmpty()) {
                    socket.setSoLinger(true, 0);
                    return;
                }
                socket.getOutputStream().write(bytes(answer.get()));
                if (answer.get().sent() < answer.get().body().length) {
                    return;
                }
            }
        } catch (IOException gone) {
            // Either side has gone; closing tells the other.
        }
    }

    /** The request line under its own name, and the headers in lower case; empty at the end of the connection. */
    private static Map<String, String> head(InputStream in) throws IOException {
        Map<String, String> head = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (head.isEmpty()) {
                head.put("", line);
            } else {
                head.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return head;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private StoreCall.Answer send(Map<String, String> head, byte[] body) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(database).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : new String[] {TARGET, "content-type", "authorization", "x-amz-date"}) {
            Optional.ofNullable(head.get(name)).ifPresent(value -> request.header(name, value));
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new StoreCall.Answer(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IOException(closing);
        }
    }

    private static byte[] bytes(StoreCall.Answer answer) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " Answer\r\n");
        answer.headers().forEach((name, values) -> {
            if (name.startsWith("x-amz") || name.equals("content-type")) {
                values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n"));
            }
        });
        head.append("content-length: ").append(answer.body().length).append("\r\n\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(answer.body(), 0, answer.sent());
        return bytes.toByteArray();
    }
}
