package dev.fattura.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.watch.LogContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What calls a function that is not on a stream: a request through the HTTP API (payload format 2.0), or a schedule.
 *
 * <p>It is an own type of the few members that are read, and not the event class of the AWS library, because one function may
 * be called both ways and because each class that JSON is bound to has to be declared for the native image.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Invocation(
        @JsonProperty("routeKey") @Nullable String routeKey,
        @JsonProperty("rawPath") @Nullable String rawPath,
        @JsonProperty("headers") @Nullable Map<String, String> headers,
        @JsonProperty("queryStringParameters") @Nullable Map<String, String> queryStringParameters,
        @JsonProperty("pathParameters") @Nullable Map<String, String> pathParameters,
        @JsonProperty("requestContext") @Nullable RequestContext requestContext,
        @JsonProperty("body") @Nullable String body,
        @JsonProperty("isBase64Encoded") boolean isBase64Encoded,
        @JsonProperty("source") @Nullable String source,
        @JsonProperty("id") @Nullable String id) {

    /** A request, or a schedule that has no id. */
    public Invocation(
            @Nullable String routeKey,
            @Nullable String rawPath,
            @Nullable Map<String, String> headers,
            @Nullable Map<String, String> queryStringParameters,
            @Nullable Map<String, String> pathParameters,
            @Nullable RequestContext requestContext,
            @Nullable String body,
            boolean isBase64Encoded,
            @Nullable String source) {
        this(
                routeKey,
                rawPath,
                headers,
                queryStringParameters,
                pathParameters,
                requestContext,
                body,
                isBase64Encoded,
                source,
                null);
    }

    /** The source that the template gives to every schedule. */
    public static final String SCHEDULE = "fattura.schedule";

    /**
     * The part of the request context that is read.
     *
     * @param authorizer what the authorizer of the route has verified, of whatever shape: {@link Caller} reads it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RequestContext(
            @JsonProperty("http") @Nullable Http http,
            @JsonProperty("requestId") @Nullable String requestId,
            @JsonProperty("authorizer") @Nullable JsonNode authorizer) {

        public RequestContext(@Nullable Http http, @Nullable JsonNode authorizer) {
            this(http, null, authorizer);
        }
    }

    /** Method and path of the request. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Http(@JsonProperty("method") @Nullable String method, @JsonProperty("path") @Nullable String path) {}

    /** Whether it is a question, GET, and no command. */
    public boolean asks() {
        return requestContext != null
                && requestContext.http() != null
                && "GET".equalsIgnoreCase(requestContext.http().method());
    }

    /** Whether a schedule calls, which has no request context: so nothing that came through the API can pass for one. */
    public boolean scheduled() {
        return SCHEDULE.equals(source) && requestContext == null;
    }

    /** What a log line about it bears: the id of the request or of the scheduled call, and the ids that path and query name. */
    Map<String, String> ids() {
        Map<String, String> ids = new HashMap<>();
        if (queryStringParameters != null) {
            ids.putAll(queryStringParameters);
        }
        if (pathParameters != null) {
            ids.putAll(pathParameters);
        }
        ids.remove(LogContext.CORRELATION);
        String correlation = requestContext != null ? requestContext.requestId() : id;
        if (correlation != null) {
            ids.put(LogContext.CORRELATION, correlation);
        }
        return ids;
    }
}
