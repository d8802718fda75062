/** Step 2: contract headers and proposal headers cross to finance, one way. */
@NullMarked
package dev.fattura.header;

import org.jspecify.annotations.NullMarked;
