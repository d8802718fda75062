package dev.fattura.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What a transaction belongs to; carried unchanged from approval to write-back.
 *
 * @param unit of the quantity: {@code hour}, {@code each}
 * @param resource who or what did the work, for the print of the invoice
 */
public record Dimensions(
        Company.Id company,
        Contract.Id contract,
        ContractLine.Id line,
        Project.@Nullable Id project,
        String customer,
        String unit,
        @Nullable String resource,
        @Nullable String description) {}
