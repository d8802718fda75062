/**
 * The auditor: reads the raw items of both tables and knows nothing of the code that wrote them, so that it cannot make the same
 * mistake. What it holds the tables to is listed in {@link dev.fattura.audit.Rules}.
 */
package dev.fattura.audit;
