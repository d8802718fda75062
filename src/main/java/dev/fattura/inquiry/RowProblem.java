package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;

/**
 * A billed sales row that keeps its proposal from getting its lines.
 *
 * @param code stable
 * @param cause in a sentence for a person
 * @param remedy what to do
 */
record RowProblem(Actual actual, String code, String cause, String remedy) {}
