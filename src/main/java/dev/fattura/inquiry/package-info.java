/** Step 7: what a person may ask: invoices, proposals, journals, actuals, lineage, what waits and why. */
@NullMarked
package dev.fattura.inquiry;

import org.jspecify.annotations.NullMarked;
