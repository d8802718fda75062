package dev.fattura.staging;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ExchangeRate;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Rate;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which exchange rate holds for an amount (domain.md 3.6). */
final class ExchangeRateDecider {

    private ExchangeRateDecider() {}

    /**
     * One for the accounting currency itself; the agreed rate of the contract for an amount in its currency; else the
     * company's own rate that became valid last. Empty if there is none.
     *
     * @param rates the company's rates of that currency, in any order
     * @param date the accounting date of the row, the invoice date of a proposal
     */
    static Optional<Rate> rate(
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
}
