/** Step 3: actuals cross into the actuals staging table; skip-sync rows do not. The sweep carries across what a stream forgot. */
@NullMarked
package dev.fattura.actuals;

import org.jspecify.annotations.NullMarked;
