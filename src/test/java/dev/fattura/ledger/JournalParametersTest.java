package dev.fattura.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The company calls time Labour, and knows the transaction category Design as Drawing. */
class JournalParametersTest {

    private static final JournalParameters PARAMETERS = new JournalParameters(
            PeriodUnit.MONTHS,
            200,
            false,
            Map.of(TransactionClass.TIME, "Labour"),
            Map.of("Design", "Drawing"),
            Map.of(BillingType.CHARGEABLE, "Bill"));

    @ParameterizedTest
    @CsvSource({
        "TIME, , Labour",
        "TIME, Design, Drawing",
        "TIME, Welding, Labour",
        "EXPENSE, , Expense",
        "EXPENSE, Design, Drawing",
        "MATERIAL, , Item",
        "FEE, , Fees",
        "MILESTONE, , On-account",
        "RETAINER, , On-account"
    })
    void category_isTheKnownOne_elseTheDefaultOfTheClass(
            TransactionClass transactionClass, String category, String expected) {
        assertThat(PARAMETERS.category(transactionClass, category)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "CHARGEABLE, Chargeable",
        "NON_CHARGEABLE, NonChargeable",
        "COMPLIMENTARY, Complimentary",
        "NOT_AVAILABLE, NotAvailable"
    })
    void lineProperties_areFour_byDefault(BillingType billingType, String expected) {
        assertThat(JournalParameters.of(PeriodUnit.ALL).lineProperty(billingType))
                .isEqualTo(Optional.of(expected));
    }

    @Test
    void lineProperty_isMissing_whenTheMappingLeavesItOut() {
        assertThat(PARAMETERS.lineProperty(BillingType.CHARGEABLE)).contains("Bill");
        assertThat(PARAMETERS.lineProperty(BillingType.NOT_AVAILABLE)).isEmpty();
        assertThat(PARAMETERS.hasLineProperty("Bill")).isTrue();
        assertThat(PARAMETERS.hasLineProperty("Chargeable")).isFalse();
    }

    @Test
    void category_isKnown_whenADefaultOrAMappingNamesIt() {
        assertThat(PARAMETERS.hasCategory("Labour")).isTrue();
        assertThat(PARAMETERS.hasCategory("Drawing")).isTrue();
        assertThat(PARAMETERS.hasCategory("Hours")).isFalse();
    }
}
