package dev.fattura.maps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.support.Examples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapFilterTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "msdyn_skipsync eq false | true",
                "msdyn_skipsync ne false | false",
                "msdyn_transactiontypecode eq 192350005 | true",
                "msdyn_transactiontypecode eq 192350006 | false",
                "msdyn_salescontract.ordernumber eq 'ORD-1001' | true",
                "msdyn_salescontract.ordernumber eq 'ORD-1002' | false",
                "msdyn_adjustmentstatus eq null | true",
                "msdyn_invoice.invoicenumber ne null | false",
                "msdyn_accountingdate eq 2026-01-05 | true",
                "msdyn_skipsync eq true or msdyn_billingtype eq 192350001 | true",
                "msdyn_skipsync eq false and msdyn_billingtype eq 192350000 | false",
                "msdyn_skipsync eq true and msdyn_billingtype eq 192350001 or msdyn_unit.name eq 'hour' | true",
                "msdyn_unit.name eq 'day' or msdyn_skipsync eq false and msdyn_billingtype eq 192350000 | false"
            })
    void filter_letsThrough_whatItSays(String filter, boolean expected) throws MapFilter.Malformed {
        MapFilter<Actual> parsed = MapFilter.parse(filter, ActualEntities.ACTUALS);

        assertThat(parsed.test(Examples.unbilledSales())).isEqualTo(expected);
    }
}
