package dev.fattura.inquiry;

import dev.fattura.ledger.Contract;

/**
 * The accrued revenue of a contract in a period (domain.md 3.13), in both currencies.
 *
 * @param accrued by journals, for unbilled sales
 * @param takenBack by journals, for unbilled sales that were taken back (an edited line, 2.3, or a cancelled approval, 2.14)
 * @param reversed by customer invoices
 * @param backlog accrued for what is in the billing backlog
 * @param onInvoices accrued for what is on an invoice that finance has not posted yet
 * @param toTakeBack accrued for what was taken back, by a journal that is not posted yet
 * @param reversedOutside accrued in the period for what was invoiced or taken back outside of it
 * @param accruedOutside accrued outside of the period for what was invoiced or taken back in it
 */
record ContractAccrual(
        Contract.Id contract,
        DualAmount accrued,
        DualAmount takenBack,
        DualAmount reversed,
        DualAmount backlog,
        DualAmount onInvoices,
        DualAmount toTakeBack,
        DualAmount reversedOutside,
        DualAmount accruedOutside) {

    static ContractAccrual none(Contract.Id contract, DualAmount zero) {
        return new ContractAccrual(contract, zero, zero, zero, zero, zero, zero, zero, zero);
    }

    /** One of its sums. */
    enum Sum {
        ACCRUED,
        TAKEN_BACK,
        REVERSED,
        BACKLOG,
        ON_INVOICES,
        TO_TAKE_BACK,
        REVERSED_OUTSIDE,
        ACCRUED_OUTSIDE
    }

    ContractAccrual plus(Sum sum, DualAmount more) {
        return new ContractAccrual(
                contract,
                sum == Sum.ACCRUED ? accrued.plus(more) : accrued,
                sum == Sum.TAKEN_BACK ? takenBack.plus(more) : takenBack,
                sum == Sum.REVERSED ? reversed.plus(more) : reversed,
                sum == Sum.BACKLOG ? backlog.plus(more) : backlog,
                sum == Sum.ON_INVOICES ? onInvoices.plus(more) : onInvoices,
                sum == Sum.TO_TAKE_BACK ? toTakeBack.plus(more) : toTakeBack,
                sum == Sum.REVERSED_OUTSIDE ? reversedOutside.plus(more) : reversedOutside,
                sum == Sum.ACCRUED_OUTSIDE ? accruedOutside.plus(more) : accruedOutside);
    }

    /** What finance still has accrued of the period. */
    DualAmount open() {
        return accrued.minus(takenBack).minus(reversed);
    }

    /** What of that is for nothing that is still to be invoiced. */
    DualAmount imbalance() {
        return open().minus(backlog)
                .minus(onInvoices)
                .minus(toTakeBack)
                .minus(reversedOutside)
                .plus(accruedOutside);
    }
}
