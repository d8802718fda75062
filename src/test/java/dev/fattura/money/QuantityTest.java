package dev.fattura.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({"4, 4", "4.00, 4", "4.000, 4", "0.25, 0.25", "0.5, 0.5", "-8, -8", "0, 0", "0.00, 0", "100, 100"})
    void text_isWithoutTrailingZeros(String value, String text) {
        assertThat(Quantity.of(value)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"0.001", "4.125", "-0.333"})
    void moreThanTwoDecimals_throw(String value) {
        assertThatThrownBy(() -> Quantity.of(value)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void equality_isOfTheValue_whateverWasWritten() {
        assertThat(Quantity.of("4")).isEqualTo(Quantity.of("4.00")).hasSameHashCodeAs(Quantity.of("4.00"));
    }

    @Test
    void plusAndNegated() {
        assertThat(Quantity.of("4").plus(Quantity.of("0.25"))).isEqualTo(Quantity.of("4.25"));
        assertThat(Quantity.of("4").negated()).isEqualTo(Quantity.of("-4"));
    }
}
