package dev.fattura.ledger;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sums over all lines of a proposal, in the contract's currency.
 *
 * @param charged what is charged without tax
 * @param shares the sales tax by each code and rate
 * @param dimensions the financial dimensions that all its lines have in common (domain.md 3.8)
 */
public record LineTotals(
        long count, Money charged, Money salesTax, List<SalesTaxShare> shares, Map<String, String> dimensions) {

    public LineTotals {
        shares = List.copyOf(shares);
        dimensions = Map.copyOf(dimensions);
    }

    public static LineTotals none(CurrencyCode currency) {
        return new LineTotals(0, Money.zero(currency), Money.zero(currency), List.of(), Map.of());
    }

    /** These totals and one line more, of something that has those financial dimensions. */
    public LineTotals plus(ProposalLine line, Map<String, String> ofLine) {
        Map<String, String> common = new TreeMap<>(count == 0 ? ofLine : dimensions);
        common.entrySet().retainAll(ofLine.entrySet());
        return new LineTotals(
                count + 1,
                charged.plus(line.charged()),
                salesTax.plus(line.salesTax()),
                SalesTaxShare.sum(shares, line.taxation().shares()),
                common);
    }

    /** These totals with another sales tax on one of the lines. */
    public LineTotals replacing(ProposalLine before, ProposalLine after) {
        List<SalesTaxShare> without = SalesTaxShare.sum(
                shares,
                before.taxation().shares().stream().map(SalesTaxShare::negated).toList());
        return new LineTotals(
                count,
                charged,
                salesTax.minus(before.salesTax()).plus(after.salesTax()),
                SalesTaxShare.sum(without, after.taxation().shares()),
                dimensions);
    }
}
