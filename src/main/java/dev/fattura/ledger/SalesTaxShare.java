package dev.fattura.ledger;

import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The sales tax that a line, or an invoice, bears by one code at one rate. */
public record SalesTaxShare(String code, Percent percent, Money salesTax) {

    private static final Comparator<SalesTaxShare> ORDER = Comparator.comparing(SalesTaxShare::code)
            .thenComparing(share -> share.percent().value());

    /** Those sums and some shares more, in the order of codes and rates; what comes to nothing is left out. */
    static List<SalesTaxShare> sum(List<SalesTaxShare> sums, List<SalesTaxShare> more) {
        List<SalesTaxShare> all = new ArrayList<>(sums);
        for (SalesTaxShare share : more) {
            Money sum = share.salesTax();
            for (SalesTaxShare other : all) {
                sum = ORDER.compare(other, share) == 0 ? sum.plus(other.salesTax()) : sum;
            }
            all.removeIf(other -> ORDER.compare(other, share) == 0);
            all.add(new SalesTaxShare(share.code(), share.percent(), sum));
        }
        return all.stream()
                .filter(share -> !share.salesTax().isZero())
                .sorted(ORDER)
                .toList();
    }

    SalesTaxShare negated() {
        return new SalesTaxShare(code, percent, salesTax.negated());
    }
}
