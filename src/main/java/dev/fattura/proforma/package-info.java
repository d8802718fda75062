/** Step 1, the office: contracts and approved transactions come in, a draft proforma invoice is made and confirmed. */
@NullMarked
package dev.fattura.proforma;

import org.jspecify.annotations.NullMarked;
