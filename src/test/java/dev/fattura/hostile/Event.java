package dev.fattura.hostile;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A valid event for a function.
 *
 * @param origin what hands it over: a route, a schedule, a stream, a queue
 * @param versionOf the path of the document whose ETag it has to name, or null
 */
record Event(String function, Shape shape, String origin, ObjectNode json, String versionOf) {}
