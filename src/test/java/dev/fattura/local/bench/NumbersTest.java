package dev.fattura.local.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void numbersOfDocuments_andOfRanges_areOneSequence_inWhateverOrderTheyCome() {
        Numbers numbers = new Numbers("vouchers");
        numbers.add("USMF-PV-000014");
        numbers.addAll("USMF-PV-000011", "USMF-PV-000013");
        numbers.add("USMF-PV-000010");

        assertThatCode(() -> numbers.requireEveryOneOnce(5)).doesNotThrowAnyException();
    }

    @Test
    void numberThatIsThereTwice_isFound() {
        Numbers numbers = new Numbers("vouchers");
        numbers.addAll("USMF-PV-000011", "USMF-PV-000013");
        numbers.add("USMF-PV-000013");

        assertThatThrownBy(() -> numbers.requireEveryOneOnce(4)).hasMessage("After number 13 comes 13: vouchers");
    }

    @Test
    void numberThatIsSkipped_isFound() {
        Numbers numbers = new Numbers("vouchers");
        numbers.add("USMF-PV-000011");
        numbers.add("USMF-PV-000013");

        assertThatThrownBy(() -> numbers.requireEveryOneOnce(2)).hasMessage("After number 11 comes 13: vouchers");
    }

    @Test
    void documentThatIsMissing_orHasNoNumber_isFound() {
        Numbers numbers = new Numbers("customer invoices");
        numbers.add("USMF-CI-000001");

        assertThatThrownBy(() -> numbers.requireEveryOneOnce(2)).hasMessage("1 of 2: customer invoices");
        assertThatThrownBy(() -> numbers.add("")).hasMessage("One has no number but '': customer invoices");
    }
}
