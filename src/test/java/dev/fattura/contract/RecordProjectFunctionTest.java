package dev.fattura.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.Project;
import dev.fattura.runtime.HttpReply;
import dev.fattura.store.ActualItem;
import dev.fattura.store.Office;
import dev.fattura.store.ProjectItem;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.Invocations;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordProjectFunctionTest {

    private final InMemoryTable table = new InMemoryTable();

    @Test
    void project_isRecorded_withItsFinancialDimensions() {
        HttpReply reply = project("{\"Department\":\"022\",\"CostCenter\":\"007\"}");

        assertThat(reply.body())
                .isEqualTo("{\"project\":\"PRJ-1\",\"company\":\"USMF\",\"name\":\"Cellar\","
                        + "\"dimensions\":{\"CostCenter\":\"007\",\"Department\":\"022\"}}");
        assertThat(ProjectItem.find(table, new Project.Id("PRJ-1"))
                        .orElseThrow()
                        .financialDimensions())
                .containsExactlyInAnyOrderEntriesOf(Map.of("Department", "022", "CostCenter", "007"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Depart ment\":\"022\"} | /dimensions/Depart ment",
                "{\"Department\":\"0 22\"} | /dimensions/Department",
                "{\"Department\":22} | /dimensions/Department"
            })
    void project_isRefused_withDimensionsThatAreNone(String dimensions, String pointer) {
        HttpReply reply = project(dimensions);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(Invocations.json(reply).at("/pointer").asText()).isEqualTo(pointer);
        assertThat(table.contents()).isEmpty();
    }

    @Test
    void project_isRefused_withMoreThanTenDimensions() {
        String eleven = IntStream.rangeClosed(1, 11)
                .mapToObj(number -> "\"D" + number + "\":\"1\"")
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(project(eleven).statusCode()).isEqualTo(400);
        assertThat(table.contents()).isEmpty();
    }

    @Test
    void actuals_haveTheDimensionsOfTheirProject_andTheCategoryOfTheirTransaction() {
        project("{\"Department\":\"022\"}");
        new RecordContractFunction(new Office(table))
                .recordContract(
                        Invocations.request(
                                "PUT",
                                "/contracts/ORD-1",
                                "contract=ORD-1",
                                Map.of(),
                                """
                        {"company":"USMF","name":"Coho","customer":"US-027","currency":"GBP",
                         "lines":[{"line":"1","name":"Consulting","billingMethod":"timeAndMaterial","project":"PRJ-1"}]}
                        """));
        HttpReply approved = new ApproveTransactionsFunction(new Office(table))
                .approveTransactions(
                        Invocations.request(
                                "POST",
                                "/approvals",
                                "",
                                Map.of(),
                                """
                        {"transactions":[{"transaction":"TE-1","class":"time","contract":"ORD-1","line":"1","project":"PRJ-1",
                          "date":"2026-01-05","quantity":"4","unit":"hour","costPrice":{"amount":"120.00","currency":"USD"},
                          "salesPrice":{"amount":"250.00","currency":"GBP"},"billingType":"chargeable","category":"Design"}]}
                        """));

        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(ActualItem.findAll(table, List.of(Ids.costOf("TE-1"), Ids.unbilledSalesOf("TE-1"))))
                .hasSize(2)
                .extracting(Actual::dimensions)
                .allSatisfy(dimensions -> {
                    assertThat(dimensions.category()).isEqualTo("Design");
                    assertThat(dimensions.financialDimensions()).containsExactly(Map.entry("Department", "022"));
                })
                .extracting(Dimensions::resource)
                .containsOnlyNulls();
    }

    private HttpReply project(String dimensions) {
        return new RecordProjectFunction(new Office(table))
                .recordProject(Invocations.request(
                        "PUT",
                        "/projects/PRJ-1",
                        "project=PRJ-1",
                        Map.of(),
                        "{\"company\":\"USMF\",\"name\":\"Cellar\",\"dimensions\":" + dimensions + "}"));
    }
}
