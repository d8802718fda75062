package dev.fattura.proforma;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for with {@code POST /invoices}.
 *
 * @param invoice the number; without one the office's number sequence gives it
 * @param upTo everything in the billing backlog with a transaction date up to this day; null where lines are given
 * @param lines the chosen lines; empty where the backlog is taken
 * @param customer who is billed; null for the primary customer of the contract
 * @param onlyOf the contract lines of which the backlog is taken; empty for all
 */
public record DraftRequest(
        Invoice.@Nullable Id invoice,
        Contract.Id contract,
        LocalDate invoiceDate,
        @Nullable LocalDate upTo,
        List<GivenLine> lines,
        @Nullable String customer,
        List<ContractLine.Id> onlyOf) {

    public DraftRequest {
        lines = List.copyOf(lines);
        onlyOf = List.copyOf(onlyOf);
    }

    /** An invoice to the primary customer. */
    public DraftRequest(
            Invoice.@Nullable Id invoice,
            Contract.Id contract,
            LocalDate invoiceDate,
            @Nullable LocalDate upTo,
            List<GivenLine> lines) {
        this(invoice, contract, invoiceDate, upTo, lines, null, List.of());
    }

    /**
     * A chosen line: either an unbilled sales actual, or a milestone or a product of a contract line, or a retainer of the
     * contract. Quantity, price and billing type edit it.
     */
    public record GivenLine(
            @Nullable UUID unbilledSales,
            @Nullable String line,
            @Nullable String milestone,
            @Nullable String product,
            @Nullable Quantity quantity,
            @Nullable Price price,
            @Nullable BillingType billingType,
            @Nullable String retainer) {

        /** A line that is no retainer. */
        public GivenLine(
                @Nullable UUID unbilledSales,
                @Nullable String line,
                @Nullable String milestone,
                @Nullable String product,
                @Nullable Quantity quantity,
                @Nullable Price price,
                @Nullable BillingType billingType) {
            this(unbilledSales, line, milestone, product, quantity, price, billingType, null);
        }

        /** The member that says what it is. */
        String kind() {
            if (unbilledSales != null) {
                return "unbilledSales";
            }
            return retainer != null ? "retainer" : product != null ? "product" : "milestone";
        }
    }
}
