package dev.fattura.proforma;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Retainer;
import dev.fattura.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for with {@code PUT /contracts/{contract}/retainers/{retainer}}.
 *
 * @param line the contract line; null for the first one that is not product-based
 * @param customer of the contract; null for the primary one
 */
public record RetainerRequest(
        Contract.Id contract,
        Retainer.Id retainer,
        ContractLine.@Nullable Id line,
        @Nullable String customer,
        String description,
        Money amount,
        LocalDate date,
        boolean readyToInvoice) {

    /** The same for another date. */
    RetainerRequest on(Retainer.Id id, LocalDate other) {
        return new RetainerRequest(contract, id, line, customer, description, amount, other, readyToInvoice);
    }
}
