package dev.fattura.ledger;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.UnroundedTax;
import java.util.Map;

/**
 * What the lines of a proposal sum to while they are made: the totals, and the sales tax by code that is not rounded yet, by which
 * the share of the next line is decided ({@link InvoiceTax}).
 */
public record ProposalSums(LineTotals totals, Map<String, UnroundedTax> tax) {

    public ProposalSums {
        tax = Map.copyOf(tax);
    }

    public static ProposalSums none(CurrencyCode currency) {
        return new ProposalSums(LineTotals.none(currency), Map.of());
    }
}
