package dev.fattura.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

    @ParameterizedTest
    @CsvSource({"20, 20", "17.5, 17.5", "0, 0", "0.0000, 0", "100, 100", "0.0001, 0.0001"})
    void text_isPlain_withoutTrailingZeros(String value, String text) {
        assertThat(Percent.of(value)).hasToString(text);
    }

    @Test
    void moreThanFourDecimals_throw() {
        assertThatThrownBy(() -> Percent.of("0.00001")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aNegativeOne_throws() {
        assertThatThrownBy(() -> Percent.of("-1")).isInstanceOf(IllegalArgumentException.class);
    }
}
