package dev.fattura.inquiry;

import dev.fattura.ledger.LedgerEntry;
import java.util.List;

/** Sums up the ledger entries of the voucher of a customer invoice, which is zero in both currencies. */
final class VoucherSums {

    private VoucherSums() {}

    static void add(Tallies tallies, List<LedgerEntry> entries) {
        for (LedgerEntry entry : entries) {
            tallies.count(Stage.VOUCHER);
            tallies.add(Stage.VOUCHER, new DualAmount(entry.amount(), entry.accountingAmount()));
        }
    }
}
