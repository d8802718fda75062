package dev.fattura.local.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The head of a request as it came over the wire; {@code id} and {@code received} are given by the gateway. */
record Request(
        String id,
        Instant received,
        String method,
        String rawPath,
        String rawQuery,
        String protocol,
        String sourceAddress,
        Map<String, List<String>> headers) {}
