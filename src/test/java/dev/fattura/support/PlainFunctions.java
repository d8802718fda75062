package dev.fattura.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fattura.local.FunctionError;
import dev.fattura.local.Functions;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.QueueBatch;
import dev.fattura.runtime.StreamBatch;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.sweep.ParkFailuresFunction;
import dev.fattura.watch.Metrics;
import java.io.IOException;
import java.time.Clock;

/** All functions for the local cloud without Funqy around them, so that a process with them starts at once. */
public final class PlainFunctions implements Functions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WorldFunctions functions;
    private final ParkFailuresFunction parkFailures;

    public PlainFunctions(Office office, Finance finance, Clock clock) {
        functions = new WorldFunctions(office, finance, clock);
        parkFailures = new ParkFailuresFunction(finance, clock, Metrics.NONE);
    }

    @Override
    public byte[] invoke(String function, byte[] event) throws FunctionError {
        try {
            return JSON.writeValueAsBytes(answer(function, event));
        } catch (IOException | RuntimeException failure) {
            throw new FunctionError(function, failure);
        }
    }

    private Object answer(String function, byte[] event) throws IOException {
        if (function.equals("park-failures")) {
            return parkFailures.parkFailures(JSON.readValue(event, QueueBatch.class));
        }
        return functions.isOfStream(function)
                ? functions.stream(function).apply(JSON.readValue(event, StreamBatch.class))
                : functions.http(function).apply(JSON.readValue(event, Invocation.class));
    }
}
