package dev.fattura.ledger;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import dev.fattura.money.Rounding;
import dev.fattura.money.UnroundedTax;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes the sales tax of the lines of one invoice, one line after the other (domain.md 3.5).
 *
 * <p>Rounded for the invoice, each line bears what it adds to the rounded tax of all lines up to it: so the shares sum to the tax of
 * the invoice, which is rounded once, in any number of lines and without holding them. They depend on the order of the lines, which
 * therefore must be the same whenever they are computed.
 */
public final class InvoiceTax {

    private final SalesTax setUp;
    private final CurrencyCode currency;
    private final Map<String, UnroundedTax> sums = new HashMap<>();

    public InvoiceTax(SalesTax setUp, CurrencyCode currency) {
        this(setUp, currency, Map.of());
    }

    /** @param sums of the lines before, by code, that are not rounded yet */
    public InvoiceTax(SalesTax setUp, CurrencyCode currency, Map<String, UnroundedTax> sums) {
        this.setUp = setUp;
        this.currency = currency;
        this.sums.putAll(sums);
    }

    /** The sales tax of all lines so far by code, not rounded; empty where each line is rounded for itself. */
    public Map<String, UnroundedTax> sums() {
        return Map.copyOf(sums);
    }

    /**
     * The line with its sales tax, as the next one of the invoice.
     *
     * @throws IllegalStateException if a rate is missing, which has to be found out before
     */
    public ProposalLine next(ProposalLine line, LocalDate invoiceDate) {
        if (line.billingType() != BillingType.CHARGEABLE) {
            return line.taxed(List.of());
        }
        ProposalLine.Taxation taxation = line.taxation();
        List<SalesTaxShare> shares = new ArrayList<>();
        for (String code : setUp.common(taxation.salesTaxGroup(), taxation.itemSalesTaxGroup())) {
            Percent percent = setUp.percent(code, setUp.taxDate(invoiceDate, taxation.projectDate()))
                    .orElseThrow(() -> new IllegalStateException("Sales tax code " + code + " has no rate"));
            shares.add(new SalesTaxShare(code, percent, share(code, line.amount(), percent)));
        }
        return line.taxed(shares);
    }

    private Money share(String code, Money net, Percent percent) {
        return switch (setUp.rounding()) {
            case LINE -> Rounding.tax(net, percent);
            case INVOICE -> {
                UnroundedTax before = sums.getOrDefault(code, UnroundedTax.none(currency));
                UnroundedTax after = before.plus(net, percent);
                sums.put(code, after);
                yield Rounding.tax(after).minus(Rounding.tax(before));
            }
        };
    }
}
