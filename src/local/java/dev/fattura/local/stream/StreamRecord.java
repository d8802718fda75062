package dev.fattura.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A record of a stream as Lambda hands it to a function, with what the rules of a batch look at. */
public record StreamRecord(String sequenceNumber, Instant created, JsonNode event) {}
