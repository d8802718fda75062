package dev.fattura.ledger;

import java.util.UUID;

/**
 * Something that can be billed once: an entry of the billing backlog.
 *
 * @param id of an unbilled sales actual that actual's own; of a milestone or product-based line derived from it
 * @param reference the milestone's or product's id; the actual's id as text
 */
public record Billable(Kind kind, UUID id, ContractLine.Id line, String reference) {

    /** What kind of record stands behind it. */
    public enum Kind implements Coded {
        UNBILLED_SALES("unbilledSales"),
        MILESTONE("milestone"),
        PRODUCT("product");

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

    public static Billable product(Contract.Id contract, ContractLine.Id line, String product) {
        UUID id = Identifiers.derived("product", contract.value(), line.value(), product);
        return new Billable(Kind.PRODUCT, id, line, product);
    }
}
