package dev.fattura.simulation;

/** What a client does next: a request that is known beforehand, or those that follow from what it finds. */
sealed interface Step permits Request, Inquiry {}
