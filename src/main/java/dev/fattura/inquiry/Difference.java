package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import org.jspecify.annotations.Nullable;

/**
 * One contradiction between facts that should agree.
 *
 * @param actual whose facts they are; null where it is about sums
 * @param cause in a sentence for a person
 */
record Difference(DifferenceCode code, Actual.@Nullable Id actual, String cause) {}
