package dev.fattura.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @ParameterizedTest
    @CsvSource({"0,,MA", "63,,NjM", "2,DETAIL#a|b,MnxERVRBSUwjYXxi"})
    void text_is_base64url_both_ways(int part, String after, String text) {
        assertThat(new Cursor(part, after).text()).isEqualTo(text);
        assertThat(Cursor.parse(text)).contains(new Cursor(part, after));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "%", // not Base64
                "MA=", // wrong padding
                "LTE", // "-1"
                "eA", // "x"
                "MHw", // "0|": an empty sort key
                "MTAwMDAwMA", // "1000000"
                "MHwA", // "0|" and a control character
                "MHz_", // not UTF-8
            })
    void parse_isEmpty_forWhatIsNoCursorOfOurs(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }

    @Test
    void parse_isEmpty_whenTooLong() {
        assertThat(Cursor.parse("MDAw".repeat(251))).isEmpty();
    }
}
