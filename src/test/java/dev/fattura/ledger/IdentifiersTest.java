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
    void derived_isTheNameBasedUuidOfRoleAndCauses() {
        assertThat(Actual.Id.costOf("TE-1")).hasToString("b96623b0-9712-3c93-b77d-0771b876cdc8");
        assertThat(Actual.Id.unbilledSalesOf("TE-1")).hasToString("d441776f-c4e0-3829-bfe6-11908f922869");
        Billable billable = Billable.unbilledSales(Actual.Id.unbilledSalesOf("TE-1"), new ContractLine.Id("1"));
        InvoiceLineDetail.Id detail = InvoiceLineDetail.Id.of(new Invoice.Id("INV-1001"), billable);
        assertThat(detail).hasToString("70f91833-d0be-3902-bcfd-39cc57dbe35b");
        assertThat(Actual.Id.billedSalesOf(detail)).hasToString("15d428ff-d05c-374b-b328-359a05d8e34c");
        assertThat(Actual.Id.reversalFor(detail)).hasToString("93901650-bd2c-3dfd-be4b-74c97039ad37");
    }

    @Test
    void derived_keepsCausesApart() {
        assertThat(Identifiers.derived("a", "b", "c")).isNotEqualTo(Identifiers.derived("a", "bc"));
        assertThat(Identifiers.derived("cost", "TE-1")).isNotEqualTo(Identifiers.derived("unbilledSales", "TE-1"));
    }
}
