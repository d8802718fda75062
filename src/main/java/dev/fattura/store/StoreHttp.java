package dev.fattura.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Calls the store through the HTTP client of the JDK, as the client of the AWS SDK for it does but for one thing: it hands the body over
 * whole. That one announces its length and streams it, and then the JDK waits a millisecond at each call, whether the kept
 * connection is still open, sends head and body apart, and does not send again by itself what a broken one has lost. The bodies are
 * small and are in memory anyway.
 */
public final class StoreHttp implements SdkHttpClient {

    /** As the AWS SDK has them. */
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private static final Duration READ = Duration.ofSeconds(30);

    private StoreHttp() {}

    /** For the builder of a client, which then closes it. */
    public static SdkHttpClient.Builder<?> builder() {
        return new Builder();
    }

    private static final class Builder implements SdkHttpClient.Builder<Builder> {

        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return new StoreHttp();
        }
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new Exchange(request.httpRequest(), request.contentStreamProvider());
    }

    @Override
    public String clientName() {
        return "UrlConnection";
    }

    @Override
    public void close() {
        // The JDK keeps the connections, and closes them when nothing has used them for five seconds.
    }

    /** One request and its answer. */
    private static final class Exchange implements ExecutableHttpRequest {

        private final SdkHttpRequest request;
        private final Optional<ContentStreamProvider> body;
        private volatile @Nullable HttpURLConnection connection;

        Exchange(SdkHttpRequest request, Optional<ContentStreamProvider> body) {
            this.request = request;
            this.body = body;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            try {
                return exchanged();
            } catch (SSLHandshakeException refused) {
                if (refused.getCause() instanceof CertificateException) {
                    // No trouble of the store, which the SDK and Patience would wait for: it is somebody else who
                    // answers.
                    throw new IllegalStateException("The certificate of the store is not trusted", refused);
                }
                throw refused;
            }
        }

        private HttpExecuteResponse exchanged() throws IOException {
            HttpURLConnection opened = opened();
            connection = opened;
            if (body.isPresent()) {
                opened.setDoOutput(true);
                try (InputStream content = body.get().newStream();
                        OutputStream out = opened.getOutputStream()) {
                    content.transferTo(out);
                }
            }
            int status = opened.getResponseCode();
            InputStream answer = status < 400 ? opened.getInputStream() : opened.getErrorStream();
            return HttpExecuteResponse.builder()
                    .response(SdkHttpResponse.builder()
                            .statusCode(status)
                            .statusText(opened.getResponseMessage())
                            .headers(headers(opened))
                            .build())
                    .responseBody(answer == null ? null : AbortableInputStream.create(answer))
                    .build();
        }

        /** The SDK calls it, from another thread, when its patience is over. */
        @Override
        public void abort() {
            HttpURLConnection opened = connection;
            if (opened != null) {
                opened.disconnect();
            }
        }

        private HttpURLConnection opened() throws IOException {
            HttpURLConnection opened =
                    (HttpURLConnection) request.getUri().toURL().openConnection();
            opened.setConnectTimeout((int) CONNECT.toMillis());
            opened.setReadTimeout((int) READ.toMillis());
            opened.setInstanceFollowRedirects(false);
            opened.setUseCaches(false);
            opened.setRequestMethod(request.method().name());
            request.forEachHeader((name, values) -> opened.setRequestProperty(name, String.join(",", values)));
            if (request.firstMatchingHeader("Accept").isEmpty()) {
                // The JDK would send one of its own, which is no proper one (JDK-8163921).
                opened.setRequestProperty("Accept", "*/*");
            }
            return opened;
        }

        /** Without the line of the status, which the JDK gives as a header without a name. */
        private static Map<String, List<String>> headers(HttpURLConnection opened) {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            opened.getHeaderFields().forEach((name, values) -> {
                if (name != null) {
                    headers.computeIfAbsent(name, any -> new ArrayList<>()).addAll(values);
                }
            });
            return headers;
        }
    }
}
