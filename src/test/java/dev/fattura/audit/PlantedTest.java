package dev.fattura.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The auditor bites: each rule names the violation that is planted into good tables, and the facts that are at fault. */
class PlantedTest {

    @Test
    void goodTables_breakNoRule() {
        assertThat(GoodTables.copy().audit()).isEmpty();
    }

    static Stream<Plant> plants() {
        return Stream.of(
                        LedgerPlants.ALL,
                        ProposalPlants.ALL,
                        BillingPlants.ALL,
                        RetainerPlants.ALL,
                        CrossingPlants.ALL,
                        OfficePlants.ALL)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("plants")
    void rule_namesWhatIsPlanted(Plant plant) {
        GoodTables tables = GoodTables.copy();

        plant.change().accept(tables);

        assertThat(tables.audit()).as(plant.toString()).anySatisfy(violation -> {
            assertThat(violation.rule()).isEqualTo(plant.rule());
            assertThat(violation.facts()).contains(plant.named());
        });
    }

    @Test
    void everyRule_hasSomethingPlanted() {
        Set<String> planted = plants().map(Plant::rule).collect(Collectors.toSet());

        assertThat(Rules.ALL).extracting(Rule::name).doesNotHaveDuplicates().allMatch(planted::contains);
    }
}
