package dev.fattura.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.local.LocalTables;
import dev.fattura.local.support.Templates;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateReaderTest {
    private final Template template = Templates.small();

    @Test
    void table_hasKeysStreamAndNameOfItsStage_whenDefinedWithShortForms() {
        assertThat(template.tables())
                .containsExactly(new Template.Table(
                        "OfficeTable",
                        "fattura-office-local",
                        List.of(new Template.Key("pk", "S", "HASH"), new Template.Key("sk", "S", "RANGE")),
                        Optional.of("NEW_AND_OLD_IMAGES")));
    }

    @Test
    void routes_leadToTheExportOfTheirFunction_whenSeveralAreOfOneFunction() {
        assertThat(template.routes())
                .containsExactly(
                        new Template.Route("PATCH", "/invoices/{invoice}", "edit-invoice"),
                        new Template.Route("DELETE", "/invoices/{invoice}", "edit-invoice"));
    }

    @Test
    void streamMapping_hasEverySetting_whenGiven() {
        assertThat(template.streamMappings())
                .containsExactly(new Template.StreamMapping(
                        "OfficeTable",
                        "sync-actuals",
                        10,
                        List.of("{\"dynamodb\":{\"NewImage\":{\"kind\":{\"S\":[\"actual\"]}}}}"),
                        3,
                        21_600,
                        true,
                        true,
                        true));
    }

    @Test
    void schedule_takesTheDefaultOfItsParameter_whenTheExpressionIsOne() {
        assertThat(template.schedules())
                .containsExactly(new Template.Schedule(
                        "SweepFunction-Tick",
                        "rate(15 minutes)",
                        "sweep",
                        "{\"source\":\"fattura.schedule\",\"schedule\":\"sweep\"}"));
    }

    @Test
    void tableNames_becomeSystemProperties_whenAVariableRefersToATable() {
        assertThat(LocalTables.systemProperties(template))
                .containsOnlyKeys("fattura.office.table")
                .containsValue("fattura-office-local");
    }

    @Test
    void template_isRefusedWithThePlace_whenATriggerIsUnknown() {
        String yaml =
                """
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Environment: {Variables: {QUARKUS_FUNQY_EXPORT: f}}
                      Events:
                        Topic: {Type: SNS, Properties: {}}
                """;
        assertThatThrownBy(() -> TemplateReader.parse(yaml)).hasMessageContaining("F/Events/Topic");
    }
}
