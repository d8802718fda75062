/** The shared vocabulary of facts and states: pure records, enums and typed ids. Imports {@code money} only. */
@NullMarked
package dev.fattura.ledger;

import org.jspecify.annotations.NullMarked;
