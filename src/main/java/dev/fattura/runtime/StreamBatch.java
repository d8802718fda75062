package dev.fattura.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.watch.LogContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A batch of records of a DynamoDB stream, as Lambda hands it over. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StreamBatch(@JsonProperty("Records") @Nullable List<StreamRecord> records) {

    /** One change of one item. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record StreamRecord(
            @JsonProperty("eventID") @Nullable String eventId,
            @JsonProperty("eventName") @Nullable String eventName,
            @JsonProperty("dynamodb") @Nullable Change dynamodb) {

        /** What a log line about it bears: its own id, and the ids of the documents that its new image names. */
        Map<String, String> ids() {
            Map<String, String> ids = new HashMap<>();
            JsonNode image = dynamodb == null ? null : dynamodb.newImage();
            if (image != null) {
                for (String name : LogContext.NAMES) {
                    String id = image.path(name).path("S").textValue();
                    if (id != null) {
                        ids.put(name, id);
                    }
                }
            }
            ids.remove(LogContext.CORRELATION);
            if (eventId != null) {
                ids.put(LogContext.CORRELATION, eventId);
            }
            return ids;
        }
    }

    /** Seconds since 1970, in the year 5138: what is beyond is no time of a change. */
    private static final long LATEST = 100_000_000_000L;

    /** The change: when it was made, the new image in DynamoDB JSON, and the number by which a failure is reported. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Change(
            @JsonProperty("ApproximateCreationDateTime") @Nullable JsonNode created,
            @JsonProperty("Keys") @Nullable JsonNode keys,
            @JsonProperty("NewImage") @Nullable JsonNode newImage,
            @JsonProperty("SequenceNumber") @Nullable String sequenceNumber) {

        /** When it was made; Lambda writes seconds since 1970, whole ones or with a fraction. */
        public Optional<Instant> madeAt() {
            return created != null && created.isNumber() && created.canConvertToLong() && created.asLong() / LATEST == 0
                    ? Optional.of(Instant.ofEpochMilli(
                            created.decimalValue().movePointRight(3).longValue()))
                    : Optional.empty();
        }
    }
}
