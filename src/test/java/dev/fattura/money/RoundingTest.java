package dev.fattura.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest
    @CsvSource({
        // quantity, price, currency, amount
        "4,     250,      GBP, 1000.00",
        "0.5,   0.01,     GBP, 0.01", // half up
        "-0.5,  0.01,     GBP, -0.01", // and half down: away from zero
        "0.49,  0.01,     GBP, 0.00",
        "-0.49, 0.01,     GBP, 0.00",
        "1,     0.0249,   GBP, 0.02",
        "1,     0.0250,   GBP, 0.03", // half-even would give 0.02
        "1,     0.0350,   GBP, 0.04",
        "-1,    0.0250,   GBP, -0.03",
        "0.33,  0.0101,   GBP, 0.00",
        "0.5,   1,        JPY, 1",
        "-0.5,  1,        JPY, -1",
        "2.49,  1,        JPY, 2",
        "1.5,   333,      JPY, 500", // 499.5
        "0.5,   0.001,    KWD, 0.001",
        "-0.5,  0.001,    KWD, -0.001",
        "0.33,  0.0101,   KWD, 0.003", // 0.003333
        "8.25,  99.9999,  USD, 825.00",
    })
    void amount_roundsHalfAwayFromZero_toTheCurrencysDecimals(
            String quantity, String price, String currency, String amount) {
        CurrencyCode code = new CurrencyCode(currency);
        assertThat(Rounding.amount(Quantity.of(quantity), Price.of(price, code)).decimalText())
                .isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        // amount, from, rate, to, converted
        "1000.00,  GBP, 1.25,         USD, 1250.00",
        "0.02,     GBP, 1.25,         USD, 0.03", // 0.025
        "-0.02,    GBP, 1.25,         USD, -0.03",
        "0.02,     GBP, 1.2499999999, USD, 0.02",
        "100.00,   GBP, 187.65,       JPY, 18765",
        "0.01,     GBP, 50,           JPY, 1", // 0.5
        "-0.01,    GBP, 50,           JPY, -1",
        "1,        JPY, 0.005,        USD, 0.01",
        "-1,       JPY, 0.005,        USD, -0.01",
        "1,        JPY, 0.0049999999, USD, 0.00",
        "1.00,     USD, 0.3075,       KWD, 0.308",
        "0.001,    KWD, 5,            USD, 0.01", // 0.005
        "480.00,   USD, 1,            USD, 480.00",
    })
    void convert_roundsHalfAwayFromZero_toTheOtherCurrencysDecimals(
            String amount, String from, String rate, String to, String converted) {
        Money money = Money.of(new BigDecimal(amount), new CurrencyCode(from));
        assertThat(Rounding.convert(money, Rate.of(rate), new CurrencyCode(to))).hasToString(converted + " " + to);
    }

    @ParameterizedTest
    @CsvSource({
        // net, currency, per cent, tax
        "1000.00, GBP, 20,     200.00",
        "0.01,    GBP, 50,     0.01", // 0.005
        "-0.01,   GBP, 50,     -0.01",
        "0.02,    GBP, 20,     0.00", // 0.004
        "10.10,   GBP, 17.5,   1.77", // 1.7675
        "33.33,   GBP, 0.0001, 0.00",
        "5,       JPY, 10,     1", // 0.5
        "-5,      JPY, 10,     -1",
        "0.001,   KWD, 50,     0.001",
        "100.00,  GBP, 0,      0.00",
    })
    void tax_roundsHalfAwayFromZero(String net, String currency, String percent, String tax) {
        Money money = Money.of(new BigDecimal(net), new CurrencyCode(currency));
        assertThat(Rounding.tax(money, Percent.of(percent)).decimalText()).isEqualTo(tax);
    }

    /** What is reversed and its reversal cancel to the last unit, for every sign and scale. */
    @ParameterizedTest
    @CsvSource({"GBP", "JPY", "KWD"})
    void aReversal_roundsToTheOpposite(String currency) {
        CurrencyCode code = new CurrencyCode(currency);
        for (int hundredths = 1; hundredths <= 500; hundredths += 3) {
            Quantity quantity = new Quantity(BigDecimal.valueOf(hundredths, 2));
            Price price = Price.of("0.3333", code);
            Money amount = Rounding.amount(quantity, price);
            assertThat(amount.plus(Rounding.amount(quantity.negated(), price)).isZero())
                    .isTrue();
        }
    }

    @Test
    void overflow_throws() {
        Money most = new Money(Long.MAX_VALUE, new CurrencyCode("GBP"));
        assertThatThrownBy(() -> Rounding.convert(most, Rate.of("1.25"), new CurrencyCode("USD")))
                .isInstanceOf(ArithmeticException.class);
    }
}
