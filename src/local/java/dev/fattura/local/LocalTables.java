package dev.fattura.local;

import dev.fattura.local.template.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** The tables of the template in DynamoDB Local: same keys, same stream view, so a wrong definition is found here. */
public final class LocalTables {
    private final Template template;
    private final Map<String, String> streamArns = new HashMap<>();

    private LocalTables(Template template) {
        this.template = template;
    }

    /** Creates what is not there yet: a database on disk keeps its tables from one start to the next. */
    public static LocalTables create(DynamoDbClient client, Template template) {
        LocalTables tables = new LocalTables(template);
        for (Template.Table table : template.tables()) {
            try {
                client.createTable(request(table));
            } catch (ResourceInUseException alreadyThere) {
                // Kept from an earlier start.
            }
            String arn = client.describeTable(request -> request.tableName(table.name()))
                    .table()
                    .latestStreamArn();
            if (arn != null) {
                tables.streamArns.put(table.logicalId(), arn);
            }
        }
        return tables;
    }

    public String streamArn(String logicalId) {
        String arn = streamArns.get(logicalId);
        if (arn == null) {
            throw new IllegalArgumentException("The table " + logicalId + " of the template has no stream");
        }
        return arn;
    }

    /**
     * The names of the tables as the deployed functions get them, by environment variable, but as the system
     * properties of the same meaning: FATTURA_OFFICE_TABLE becomes fattura.office.table.
     */
    public static Map<String, String> systemProperties(Template template) {
        Map<String, String> properties = new HashMap<>();
        template.tableVariables()
                .forEach((variable, id) -> properties.put(
                        variable.toLowerCase(Locale.ROOT).replace('_', '.'),
                        template.table(id).name()));
        return properties;
    }

    List<String> names() {
        return template.tables().stream().map(Template.Table::name).toList();
    }

    private static CreateTableRequest request(Template.Table table) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(table.keys().stream()
                        .map(key -> AttributeDefinition.builder()
                                .attributeName(key.attribute())
                                .attributeType(key.type())
                                .build())
                        .toList())
                .keySchema(table.keys().stream()
                        .map(key -> KeySchemaElement.builder()
                                .attributeName(key.attribute())
                                .keyType(key.role())
                                .build())
                        .toList());
        table.streamView()
                .ifPresent(view -> request.streamSpecification(StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(view)
                        .build()));
        return request.build();
    }
}
