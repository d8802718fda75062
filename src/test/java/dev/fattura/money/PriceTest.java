package dev.fattura.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {

    @ParameterizedTest
    @CsvSource({
        "250,      GBP, 250.00",
        "250.5,    GBP, 250.50",
        "0.0125,   GBP, 0.0125",
        "0.0100,   GBP, 0.01",
        "0,        GBP, 0.00",
        "250,      JPY, 250",
        "0.5,      JPY, 0.5",
        "1000,     JPY, 1000",
        "1.25,     KWD, 1.250",
        "1.2345,   KWD, 1.2345",
    })
    void decimalText_hasTheCurrencysDecimals_andMoreOnlyWhereNeeded(String value, String currency, String text) {
        assertThat(Price.of(value, new CurrencyCode(currency)).decimalText()).isEqualTo(text);
    }

    @Test
    void moreThanFourDecimals_throw() {
        assertThatThrownBy(() -> Price.of("0.00001", new CurrencyCode("GBP"))).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"5000.00, GBP", "5000, JPY", "0.125, KWD"})
    void ofMoney_isThatAmount(String amount, String currency) {
        CurrencyCode code = new CurrencyCode(currency);
        assertThat(Price.of(Money.of(new BigDecimal(amount), code))).isEqualTo(Price.of(amount, code));
    }

    @Test
    void equality_isOfTheValue_whateverWasWritten() {
        CurrencyCode gbp = new CurrencyCode("GBP");
        assertThat(Price.of("250", gbp)).isEqualTo(Price.of("250.0000", gbp));
    }
}
