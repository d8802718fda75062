package dev.fattura.proforma;

import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Retainer;
import dev.fattura.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be added to a draft with {@code POST /invoices/{invoice}/lines}: chosen lines of the backlog, lines entered by hand, and
 * advances that are agreed only now.
 */
public record AddLinesRequest(
        List<DraftRequest.GivenLine> lines, List<EnteredLine> entered, List<AgreedRetainer> retainers) {

    public AddLinesRequest {
        lines = List.copyOf(lines);
        entered = List.copyOf(entered);
        retainers = List.copyOf(retainers);
    }

    public AddLinesRequest(List<DraftRequest.GivenLine> lines, List<EnteredLine> entered) {
        this(lines, entered, List.of());
    }

    /**
     * A retainer that is made on the draft: ready, and on it, at once (domain.md 1.10).
     *
     * @param line the contract line; null for the first one that is not product-based
     * @param date null for the date of the draft
     */
    public record AgreedRetainer(
            Retainer.Id retainer,
            ContractLine.@Nullable Id line,
            String description,
            Money amount,
            @Nullable LocalDate date) {

        RetainerRequest request(Invoice draft) {
            return new RetainerRequest(
                    draft.contract(),
                    retainer,
                    line,
                    draft.customer(),
                    description,
                    amount,
                    date == null ? draft.invoiceDate() : date,
                    true);
        }
    }
}
