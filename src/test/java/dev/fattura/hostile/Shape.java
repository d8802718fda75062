package dev.fattura.hostile;

/** What hands an event to a function. */
enum Shape {
    HTTP,
    SCHEDULE,
    STREAM,
    QUEUE
}
