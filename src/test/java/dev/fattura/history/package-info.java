/**
 * Seeded random histories: what people and machines can do, over HTTP, streams and schedules only, in any order that is legal, and
 * some that is not. After each step and at the end the auditor judges the tables. A new capability is one more entry in
 * {@link dev.fattura.history.Actions}, a new refusal one more in {@link dev.fattura.history.Provocations}.
 */
package dev.fattura.history;
