package dev.fattura.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch of messages of a queue, as Lambda hands it over; {@link StreamReply} says which of them failed, by their ids. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record QueueBatch(@JsonProperty("Records") @Nullable List<Message> messages) {

    /** One message. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Message(
            @JsonProperty("messageId") @Nullable String messageId, @JsonProperty("body") @Nullable String body) {}
}
