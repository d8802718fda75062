package dev.fattura.runtime;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** An answer to the HTTP API (payload format 2.0). */
public record HttpReply(
        @JsonProperty("statusCode") int statusCode,
        @JsonProperty("headers") Map<String, String> headers,
        @JsonProperty("body") String body,
        @JsonProperty("isBase64Encoded") boolean isBase64Encoded) {}
