package dev.fattura.ledger;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Rate;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A rate of a company's own, from a currency to its accounting currency, valid from that date until the next one (domain.md 3.6). */
public record ExchangeRate(Company.Id company, CurrencyCode from, LocalDate validFrom, Rate rate) {

    /**
     * Which rate holds for an amount: one for the accounting currency itself; the agreed rate of the contract for an amount in its
     * currency; else the company's own rate that became valid last. Empty if there is none.
     *
     * @param rates the company's rates of that currency, in any order
     * @param date the accounting date of the row, the invoice date of a proposal
     */
    public static Optional<Rate> holding(
            Company company, Contract contract, List<ExchangeRate> rates, CurrencyCode currency, LocalDate date) {
        if (currency.equals(company.accountingCurrency())) {
            return Optional.of(Rate.ONE);
        }
        Rate agreed = contract.fixedExchangeRate();
        if (agreed != null && currency.equals(contract.currency())) {
            return Optional.of(agreed);
        }
        return rates.stream()
                .filter(rate ->
                        rate.from().equals(currency) && !rate.validFrom().isAfter(date))
                .max(Comparator.comparing(ExchangeRate::validFrom))
                .map(ExchangeRate::rate);
    }

    /** Why there is none, in a sentence for a person. */
    public static String missing(Company company, CurrencyCode currency, LocalDate date) {
        return "There is no exchange rate from " + currency + " to " + company.accountingCurrency() + " for company "
                + company.id() + " on " + date + ".";
    }
}
