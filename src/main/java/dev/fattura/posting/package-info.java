/** Step 5: integration journals and invoice proposals are posted; vouchers, ledger entries, customer invoices. */
@NullMarked
package dev.fattura.posting;

import org.jspecify.annotations.NullMarked;
