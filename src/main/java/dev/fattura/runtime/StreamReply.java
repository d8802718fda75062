package dev.fattura.runtime;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What became of a batch: the records that failed. Lambda reads it only where the mapping declares
 * {@code ReportBatchItemFailures} (style.md, trap 2), sends everything from the lowest failed one again, and in the end parks it.
 */
public record StreamReply(@JsonProperty("batchItemFailures") List<Failure> batchItemFailures) {

    /** The sequence number of a failed record. */
    public record Failure(@JsonProperty("itemIdentifier") String itemIdentifier) {}
}
