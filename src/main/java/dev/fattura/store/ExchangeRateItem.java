package dev.fattura.store;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.ExchangeRate;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Exchange rates of a company, in its partition, by currency and the date from which they hold. */
public final class ExchangeRateItem {

    public static final String KIND = "exchangeRate";
    private static final int PAGE = 500;

    private ExchangeRateItem() {}

    public static Key key(Company.Id company, CurrencyCode from, LocalDate validFrom) {
        return new Key(CompanyItem.partition(company), prefix(from) + validFrom);
    }

    /** All rates of one currency, the oldest first. */
    public static List<ExchangeRate> of(Table table, Company.Id company, CurrencyCode from) {
        List<ExchangeRate> rates = new ArrayList<>();
        String after = null;
        do {
            Page page = table.query(CompanyItem.partition(company), prefix(from), after, PAGE);
            page.items().forEach(item -> rates.add(decode(item)));
            after = page.next();
        } while (after != null);
        return rates;
    }

    public static Item encode(ExchangeRate rate) {
        return Item.of(key(rate.company(), rate.from(), rate.validFrom()), KIND)
                .text("company", rate.company())
                .text("from", rate.from())
                .text("validFrom", rate.validFrom())
                .text("rate", rate.rate())
                .build();
    }

    public static ExchangeRate decode(Item item) {
        return new ExchangeRate(
                new Company.Id(item.text("company")),
                new CurrencyCode(item.text("from")),
                LocalDate.parse(item.text("validFrom")),
                Rate.of(item.text("rate")));
    }

    private static String prefix(CurrencyCode from) {
        return "RATE#" + from + "#";
    }
}
