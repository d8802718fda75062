package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import java.time.LocalDate;
import java.util.List;

/** What confirming an invoice line detail writes (domain.md 2.1, 2.2, 2.5, 2.6, 2.7, 2.12, 2.16). */
final class ConfirmDecider {

    private ConfirmDecider() {}

    /**
     * What confirming one detail leads to.
     *
     * @param actuals that it writes
     * @param toBacklog what can be billed from now on: what a correction or a retainer leaves
     * @param released the billables whose claim by an earlier invoice ends, because that invoice has been corrected
     */
    record Facts(List<Actual> actuals, List<BacklogEntry> toBacklog, List<Released> released) {

        Facts {
            actuals = List.copyOf(actuals);
            toBacklog = List.copyOf(toBacklog);
            released = List.copyOf(released);
        }

        static Facts of(Actual... actuals) {
            return new Facts(List.of(actuals), List.of(), List.of());
        }

        ControlTotals addedTo(ControlTotals totals) {
            ControlTotals sum = totals;
            for (Actual actual : actuals) {
                sum = sum.plus(actual);
            }
            return sum;
        }
    }

    /** What an earlier invoice had billed and has no longer; it is in the backlog again. */
    record Released(Invoice.Id holder, BacklogEntry entry) {}

    /**
     * The facts of a detail, by what it bills, applies or corrects.
     *
     * @param accountingDate of the confirmation
     * @param shards of the invoice
     */
    static Facts facts(InvoiceLineDetail detail, LocalDate accountingDate, int shards) {
        ConfirmedLine line = new ConfirmedLine(detail, accountingDate, shards);
        return switch (detail.billable().kind()) {
            case UNBILLED_SALES -> BilledWorkDecider.work(line);
            case ENTERED -> BilledWorkDecider.entered(line);
            case MILESTONE, PRODUCT, ENTERED_ON_FIXED_PRICE -> BilledWorkDecider.sold(line);
            case RETAINER -> RetainerDecider.invoiced(line);
            case DEDUCTION, REFUND -> RetainerDecider.settled(line);
            case BILLED_SALES -> CorrectionDecider.corrected(line);
            case REVISION -> throw new IllegalArgumentException("A revision is no line of an invoice");
        };
    }
}
