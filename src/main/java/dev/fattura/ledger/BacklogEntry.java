package dev.fattura.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the billing backlog (domain.md 1.13): something that will be billed and is on no invoice.
 *
 * @param customer the contract customer who will be billed; every customer of a contract has a backlog of his own
 * @param date of the transaction, the milestone, the product-based line or the retainer: what a cut-off is compared with
 * @param status whether it may be invoiced
 * @param standing how it stands to the not-to-exceed limits
 */
public record BacklogEntry(
        Contract.Id contract,
        String customer,
        LocalDate date,
        Billable billable,
        BacklogStatus status,
        Standing standing) {

    /**
     * How an entry stands to the not-to-exceed limits, as far as it has to be kept: what is within them, or beside them, is in good
     * standing, and which of both its contract says. So what comes back from a draft needs nothing but itself.
     *
     * @param kept failed or not evaluated; null in good standing
     */
    public record Standing(@Nullable NotToExceed kept) {
        public static final Standing GOOD = new Standing(null);
        public static final Standing NOT_EVALUATED = new Standing(NotToExceed.NOT_EVALUATED);

        public static Standing failed(NotToExceed.Level level) {
            return new Standing(NotToExceed.failed(level));
        }

        public boolean good() {
            return kept == null;
        }
    }

    /** What is ready to invoice. */
    public BacklogEntry(Contract.Id contract, String customer, LocalDate date, Billable billable) {
        this(contract, customer, date, billable, BacklogStatus.READY_TO_INVOICE, Standing.GOOD);
    }

    public boolean ready() {
        return status == BacklogStatus.READY_TO_INVOICE;
    }

    /** The same entry with that status. */
    public BacklogEntry marked(BacklogStatus newStatus) {
        return new BacklogEntry(contract, customer, date, billable, newStatus, standing);
    }

    /** The same entry with that standing; what is not in good standing is not ready. */
    public BacklogEntry standing(Standing newStanding) {
        return new BacklogEntry(
                contract, customer, date, billable, newStanding.good() ? status : BacklogStatus.NOT_READY, newStanding);
    }
}
