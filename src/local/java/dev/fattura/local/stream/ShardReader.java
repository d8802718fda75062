package dev.fattura.local.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Reads one stream from its beginning, or from where it was left, shard by shard. A shard is opened only when its parent has been read to its end,
 * because the order of the changes of an item goes from parent to child. Used by one thread.
 */
public final class ShardReader {
    private static final int RECORDS_PER_READ = 1_000;
    private static final int PASSES_PER_LISTING = 50;

    /** Records that follow each other in one shard. */
    public record Portion(String shardId, List<Record> records) {

        String lastSequenceNumber() {
            return records.get(records.size() - 1).dynamodb().sequenceNumber();
        }
    }

    /**
     * One look at the stream.
     *
     * @param portions what was new, of each open shard
     * @param whole false if a shard ended or had to be opened again, or none is open: then finding nothing does not mean that nothing is there
     */
    public record Pass(List<Portion> portions, boolean whole) {}

    private final DynamoDbStreamsClient client;
    private final String streamArn;
    private final Map<String, String> iterators = new LinkedHashMap<>();
    private final Map<String, String> positions;
    private final Set<String> finished = new HashSet<>();
    private int passesToListing;
    private boolean whole;

    /** @param checkpoints of the shards that were read before: nothing up to there is read again */
    public ShardReader(DynamoDbStreamsClient client, String streamArn, Checkpoints checkpoints) {
        this.client = client;
        this.streamArn = streamArn;
        this.positions = new HashMap<>(checkpoints.positions());
    }

    public String streamArn() {
        return streamArn;
    }

    /** One pass over the open shards. */
    public Pass read() {
        whole = true;
        if (iterators.isEmpty() || passesToListing-- <= 0) {
            openShards();
            passesToListing = PASSES_PER_LISTING;
        }
        List<Portion> portions = new ArrayList<>();
        for (String shardId : List.copyOf(iterators.keySet())) {
            List<Record> records = read(shardId);
            if (!records.isEmpty()) {
                portions.add(new Portion(shardId, records));
            }
        }
        return new Pass(portions, whole && !iterators.isEmpty());
    }

    private List<Record> read(String shardId) {
        try {
            GetRecordsResponse response = client.getRecords(
                    request -> request.shardIterator(iterators.get(shardId)).limit(RECORDS_PER_READ));
            List<Record> records = response.records();
            if (!records.isEmpty()) {
                positions.put(shardId, new Portion(shardId, records).lastSequenceNumber());
            }
            if (response.nextShardIterator() == null) {
                iterators.remove(shardId);
                finished.add(shardId);
                passesToListing = 0;
                whole = false;
            } else {
                iterators.put(shardId, response.nextShardIterator());
            }
            return records;
        } catch (ExpiredIteratorException expired) {
            open(shardId); // An iterator lives 15 minutes; a function that kept failing may outlast it.
            whole = false;
            return List.of();
        } catch (TrimmedDataAccessException trimmed) {
            openAtOldest(shardId);
            whole = false;
            return List.of();
        }
    }

    private void openShards() {
        List<Shard> shards = shards();
        Set<String> listed = new HashSet<>();
        shards.forEach(shard -> listed.add(shard.shardId()));
        for (Shard shard : shards) {
            String parent = shard.parentShardId();
            boolean parentRead = parent == null || finished.contains(parent) || !listed.contains(parent);
            boolean known = iterators.containsKey(shard.shardId()) || finished.contains(shard.shardId());
            if (parentRead && !known) {
                open(shard.shardId());
            }
        }
    }

    private void open(String shardId) {
        @Nullable String position = positions.get(shardId);
        if (position == null) {
            openAtOldest(shardId);
            return;
        }
        try {
            open(
                    shardId,
                    GetShardIteratorRequest.builder()
                            .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                            .sequenceNumber(position));
        } catch (TrimmedDataAccessException trimmed) {
            openAtOldest(shardId);
        }
    }

    private void openAtOldest(String shardId) {
        positions.remove(shardId);
        open(shardId, GetShardIteratorRequest.builder().shardIteratorType(ShardIteratorType.TRIM_HORIZON));
    }

    private void open(String shardId, GetShardIteratorRequest.Builder from) {
        GetShardIteratorRequest request =
                from.streamArn(streamArn).shardId(shardId).build();
        iterators.put(shardId, client.getShardIterator(request).shardIterator());
    }

    private List<Shard> shards() {
        List<Shard> shards = new ArrayList<>();
        @Nullable String last = null;
        do {
            String from = last;
            DescribeStreamResponse response = client.describeStream(
                    request -> request.streamArn(streamArn).exclusiveStartShardId(from));
            shards.addAll(response.streamDescription().shards());
            last = response.streamDescription().lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }
}
