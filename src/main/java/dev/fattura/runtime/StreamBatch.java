package dev.fattura.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch of records of a DynamoDB stream, as Lambda hands it over. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StreamBatch(@JsonProperty("Records") @Nullable List<StreamRecord> records) {

    /** One change of one item. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record StreamRecord(
            @JsonProperty("eventName") @Nullable String eventName,
            @JsonProperty("dynamodb") @Nullable Change dynamodb) {}

    /** The change: the new image in DynamoDB JSON, and the number by which a failure is reported. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Change(
            @JsonProperty("Keys") @Nullable JsonNode keys,
            @JsonProperty("NewImage") @Nullable JsonNode newImage,
            @JsonProperty("SequenceNumber") @Nullable String sequenceNumber) {}
}
