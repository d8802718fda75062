package dev.fattura.maps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.AccountingDetail;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.StagedActual;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The maps as they are delivered: their names, and what they make of the one example. */
class TableMapsTest {

    private final TableMaps maps = TableMaps.load();

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of(Crossing.CONTRACTS, "Project contract headers (salesorders)", "1.0.0.1"),
                Arguments.of(Crossing.PROPOSALS, "Project invoice proposal V2 (invoices)", "1.0.0.4"),
                Arguments.of(Crossing.ACTUALS, "Project Operations integration actuals (msdyn_actuals)", "1.0.0.20"),
                Arguments.of(
                        Crossing.RELATIONSHIPS,
                        "Integration entity for project transaction relationships (msdyn_transactionconnections)",
                        "1.0.0.1"),
                Arguments.of(
                        Crossing.ACCOUNTING,
                        "Project Operations integration actuals (msdyn_actuals), accounting columns",
                        "1.0.0.20"),
                Arguments.of(
                        Crossing.CUSTOMER_INVOICES,
                        "Project Operations integration invoice proposal export entity (msdyn_customerinvoices)",
                        "1.0.0.0"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void map_isNamedAndVersioned_asInDualWrite(Crossing crossing, String name, String version) {
        assertThat(maps.of(crossing).name()).isEqualTo(name);
        assertThat(maps.of(crossing).version()).isEqualTo(version);
    }

    @Test
    void billedSales_becomesARowOfTheStagingTable() {
        assertThat(maps.actuals().row(Examples.billedSales()).values())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("ACTUALID", Examples.billedSales().id().toString()),
                        Map.entry("TRANSTYPE", "BilledSales"),
                        Map.entry("TRANSACTIONCLASSIFICATION", "192350000"),
                        Map.entry("BILLINGTYPE", "Chargeable"),
                        Map.entry("QUANTITY", "4"),
                        Map.entry("UNITPRICE", "250.0000"),
                        Map.entry("AMOUNT", "1000.00"),
                        Map.entry("TRANSACTIONCURRENCYID", "GBP"),
                        Map.entry("DOCUMENTDATE", "2026-01-05"),
                        Map.entry("ACCOUNTINGDATE", "2026-01-31"),
                        Map.entry("DATAAREAID", "USMF"),
                        Map.entry("CONTRACTID", "ORD-1001"),
                        Map.entry("CONTRACTLINEID", "1"),
                        Map.entry("PROJECTID", "PRJ-1"),
                        Map.entry("CUSTOMERACCOUNTNUMBER", "US-027"),
                        Map.entry("UNITOFMEASURE", "hour"),
                        Map.entry("BOOKABLERESOURCENAME", "Bob"),
                        Map.entry("DESCRIPTION", "Cellar survey"),
                        Map.entry("INVOICEPROPOSALID", "INV-1001")));
    }

    @Test
    void skipSync_isWhatTheFilterOfTheActualsLeavesOut() {
        assertThat(maps.actuals().takes(Examples.billedSales())).isTrue();
        assertThat(maps.actuals().takes(Examples.unbilledSales())).isTrue();
        assertThat(maps.actuals().takes(Examples.reversal())).isFalse();
    }

    @Test
    void relationship_saysWhichUnbilledSalesIsBilled() {
        Relationship billed = new Relationship(
                Examples.billedSales(), Examples.billedSales().connections().get(0));

        assertThat(maps.relationships().row(billed).values())
                .containsEntry("TRANSACTION1ID", Examples.billedSales().id().toString())
                .containsEntry("TRANSACTION1ROLE", "Billed Sales")
                .containsEntry("TRANSACTION1TYPE", "msdyn_actual")
                .containsEntry("TRANSACTION2ID", Examples.unbilledSales().id().toString())
                .containsEntry("TRANSACTION2ROLE", "Unbilled Sales");
    }

    @Test
    void proforma_crossesOnceItIsConfirmed() {
        assertThat(maps.proposals().takes(Examples.draft())).isFalse();
        assertThat(maps.proposals().takes(Examples.confirming())).isFalse();
        assertThat(maps.proposals().takes(Examples.confirmed())).isTrue();
        assertThat(maps.proposals().takes(Examples.posted())).isTrue();
        assertThat(maps.proposals().row(Examples.confirmed()).values())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "INVOICEPROPOSALID", "INV-1001",
                        "PROJECTCONTRACTID", "ORD-1001",
                        "DATAAREAID", "USMF",
                        "CUSTOMERACCOUNTNUMBER", "US-027",
                        "SALESCURRENCY", "GBP",
                        "INVOICEDATE", "2026-01-31",
                        "ACCOUNTINGDATE", "2026-01-31",
                        "INVOICEHEADERTEXT", "January"));
    }

    @Test
    void contract_crossesWithItsAccountingAttributes() {
        assertThat(maps.contracts().row(Examples.contract()).values())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "PROJECTCONTRACTID", "ORD-1001",
                        "CONTRACTNAME", "Coho Winery",
                        "DATAAREAID", "USMF",
                        "CUSTOMERACCOUNTNUMBER", "US-027",
                        "SALESCURRENCY", "GBP",
                        "FIXEDEXCHANGERATE", "1.25",
                        "SALESTAXGROUP", "GB-STD"));
    }

    @Test
    void writeBacks_haveTheAccountingColumns_andTheCustomerInvoice() {
        assertThat(maps.accounting().row(FinanceExamples.billedSalesPosting()).values())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "msdyn_actualid", Examples.billedSales().id().toString(),
                        "msdyn_accountingamount", "1250.00",
                        "msdyn_accountingcurrency.isocurrencycode", "USD",
                        "msdyn_accountingexchangerate", "1.25",
                        "msdyn_externalreferenceid", "USMF-PV-000003",
                        "msdyn_salestaxamount", "200.00",
                        "transactioncurrencyid.isocurrencycode", "GBP"));
        assertThat(maps.customerInvoices().row(FinanceExamples.postedProposal()).values())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "invoicenumber", "INV-1001",
                        "msdyn_invoicenumber", "USMF-CI-000001",
                        "msdyn_customerinvoicedate", "2026-01-31",
                        "msdyn_customerinvoiceduedate", "2026-01-31",
                        "msdyn_ledgervoucher", "USMF-PV-000003",
                        "transactioncurrencyid.isocurrencycode", "GBP",
                        "totalamount", "1200.00",
                        "totaltax", "200.00"));
    }

    /** Whoever adds a component to what crosses adds its columns to the maps as well, else it would be lost in silence. */
    @Test
    void everythingThatCrosses_hasItsColumns() {
        assertThat(Dimensions.class.getRecordComponents()).hasSize(10);
        assertThat(StagedActual.class.getRecordComponents()).hasSize(14);
        // A limit of the contract stays in the office: finance has no place for it (domain.md 1.5).
        assertThat(Contract.class.getRecordComponents()).hasSize(9);
        assertThat(AccountingDetail.class.getRecordComponents()).hasSize(5);
        assertThat(CustomerInvoice.class.getRecordComponents()).hasSize(6);
    }
}
