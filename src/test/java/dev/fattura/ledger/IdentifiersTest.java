package dev.fattura.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.support.Ids;
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
    void derived_isTheNameBasedUuidOfRoleAndCauses_andEndsWithPartAndLine_whereFactsShareASheet() {
        assertThat(Ids.costOf("TE-1")).hasToString("1a252c46-a14b-8f68-9207-7f5cc4200000");
        assertThat(Ids.unbilledSalesOf("TE-1")).hasToString("1a252c46-a14b-8f68-9207-7f5cc4210000");
        Billable billable = Billable.unbilledSales(Ids.unbilledSalesOf("TE-1"), new ContractLine.Id("1"));
        InvoiceLineDetail.Id detail = InvoiceLineDetail.Id.of(new Invoice.Id("INV-1001"), billable);
        assertThat(detail).hasToString("8d737af7-e9d1-887d-b26e-a7c9d4000000");
        assertThat(Actual.Id.billedSalesOf(detail)).hasToString("8d737af7-e9d1-887d-b26e-a7c9d4010000");
        assertThat(Ids.placeOf("TE-2", "TE-1", "TE-2").unbilledSales(1, true))
                .hasToString("df382193-d9f3-842f-9c68-2d585d240001");
        assertThat(Actual.Id.reversalFor(detail)).hasToString("8d737af7-e9d1-887d-b26e-a7c9d4020000");
    }

    @Test
    void derived_keepsCausesApart() {
        assertThat(Identifiers.derived("a", "b", "c")).isNotEqualTo(Identifiers.derived("a", "bc"));
        assertThat(Identifiers.derived("cost", "TE-1")).isNotEqualTo(Identifiers.derived("unbilledSales", "TE-1"));
    }
}
