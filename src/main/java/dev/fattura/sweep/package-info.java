/** What the streams did not carry and what a crash left half done: found from the tables on a schedule, and finished by the same use cases. */
@NullMarked
package dev.fattura.sweep;

import org.jspecify.annotations.NullMarked;
