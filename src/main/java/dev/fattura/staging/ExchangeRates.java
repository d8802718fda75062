package dev.fattura.staging;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ExchangeRate;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Rate;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ExchangeRateItem;
import dev.fattura.store.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contracts and exchange rates of a company as one import run sees them, each read once; neither is ever changed. */
final class ExchangeRates {

    private final Table finance;
    private final Company company;
    private final Map<Contract.Id, Optional<Contract>> contracts = new HashMap<>();
    private final Map<CurrencyCode, List<ExchangeRate>> rates = new HashMap<>();

    ExchangeRates(Table finance, Company company) {
        this.finance = finance;
        this.company = company;
    }

    /** The contract, if it has crossed. */
    Optional<Contract> contract(Contract.Id id) {
        return contracts.computeIfAbsent(id, missing -> ContractItem.find(finance, missing));
    }

    /** The rate to accounting currency that holds on that date, if there is one. */
    Optional<Rate> rate(Contract contract, CurrencyCode currency, LocalDate date) {
        List<ExchangeRate> own =
                rates.computeIfAbsent(currency, missing -> ExchangeRateItem.of(finance, company.id(), missing));
        return ExchangeRate.holding(company, contract, own, currency, date);
    }

    /** Why {@link #rate} found none. */
    String cause(CurrencyCode currency, LocalDate date) {
        return ExchangeRate.missing(company, currency, date);
    }
}
