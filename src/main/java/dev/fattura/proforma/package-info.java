/** Step 1, the office: a draft proforma invoice is made from the billing backlog, edited, corrected and confirmed. */
@NullMarked
package dev.fattura.proforma;

import org.jspecify.annotations.NullMarked;
