package dev.fattura.simulation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Is told of everything that the simulated store does for a request. */
public interface StoreMeter {

    /** One that counts nothing. */
    StoreMeter NONE = new StoreMeter() {
        @Override
        public void written(
                @Nullable Map<String, AttributeValue> before,
                @Nullable Map<String, AttributeValue> after,
                boolean inTransaction) {}

        @Override
        public void read(Map<String, AttributeValue> item) {}

        @Override
        public void queried(Iterable<Map<String, AttributeValue>> items) {}
    };

    /** A put or a delete: what was there, and what is there now. */
    void written(
            @Nullable Map<String, AttributeValue> before,
            @Nullable Map<String, AttributeValue> after,
            boolean inTransaction);

    /** One item read by its key; empty if there is none. */
    void read(Map<String, AttributeValue> item);

    /** One page of a query. */
    void queried(Iterable<Map<String, AttributeValue>> items);
}
