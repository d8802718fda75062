package dev.fattura.ledger;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Rate;
import java.time.LocalDate;

/** A rate of a company's own, from a currency to its accounting currency, valid from that date until the next one (domain.md 3.6). */
public record ExchangeRate(Company.Id company, CurrencyCode from, LocalDate validFrom, Rate rate) {}
