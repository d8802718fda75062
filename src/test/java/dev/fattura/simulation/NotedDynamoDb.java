package dev.fattura.simulation;

import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * A client that says before each request which actions the caller's role must allow for it. A request of another kind than these it does
 * not know, and refuses as the client's interface does.
 */
final class NotedDynamoDb implements DynamoDbClient {

    private final DynamoDbClient client;
    private final Consumer<String> needs;

    NotedDynamoDb(DynamoDbClient client, Consumer<String> needs) {
        this.client = client;
        this.needs = needs;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        needs.accept("dynamodb:GetItem");
        return client.getItem(request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        needs.accept("dynamodb:BatchGetItem");
        return client.batchGetItem(request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        needs.accept("dynamodb:Query");
        return client.query(request);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        needs.accept("dynamodb:PutItem");
        return client.putItem(request);
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        needs.accept("dynamodb:DeleteItem");
        return client.deleteItem(request);
    }

    /** One action, whether it puts or deletes. */
    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        needs.accept("dynamodb:BatchWriteItem");
        return client.batchWriteItem(request);
    }

    /** A transaction needs the actions of its parts. */
    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        request.transactItems().forEach(part -> needs.accept(action(part)));
        return client.transactWriteItems(request);
    }

    private static String action(TransactWriteItem part) {
        if (part.put() != null) {
            return "dynamodb:PutItem";
        }
        if (part.delete() != null) {
            return "dynamodb:DeleteItem";
        }
        return part.update() != null ? "dynamodb:UpdateItem" : "dynamodb:ConditionCheckItem";
    }

    @Override
    public BatchExecuteStatementResponse batchExecuteStatement(BatchExecuteStatementRequest request) {
        request.statements().forEach(statement -> needs.accept(action(statement.statement())));
        return client.batchExecuteStatement(request);
    }

    private static String action(String statement) {
        if (statement.startsWith("INSERT INTO ")) {
            return "dynamodb:PartiQLInsert";
        }
        throw new AssertionError("Which action does this need? " + statement);
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    @Override
    public void close() {
        client.close();
    }
}
