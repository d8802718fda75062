package dev.fattura.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void amounts_standInLine_whenTheirColumnIsSetToTheRight() {
        TextTable table =
                new TextTable("account", ">amount").row("130100", "1000.00").row("9", "-5.00");

        assertThat(table)
                .hasToString(
                        """
                        ┌─────────┬─────────┐
                        │ account │  amount │
                        ├─────────┼─────────┤
                        │ 130100  │ 1000.00 │
                        │ 9       │   -5.00 │
                        └─────────┴─────────┘
                        """);
    }

    @Test
    void row_isRefused_whenItHasAnotherNumberOfCells() {
        assertThatThrownBy(() -> new TextTable("a", "b").row("1")).isInstanceOf(IllegalArgumentException.class);
    }
}
