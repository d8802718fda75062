package dev.fattura.coldstart;

import static dev.fattura.support.OfficeExamples.JANUARY_31;

import dev.fattura.contract.ApproveTransactions;
import dev.fattura.ledger.Invoice;
import dev.fattura.local.LocalClients;
import dev.fattura.proforma.ConfirmInvoice;
import dev.fattura.proforma.DraftInvoice;
import dev.fattura.store.DynamoTable;
import dev.fattura.store.PackedTable;
import dev.fattura.store.Patience;
import dev.fattura.store.Table;
import dev.fattura.support.Events;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Invoices of one line each, INV-1 and on, that are drafted and wait for their confirmation; and the events that confirm them. */
final class Drafts {

    /** So many confirmations until DynamoDB Local has compiled what they need: the store of the cloud is never cold. */
    private static final int WARMING = 1_000;

    private static int next = 1;

    private Drafts() {}

    /**
     * Makes so many by the application's own use cases, and copies them into the database of that environment; which is warm then, by as
     * many more as that takes, that are confirmed.
     */
    static void make(Map<String, String> environment, int count) {
        InMemoryTable office = OfficeExamples.office();
        for (int invoice = 1; invoice <= WARMING + count; invoice++) {
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
            Table table = PackedTable.of(
                    new DynamoTable(client, environment.get("FATTURA_OFFICE_TABLE"), Patience.sleeping()));
            table.putAll(List.copyOf(office.contents().values()));
            for (next = 1; next <= WARMING; next++) {
                new ConfirmInvoice(table)
                        .confirm(
                                new Invoice.Id("INV-" + next), 1, JANUARY_31, OfficeExamples.remembered("warm" + next));
            }
        }
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
