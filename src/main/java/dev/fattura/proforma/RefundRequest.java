package dev.fattura.proforma;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Retainer;
import dev.fattura.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for with {@code POST /contracts/{contract}/retainers/{retainer}/refund}.
 *
 * @param amount above zero; null for all that is open
 * @param invoice the number of the draft; without one the office's number sequence gives it
 */
public record RefundRequest(
        Contract.Id contract,
        Retainer.Id retainer,
        @Nullable Money amount,
        Invoice.@Nullable Id invoice,
        LocalDate invoiceDate) {

    /** The header of the draft that it becomes. */
    DraftRequest draft() {
        return new DraftRequest(invoice, contract, invoiceDate, null, List.of());
    }
}
