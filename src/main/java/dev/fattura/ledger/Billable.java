package dev.fattura.ledger;

import java.util.UUID;

/**
 * Something that one invoice at a time may have, and that once confirmed no other can have again: what an invoice line detail
 * bills, applies or corrects.
 *
 * @param id of an actual that actual's own; of anything else derived from it
 * @param line the contract line that it belongs to
 * @param reference the id of the milestone, product or retainer; the actual's id as text
 */
public record Billable(Kind kind, UUID id, ContractLine.Id line, String reference) {

    /** What kind of record stands behind it. */
    public enum Kind implements Coded {
        UNBILLED_SALES("unbilledSales"),
        MILESTONE("milestone"),
        PRODUCT("product"),
        /** A line detail that was entered on a draft by hand, with no actual behind it, on a time-and-material line (2.13). */
        ENTERED("entered"),
        /** The same on a fixed-price line, where nothing is unbilled sales. */
        ENTERED_ON_FIXED_PRICE("enteredOnFixedPrice"),
        /** A retainer or advance that is to be invoiced (2.8). */
        RETAINER("retainer"),
        /** The open balance of an invoiced retainer, to be applied (2.9, 2.10): an unbilled sales actual of class retainer. */
        DEDUCTION("deduction"),
        /** The same open balance, to be paid back (2.11). */
        REFUND("refund"),
        /** A billed sales actual, to be corrected (2.15). */
        BILLED_SALES("billedSales"),
        /** A confirmed invoice that is being revised: no line, but the lock that keeps it from being revised twice at once. */
        REVISION("revision");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    public static Billable unbilledSales(Actual.Id actual, ContractLine.Id line) {
        return new Billable(Kind.UNBILLED_SALES, actual.value(), line, actual.toString());
    }

    public static Billable milestone(Contract.Id contract, ContractLine.Id line, String milestone) {
        UUID id = Identifiers.derived("milestone", contract.value(), line.value(), milestone);
        return new Billable(Kind.MILESTONE, id, line, milestone);
    }

    /** One customer's part of a milestone that several customers pay (domain.md 1.4, 2.6). */
    public static Billable milestone(Contract.Id contract, ContractLine.Id line, String milestone, String customer) {
        UUID id = Identifiers.derived("milestone", contract.value(), line.value(), milestone, customer);
        return new Billable(Kind.MILESTONE, id, line, milestone);
    }

    public static Billable product(Contract.Id contract, ContractLine.Id line, String product) {
        UUID id = Identifiers.derived("product", contract.value(), line.value(), product);
        return new Billable(Kind.PRODUCT, id, line, product);
    }

    /**
     * A line detail that was entered by hand.
     *
     * @param entry what tells this line detail from others that were entered on the invoice
     */
    public static Billable entered(Invoice.Id invoice, ContractLine.Id line, BillingMethod method, String entry) {
        Kind kind = method == BillingMethod.FIXED_PRICE ? Kind.ENTERED_ON_FIXED_PRICE : Kind.ENTERED;
        return new Billable(kind, Identifiers.derived("entered", invoice.value(), line.value(), entry), line, entry);
    }

    public static Billable retainer(Contract.Id contract, ContractLine.Id line, String retainer) {
        return new Billable(Kind.RETAINER, Identifiers.derived("retainer", contract.value(), retainer), line, retainer);
    }

    /** The open balance of a retainer, to be applied; the id is that of its unbilled sales actual. */
    public static Billable deduction(Actual.Id open, ContractLine.Id line) {
        return new Billable(Kind.DEDUCTION, open.value(), line, open.toString());
    }

    /** The open balance of a retainer, to be paid back: the same id, so it cannot be applied at the same time. */
    public static Billable refund(Actual.Id open, ContractLine.Id line) {
        return new Billable(Kind.REFUND, open.value(), line, open.toString());
    }

    public static Billable billedSales(Actual.Id actual, ContractLine.Id line) {
        return new Billable(Kind.BILLED_SALES, actual.value(), line, actual.toString());
    }

    public static Billable revision(Invoice.Id invoice, ContractLine.Id line) {
        return new Billable(Kind.REVISION, Identifiers.derived("revision", invoice.value()), line, invoice.value());
    }
}
