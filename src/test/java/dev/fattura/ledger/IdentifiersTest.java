package dev.fattura.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "INV-1001",
                "ORD-01022-Z4M9Q0",
                "a.b_c-d",
                "x23456789012345678901234567890123456789012345678901234567890"
            })
    void given_acceptsLettersDigitsDotUnderscoreHyphen(String id) {
        assertThat(Identifiers.isGiven(id)).isTrue();
        assertThat(new Invoice.Id(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                ".",
                "a b",
                "a/b",
                "a#b",
                "ä",
                "a\n",
                "x234567890123456789012345678901234567890123456789012345678901"
            })
    void given_refusesWhatWouldNeedEscaping(String id) {
        assertThat(Identifiers.isGiven(id)).isFalse();
        assertThatThrownBy(() -> new Invoice.Id(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Contract.Id(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ContractLine.Id(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Company.Id(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Project.Id(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Journal.Id(id)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Ids that are in the tables must never change; these were computed by another program. */
    @Test
    void derived_isTheNameBasedUuidOfRoleAndCauses_ofCompanionsTheSameButForItsLastBit() {
        assertThat(Actual.Id.costOf("TE-1")).hasToString("1a252c46-a14b-8f68-9207-7f5cc42b816e");
        assertThat(Actual.Id.unbilledSalesOf("TE-1")).hasToString("1a252c46-a14b-8f68-9207-7f5cc42b816f");
        Billable billable = Billable.unbilledSales(Actual.Id.unbilledSalesOf("TE-1"), new ContractLine.Id("1"));
        InvoiceLineDetail.Id detail = InvoiceLineDetail.Id.of(new Invoice.Id("INV-1001"), billable);
        assertThat(detail).hasToString("94e77091-c9db-3c36-8666-dc0c69255389");
        assertThat(Actual.Id.billedSalesOf(detail)).hasToString("2c9f1d3a-48f3-8cca-a114-a0f330d1840a");
        assertThat(Actual.Id.reversalFor(detail)).hasToString("2c9f1d3a-48f3-8cca-a114-a0f330d1840b");
    }

    @Test
    void derived_keepsCausesApart() {
        assertThat(Identifiers.derived("a", "b", "c")).isNotEqualTo(Identifiers.derived("a", "bc"));
        assertThat(Identifiers.derived("cost", "TE-1")).isNotEqualTo(Identifiers.derived("unbilledSales", "TE-1"));
    }
}
