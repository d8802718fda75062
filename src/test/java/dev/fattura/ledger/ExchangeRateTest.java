package dev.fattura.ledger;

import static dev.fattura.support.Examples.COMPANY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Rate;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** USMF keeps its books in USD; the contract is in GBP at the agreed 1.25 (or none); the company knows three rates. */
class ExchangeRateTest {

    private static final List<ExchangeRate> RATES = List.of(
            rate("EUR", "2026-02-01", "1.20"), rate("EUR", "2026-01-01", "1.10"), rate("GBP", "2026-01-01", "1.30"));

    @ParameterizedTest
    @CsvSource({
        "USD, true, 2025-12-31, 1",
        "GBP, true, 2026-01-15, 1.25",
        "GBP, true, 2025-12-31, 1.25",
        "GBP, false, 2026-01-15, 1.30",
        "GBP, false, 2025-12-31, ",
        "EUR, true, 2025-12-31, ",
        "EUR, true, 2026-01-01, 1.10",
        "EUR, true, 2026-01-31, 1.10",
        "EUR, true, 2026-02-01, 1.20",
        "CHF, true, 2026-01-15, "
    })
    void rate_isTheOneThatHolds(String currency, boolean agreed, LocalDate date, String expected) {
        Contract contract = Examples.contract();
        if (!agreed) {
            contract = new Contract(
                    contract.id(),
                    contract.company(),
                    contract.name(),
                    contract.customer(),
                    contract.currency(),
                    null,
                    contract.salesTaxGroup());
        }

        Optional<Rate> rate =
                ExchangeRate.holding(FinanceExamples.company(), contract, RATES, new CurrencyCode(currency), date);

        assertThat(rate).isEqualTo(Optional.ofNullable(expected).map(Rate::of));
    }

    private static ExchangeRate rate(String from, String validFrom, String rate) {
        return new ExchangeRate(COMPANY, new CurrencyCode(from), LocalDate.parse(validFrom), Rate.of(rate));
    }
}
