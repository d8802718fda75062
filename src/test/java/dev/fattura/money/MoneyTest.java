package dev.fattura.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final CurrencyCode GBP = new CurrencyCode("GBP");
    private static final CurrencyCode USD = new CurrencyCode("USD");

    @ParameterizedTest
    @CsvSource({
        "1000,      GBP, 100000,  1000.00",
        "1000.00,   GBP, 100000,  1000.00",
        "1000.000,  GBP, 100000,  1000.00",
        "-0.01,     GBP, -1,      -0.01",
        "0,         GBP, 0,       0.00",
        "1E+3,      GBP, 100000,  1000.00",
        "1000,      JPY, 1000,    1000",
        "-1,        JPY, -1,      -1",
        "1000.125,  KWD, 1000125, 1000.125",
        "-0.001,    KWD, -1,      -0.001",
    })
    void of_keepsTheAmountInMinorUnits(String amount, String currency, long minor, String text) {
        Money money = Money.of(new BigDecimal(amount), new CurrencyCode(currency));
        assertThat(money.minor()).isEqualTo(minor);
        assertThat(money.decimalText()).isEqualTo(text);
        assertThat(money).hasToString(text + " " + currency);
    }

    @ParameterizedTest
    @CsvSource({"0.001, GBP", "1.5, JPY", "1.0001, KWD", "92233720368547758.08, GBP", "-92233720368547758.09, GBP"})
    void of_throws_forTooManyDecimals_andForWhatDoesNotFit(String amount, String currency) {
        assertThatThrownBy(() -> Money.of(new BigDecimal(amount), new CurrencyCode(currency)))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1000.00, 250.50,  1250.50, 749.50",
        "0.01,    -0.01,   0.00,    0.02",
        "-1.00,   -2.00,   -3.00,   1.00",
    })
    void plusAndMinus_areExact(String left, String right, String sum, String difference) {
        assertThat(gbp(left).plus(gbp(right))).isEqualTo(gbp(sum));
        assertThat(gbp(left).minus(gbp(right))).isEqualTo(gbp(difference));
    }

    @Test
    void arithmetic_throws_onOverflow() {
        Money most = new Money(Long.MAX_VALUE, GBP);
        Money least = new Money(Long.MIN_VALUE, GBP);
        Money one = new Money(1, GBP);
        assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(one)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(least::negated).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void arithmetic_throws_onASecondCurrency() {
        Money dollars = Money.zero(USD);
        assertThatThrownBy(() -> gbp("1.00").plus(dollars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GBP")
                .hasMessageContaining("USD");
        assertThatThrownBy(() -> gbp("1.00").minus(dollars)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void negatedAndZero() {
        assertThat(gbp("1.00").negated()).isEqualTo(gbp("-1.00"));
        assertThat(Money.zero(GBP).isZero()).isTrue();
        assertThat(gbp("-0.01").isZero()).isFalse();
    }

    @Test
    void equality_isOfAmountAndCurrency() {
        assertThat(gbp("1.0")).isEqualTo(gbp("1.00"));
        assertThat(new Money(100, GBP)).isNotEqualTo(new Money(100, USD));
    }

    private static Money gbp(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
