package dev.fattura.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction belongs to; carried unchanged from approval to write-back.
 *
 * @param unit of the quantity: {@code hour}, {@code each}
 * @param resource who or what did the work, for the print of the invoice
 * @param category the transaction category, from which finance finds its project category (domain.md 3.3)
 * @param financialDimensions the values of finance's dimensions by their names, as the project had them (domain.md 3.8)
 */
public record Dimensions(
        Company.Id company,
        Contract.Id contract,
        ContractLine.Id line,
        Project.@Nullable Id project,
        String customer,
        String unit,
        @Nullable String resource,
        @Nullable String description,
        @Nullable String category,
        Map<String, String> financialDimensions) {

    public Dimensions {
        financialDimensions = Map.copyOf(financialDimensions);
    }

    /** Without a transaction category and financial dimensions. */
    public Dimensions(
            Company.Id company,
            Contract.Id contract,
            ContractLine.Id line,
            Project.@Nullable Id project,
            String customer,
            String unit,
            @Nullable String resource,
            @Nullable String description) {
        this(company, contract, line, project, customer, unit, resource, description, null, Map.of());
    }
}
