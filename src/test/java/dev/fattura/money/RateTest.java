package dev.fattura.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    @ParameterizedTest
    @CsvSource({"1.25, 1.25", "1.2500000000, 1.25", "1, 1", "100, 100", "0.0000000001, 0.0000000001"})
    void text_isPlain_withoutTrailingZeros(String value, String text) {
        assertThat(Rate.of(value)).hasToString(text);
    }

    @Test
    void moreThanTenDecimals_throw() {
        assertThatThrownBy(() -> Rate.of("0.00000000001")).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1.25"})
    void whatIsNotPositive_throws(String value) {
        assertThatThrownBy(() -> Rate.of(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equality_isOfTheValue_whateverWasWritten() {
        assertThat(Rate.of("1")).isEqualTo(Rate.ONE);
    }
}
