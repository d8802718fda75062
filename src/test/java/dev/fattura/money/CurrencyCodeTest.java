package dev.fattura.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyCodeTest {

    @ParameterizedTest
    @CsvSource({"USD, 2", "GBP, 2", "EUR, 2", "JPY, 0", "KWD, 3"})
    void decimals_areThoseOfTheMinorUnit(String code, int decimals) {
        assertThat(CurrencyCode.parse(code)).contains(new CurrencyCode(code));
        assertThat(new CurrencyCode(code).decimals()).isEqualTo(decimals);
        assertThat(new CurrencyCode(code)).hasToString(code);
    }

    /** Gold and "no currency" have no minor unit; the last one is a letter that Java's upper case leaves as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"", "GB", "GBPP", "gbp", "Gbp", "XAU", "XXX", "ZZZ", "£££", "G P", "ⅠⅠⅠ"})
    void whatIsNoCurrencyWithAMinorUnit_isRefused(String code) {
        assertThat(CurrencyCode.parse(code)).isEmpty();
        assertThatThrownBy(() -> new CurrencyCode(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
