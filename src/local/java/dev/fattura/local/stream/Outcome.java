package dev.fattura.local.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What became of a batch: {@code delivered} records from its start are done. {@code failure} is empty when all are, and
 * {@code whole} says that the batch failed as one, without a number to go on from.
 */
public record Outcome(int delivered, Optional<String> failure, boolean whole) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Outcome succeeded(int size) {
        return new Outcome(size, Optional.empty(), false);
    }

    public static Outcome failed(String cause) {
        return new Outcome(0, Optional.of(cause), true);
    }

    /**
     * Reads the answer of a function the way Lambda does. Nothing, no list and an empty list are success, and so is
     * everything when the mapping does not declare {@code ReportBatchItemFailures}. A list with a number that is
     * empty or not of this batch fails the whole batch; else the lowest number is where it goes on.
     */
    public static Outcome read(byte[] answer, List<StreamRecord> batch, BatchRules rules) {
        if (!rules.reportsItemFailures()) {
            return succeeded(batch.size());
        }
        JsonNode failures = failures(answer);
        if (failures.isMissingNode() || failures.isNull() || (failures.isArray() && failures.isEmpty())) {
            return succeeded(batch.size());
        }
        if (!failures.isArray()) {
            return failed("batchItemFailures is no list");
        }
        int lowest = batch.size();
        for (JsonNode failure : failures) {
            int index = indexOf(failure.path("itemIdentifier").asText(""), batch);
            if (index < 0) {
                return failed("batchItemFailures names no record of the batch: " + failure);
            }
            lowest = Math.min(lowest, index);
        }
        String cause = "The function reported " + batch.get(lowest).sequenceNumber() + " as failed";
        return new Outcome(lowest, Optional.of(cause), false);
    }

    private static JsonNode failures(byte[] answer) {
        try {
            return JSON.readTree(answer).path("batchItemFailures");
        } catch (JsonProcessingException noJson) {
            return JSON.missingNode();
        } catch (IOException impossible) {
            throw new IllegalStateException("Reading from memory failed", impossible);
        }
    }

    private static int indexOf(String sequenceNumber, List<StreamRecord> batch) {
        for (int index = 0; index < batch.size(); index++) {
            if (batch.get(index).sequenceNumber().equals(sequenceNumber)) {
                return index;
            }
        }
        return -1;
    }
}
