package dev.fattura.faults;

import dev.fattura.local.template.Template;
import dev.fattura.local.template.TemplateReader;
import dev.fattura.store.Item;
import dev.fattura.store.ItemCodec;
import dev.fattura.store.Key;
import dev.fattura.store.Packing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables of the template under names of a run, and what is in them. */
final class StoreTables {

    private StoreTables() {}

    /** The template with tables that are this run's own. */
    static Template template(String run) throws IOException {
        Template template = TemplateReader.read(Path.of("infra/template.yaml"));
        return new Template(
                template.tables().stream()
                        .map(table -> new Template.Table(
                                table.logicalId(), table.name() + "-" + run, table.keys(), table.streamView()))
                        .toList(),
                template.functions(),
                template.routes(),
                template.streamMappings(),
                template.schedules(),
                template.queueFunctions(),
                template.tableVariables());
    }

    static String office(Template template) {
        return template.table("OfficeTable").name();
    }

    static String finance(Template template) {
        return template.table("FinanceTable").name();
    }

    static Map<Key, Item> contents(DynamoDbClient client, String table) {
        Map<Key, Item> contents = new HashMap<>();
        client.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
                .map(ItemCodec::decode)
                .forEach(item -> contents.put(item.key(), item));
        return Packing.apart(contents);
    }
}
