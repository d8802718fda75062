package dev.fattura.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRangeTest {

    private static final NumberRange THREE = new NumberRange("USMF-PV-", 42, 3);

    @ParameterizedTest
    @CsvSource({"0, USMF-PV-000042", "1, USMF-PV-000043", "2, USMF-PV-000044"})
    void number_countsOnFromTheFirst(long index, String number) {
        assertThat(THREE.number(index)).isEqualTo(number);
    }

    @Test
    void last_isTheLastOfTheRange() {
        assertThat(THREE.last()).isEqualTo("USMF-PV-000044");
    }

    @ParameterizedTest
    @CsvSource({"-1", "3", "4"})
    void number_throws_outsideOfTheRange(long index) {
        assertThatThrownBy(() -> THREE.number(index)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @CsvSource({"1, P-000001", "999999, P-999999", "1000000, P-1000000"})
    void format_hasAtLeastSixDigits(long number, String text) {
        assertThat(NumberRange.format("P-", number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "PROFORMA_INVOICE, office, PRF-000001",
        "JOURNAL,          USMF,   USMF-IJ-000001",
        "VOUCHER,          USMF,   USMF-PV-000001",
        "CUSTOMER_INVOICE, USMF,   USMF-CI-000001",
    })
    void sequence_numbersBearTheirPrefix(NumberSequence.Kind kind, String owner, String first) {
        NumberSequence sequence = new NumberSequence(new NumberSequence.Id(kind, owner), 1);
        assertThat(sequence.range(1).number(0)).isEqualTo(first);
    }

    @Test
    void sequence_goesOnBehindWhatWasTaken_withoutGapOrRepeat() {
        NumberSequence sequence = new NumberSequence(new NumberSequence.Id(NumberSequence.Kind.VOUCHER, "USMF"), 10);
        NumberRange taken = sequence.range(5);
        assertThat(taken.last()).isEqualTo("USMF-PV-000014");
        assertThat(sequence.after(taken).range(1).number(0)).isEqualTo("USMF-PV-000015");
        assertThat(sequence.next()).isEqualTo(10);
    }
}
