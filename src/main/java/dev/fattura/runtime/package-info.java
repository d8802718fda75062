/** The outer skin: wiring, configuration, trigger events in, answers out, problem details. */
@NullMarked
package dev.fattura.runtime;

import org.jspecify.annotations.NullMarked;
