/** Step 6: accounting detail is written back to the actuals, the customer invoice to the proforma. */
@NullMarked
package dev.fattura.writeback;

import org.jspecify.annotations.NullMarked;
