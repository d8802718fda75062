package dev.fattura.coldstart;

import static dev.fattura.support.OfficeExamples.JANUARY_31;

import dev.fattura.contract.ApproveTransactions;
import dev.fattura.local.LocalClients;
import dev.fattura.proforma.DraftInvoice;
import dev.fattura.store.DynamoTable;
import dev.fattura.store.PackedTable;
import dev.fattura.store.Patience;
import dev.fattura.support.Events;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Invoices of one line each, INV-1 and on, that are drafted and wait for their confirmation; and the events that confirm them. */
final class Drafts {

    private static int next = 1;

    private Drafts() {}

    /** Makes so many by the application's own use cases, and copies them into the database of that environment. */
    static void make(Map<String, String> environment, int count) {
        InMemoryTable office = OfficeExamples.office();
        for (int invoice = 1; invoice <= count; invoice++) {
            new ApproveTransactions(office)
                    .approve(
                            List.of(OfficeExamples.time("TE-" + invoice)),
                            OfficeExamples.remembered("approval" + invoice));
            new DraftInvoice(office)
                    .draft(
                            OfficeExamples.fromBacklog("INV-" + invoice, JANUARY_31),
                            OfficeExamples.remembered("draft" + invoice));
        }
        try (DynamoDbClient client =
                LocalClients.dynamoDb(URI.create(environment.get("QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE")))) {
            PackedTable.of(new DynamoTable(client, environment.get("FATTURA_OFFICE_TABLE"), Patience.sleeping()))
                    .putAll(List.copyOf(office.contents().values()));
        }
        next = 1;
    }

    /** The event that confirms the next of them. */
    static String confirmNext() {
        int invoice = next++;
        return Events.recorded("http/confirm-invoice")
                .replace("INV-1001", "INV-" + invoice)
                .replace("confirm-inv-1001", "confirm-" + invoice)
                .replace("\\\"2\\\"", "\\\"1\\\"");
    }
}
