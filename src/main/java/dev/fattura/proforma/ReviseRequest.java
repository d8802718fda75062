package dev.fattura.proforma;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Invoice;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for with {@code POST /invoices/{invoice}/revise}.
 *
 * @param original the confirmed invoice
 * @param invoice the number of the corrective draft; without one the office's number sequence gives it
 * @param invoiceDate of the corrective draft; null where it is added to one
 * @param addTo a draft of the same contract and customer that takes the corrections; null for a new one
 * @param lines the chosen transactions; empty for all that can be corrected
 */
public record ReviseRequest(
        Invoice.Id original,
        Invoice.@Nullable Id invoice,
        @Nullable LocalDate invoiceDate,
        Invoice.@Nullable Id addTo,
        List<Chosen> lines) {

    public ReviseRequest {
        lines = List.copyOf(lines);
    }

    /**
     * Billed sales to correct.
     *
     * @param quantity the new total; zero, or null together with the price, for a full credit
     * @param price the new one; null for the one that was invoiced
     * @param billingType what the caller believes it is; it cannot be changed
     */
    public record Chosen(
            UUID billedSales, @Nullable Quantity quantity, @Nullable Price price, @Nullable BillingType billingType) {}
}
