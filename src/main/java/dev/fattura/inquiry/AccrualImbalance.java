package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import org.jspecify.annotations.Nullable;

/**
 * Accrued revenue that an invoice should have reversed and has not, or not all of it.
 *
 * @param accrualVoucher of the journal line; null where the unbilled sales have no posting
 */
record AccrualImbalance(
        Contract.Id contract,
        Invoice.Id invoice,
        Actual.Id unbilledSales,
        @Nullable String accrualVoucher,
        DualAmount accrued,
        Actual.Id billedSales,
        String invoiceVoucher,
        DualAmount reversed) {

    DualAmount imbalance() {
        return accrued.minus(reversed);
    }
}
