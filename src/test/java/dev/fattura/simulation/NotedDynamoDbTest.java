package dev.fattura.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.store.Condition;
import dev.fattura.store.DynamoTable;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.Patience;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Which actions a request needs, as the service authorization reference of DynamoDB has it. */
class NotedDynamoDbTest {

    private static final Item ITEM = item("A");

    private final List<String> needed = new ArrayList<>();
    private final DynamoDbClient client =
            new NotedDynamoDb(SimulatedDynamoDb.undisturbed(StoreMeter.NONE), needed::add);
    private final Table table = new DynamoTable(client, "noted", new Patience(pause -> {}));

    @Test
    void read_needsItsOwnAction() {
        table.get(ITEM.key());
        table.getAll(List.of(ITEM.key()));
        table.query("A", "", null, 1);

        assertThat(needed).containsExactly("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query");
    }

    @Test
    void batch_needsTheSameAction_whetherItPutsOrDeletes() {
        table.putAll(List.of(ITEM));
        table.deleteAll(List.of(ITEM.key()));

        assertThat(needed).containsExactly("dynamodb:BatchWriteItem", "dynamodb:BatchWriteItem");
    }

    @Test
    void transaction_needsTheActionsOfItsParts_andSoDoesASingleWrite() {
        Write put = Write.put(ITEM, Condition.ABSENT);
        Write delete = Write.delete(new Key("B", "B"), Condition.ABSENT);
        table.commit(List.of(put, delete));
        table.commit(List.of(delete));
        table.commit(List.of(Write.put(ITEM, Condition.PRESENT)));

        assertThat(needed)
                .containsExactly("dynamodb:PutItem", "dynamodb:DeleteItem", "dynamodb:DeleteItem", "dynamodb:PutItem");
    }

    @Test
    void partOfATransaction_thatOnlyChecksOrUpdates_needsAnotherAction() {
        // Such parts the code never sends, and the simulated store does not know them.
        TransactWriteItem check = TransactWriteItem.builder()
                .conditionCheck(part -> part.tableName("noted"))
                .build();
        TransactWriteItem update = TransactWriteItem.builder()
                .update(part -> part.tableName("noted"))
                .build();
        assertThatThrownBy(() -> client.transactWriteItems(request -> request.transactItems(check, update)))
                .isInstanceOf(NullPointerException.class);

        assertThat(needed).containsExactly("dynamodb:ConditionCheckItem", "dynamodb:UpdateItem");
    }

    @Test
    void statementThatInserts_needsTheActionOfPartiQl_andALookAtWhatIsInItsPlace() {
        table.putNew(List.of(ITEM));
        table.putNew(List.of(ITEM));

        assertThat(needed).containsExactly("dynamodb:PartiQLInsert", "dynamodb:PartiQLInsert", "dynamodb:BatchGetItem");
    }

    @Test
    void statementOfAnotherKind_isNoneOfThese() {
        BatchStatementRequest delete = BatchStatementRequest.builder()
                .statement("DELETE FROM \"noted\"")
                .build();
        assertThatThrownBy(() -> client.batchExecuteStatement(request -> request.statements(delete)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("DELETE FROM");
        assertThat(needed).isEmpty();
    }

    private static Item item(String key) {
        return Item.of(new Key(key, key), "kind").build();
    }
}
