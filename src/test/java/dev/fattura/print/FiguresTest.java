package dev.fattura.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|GBP|0.00 GBP",
                "99999|GBP|999.99 GBP",
                "100000|GBP|1,000.00 GBP",
                "-123456789|GBP|-1,234,567.89 GBP",
                "1234|JPY|1,234 JPY",
                "1234567|KWD|1,234.567 KWD",
                "-5|GBP|-0.05 GBP"
            })
    void amount_isPrintedWithItsThousandsApart(long minor, String currency, String printed) {
        assertThat(Figures.withCurrency(new Money(minor, new CurrencyCode(currency))))
                .isEqualTo(printed);
    }
}
