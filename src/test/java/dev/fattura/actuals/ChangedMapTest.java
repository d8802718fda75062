package dev.fattura.actuals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.SyncErrorCode;
import dev.fattura.maps.SyncFailure;
import dev.fattura.maps.TableMaps;
import dev.fattura.store.Item;
import dev.fattura.store.StagedActualItem;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.InMemoryTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What arrives in the staging table is what the files of the maps say. */
class ChangedMapTest {

    private static final String ACTUALS = "maps/msdyn_actuals.json";
    private static final String RELATIONSHIPS = "maps/msdyn_transactionconnections.json";

    private final InMemoryTable finance = new InMemoryTable();

    @Test
    void delivered_makesOfEveryActualTheRowThatItAlwaysWas() {
        List<Actual> actuals = List.of(Examples.cost(), Examples.unbilledSales(), Examples.billedSales());

        new StageActuals(finance, TableMaps.load()).stage(actuals);

        assertThat(finance.contents().values())
                .filteredOn(item -> item.kind().equals(StagedActualItem.KIND))
                .containsExactlyInAnyOrder(
                        StagedActualItem.encode(FinanceExamples.row(Examples.cost())),
                        StagedActualItem.encode(FinanceExamples.row(Examples.unbilledSales())),
                        StagedActualItem.encode(FinanceExamples.row(Examples.billedSales())));
    }

    @Test
    void mappingTakenOut_leavesItsColumnEmpty() {
        TableMaps maps = changed(
                ACTUALS,
                "    { \"source\": \"msdyn_description\", \"target\": \"DESCRIPTION\", \"transform\": \"none\" },\n",
                "");

        assertThat(staged(maps, Examples.cost()).dimensions().description()).isNull();
        assertThat(staged(maps, Examples.cost()).dimensions().resource()).isEqualTo("Bob");
    }

    @Test
    void otherSource_fillsTheColumn() {
        TableMaps maps = changed(ACTUALS, "\"msdyn_description\"", "\"msdyn_project.msdynce_projectnumber\"");

        assertThat(staged(maps, Examples.cost()).dimensions().description()).isEqualTo("PRJ-1");
    }

    @Test
    void valueMap_turnsOneValueIntoAnother_andTheDefaultStandsForTheRest() {
        TableMaps maps = changed(ACTUALS, "\"192350001\": \"Chargeable\", ", "");
        assertThat(staged(maps, Examples.cost()).billingType()).isEqualTo(BillingType.NOT_AVAILABLE);

        TableMaps other = changed(
                ACTUALS,
                Map.of(
                        "\"192350001\": \"Chargeable\", ",
                        "",
                        "\"default\": \"NotAvailable\"",
                        "\"default\": \"Complimentary\""));
        assertThat(staged(other, Examples.cost()).billingType()).isEqualTo(BillingType.COMPLIMENTARY);
    }

    @Test
    void valueThatNoMapHas_cannotCross() {
        TableMaps maps = changed(ACTUALS, "\"192350000\": \"Cost\", ", "");

        SyncFailure failure = new StageActuals(finance, maps)
                .stage(List.of(Examples.cost(), Examples.billedSales()))
                .failures()
                .get(Examples.cost().id());

        assertThat(failure.code()).isEqualTo(SyncErrorCode.VALUE_UNMAPPED);
        assertThat(failure.cause())
                .isEqualTo("The value 192350000 of msdyn_transactiontypecode is not in the value map of TRANSTYPE.");
        assertThat(finance.contents().values()).extracting(Item::kind).containsExactly(StagedActualItem.KIND);
    }

    @Test
    void filter_decidesWhatCrosses_butNeverLetsSkipSyncThrough() {
        TableMaps costsOnly = changed(ACTUALS, "msdyn_skipsync eq false", "msdyn_transactiontypecode eq 192350000");

        new StageActuals(finance, costsOnly).stage(List.of(Examples.cost(), Examples.unbilledSales()));
        assertThat(finance.contents().values())
                .filteredOn(item -> item.kind().equals(StagedActualItem.KIND))
                .hasSize(1);

        TableMaps everything = changed(ACTUALS, "\"filter\": \"msdyn_skipsync eq false\",", "");
        assertThat(new StageActuals(finance, everything)
                        .stage(List.of(Examples.reversal()))
                        .added())
                .isZero();
    }

    @Test
    void relationshipsThatAFilterLeavesOut_doNotArrive() {
        TableMaps maps = changed(
                RELATIONSHIPS,
                "\"fieldMappings\"",
                "\"filter\": \"msdyn_transaction1role ne 'Billed Sales'\", \"fieldMappings\"");

        new StageActuals(finance, maps).stage(List.of(Examples.billedSales()));

        assertThat(finance.contents().values()).singleElement().satisfies(item -> assertThat(
                        StagedActualItem.decode(item).unbilledSales())
                .isNull());
    }

    private StagedActual staged(TableMaps maps, Actual actual) {
        finance.deleteAll(List.copyOf(finance.contents().keySet()));
        assertThat(new StageActuals(finance, maps).stage(List.of(actual)).failures())
                .isEmpty();
        return StagedActualItem.findAll(finance, List.of(actual.id())).get(0);
    }

    private static TableMaps changed(String file, String text, String by) {
        return changed(file, Map.of(text, by));
    }

    private static TableMaps changed(String file, Map<String, String> changes) {
        String[] whole = {TableMaps.resource(file)};
        changes.forEach((text, by) -> {
            assertThat(whole[0]).contains(text);
            whole[0] = whole[0].replace(text, by);
        });
        return TableMaps.read(name -> name.equals(file) ? whole[0] : TableMaps.resource(name));
    }
}
