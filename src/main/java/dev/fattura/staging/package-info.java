/** Step 4: Import from staging makes integration journal lines and, once all are ready, proposal lines. */
@NullMarked
package dev.fattura.staging;

import org.jspecify.annotations.NullMarked;
