package dev.fattura.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Speaks TLS, as the store of the cloud does, before a database that does not: what comes in is passed on as it is. Who trusts its
 * certificate is told where that is.
 */
public final class TlsFront implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    private final SSLServerSocket server;
    private final URI database;
    private final Path certificate;
    private final AtomicInteger callers = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "tls-front");
        thread.setDaemon(true);
        return thread;
    });

    private TlsFront(SSLServerSocket server, URI database, Path certificate) {
        this.server = server;
        this.database = database;
        this.certificate = certificate;
    }

    /**
     * One that has begun to listen.
     *
     * @param folder for its certificate, which is a new one
     */
    public static TlsFront before(URI database, Path folder) throws IOException, InterruptedException {
        Path certificate = certificate(folder);
        SSLServerSocket server = (SSLServerSocket) context(certificate)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        TlsFront front = new TlsFront(server, database, certificate);
        front.threads.execute(front::accept);
        return front;
    }

    public URI address() {
        return URI.create("https://127.0.0.1:" + server.getLocalPort());
    }

    /** The arguments of a process that trusts it, and nobody else. */
    public List<String> trusting() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + certificate,
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
                "-Djavax.net.ssl.trustStoreType=JKS");
    }

    /** How many have come so far. */
    public int callers() {
        return callers.get();
    }

    /** Lets callers come and go, so that it does not spend the time of those who are measured on compiling itself. */
    public void warmUp(int handshakes) throws IOException {
        for (int call = 0; call < handshakes; call++) {
            // A context that is used twice resumes its session, which is no whole handshake.
            try (SSLSocket socket = (SSLSocket) context(certificate)
                    .getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
                socket.startHandshake();
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private static Path certificate(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("tls-front.jks");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-alias",
                        "store",
                        "-dname",
                        "CN=store",
                        "-keypass",
                        PASSWORD,
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "JKS",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                // It recommends PKCS 12, which is dear to open: what is measured through here would pay for it.
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0 || !Files.exists(store)) {
            throw new IllegalStateException("keytool made no certificate");
        }
        return store;
    }

    /** Of whoever has the certificate, and trusts it. */
    private static SSLContext context(Path certificate) throws IOException {
        try (InputStream file = Files.newInputStream(certificate)) {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(file, PASSWORD.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has TLS", impossible);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket outside = server.accept();
                callers.incrementAndGet();
                Socket inside = new Socket(database.getHost(), database.getPort());
                outside.setTcpNoDelay(true);
                inside.setTcpNoDelay(true);
                threads.execute(() -> pass(outside, inside));
                threads.execute(() -> pass(inside, outside));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException gone) {
            // Either side has gone; closing tells the other.
        }
    }
}
