package dev.fattura.local.stream;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * A stream whose shards begin, end, are trimmed and lose their iterators when a test says so; DynamoDB Local does none of it when told. Sequence
 * numbers are single digits; an iterator is the shard, the last number that was read and the era that iterators expire with.
 */
final class ShardedStream implements DynamoDbStreamsClient {
    private final Map<String, Optional<String>> parents = new LinkedHashMap<>();
    private final Map<String, NavigableSet<String>> records = new LinkedHashMap<>();
    private final Map<String, String> trimmed = new LinkedHashMap<>();
    private final Set<String> ended = new HashSet<>();
    private int era;

    void begin(String shard, Optional<String> parent) {
        parents.put(shard, parent);
        records.put(shard, new TreeSet<>());
        trimmed.put(shard, "0");
    }

    void put(String shard, String number) {
        recordsOf(shard).add(number);
    }

    void end(String shard) {
        ended.add(shard);
    }

    void expireIterators() {
        era++;
    }

    /** Forgets what is up to that number. */
    void trim(String shard, String number) {
        recordsOf(shard).headSet(number, true).clear();
        trimmed.put(shard, number);
    }

    @Override
    public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
        List<Shard> shards = parents.entrySet().stream()
                .map(shard -> Shard.builder()
                        .shardId(shard.getKey())
                        .parentShardId(shard.getValue().orElse(null))
                        .build())
                .toList();
        return DescribeStreamResponse.builder()
                .streamDescription(stream -> stream.shards(shards))
                .build();
    }

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
        String after = request.shardIteratorType() == ShardIteratorType.TRIM_HORIZON
                ? trimmedOf(request.shardId())
                : request.sequenceNumber();
        requireKept(request.shardId(), after);
        return GetShardIteratorResponse.builder()
                .shardIterator(iterator(request.shardId(), after))
                .build();
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest request) {
        String[] parts = request.shardIterator().split(" ", -1);
        String shard = parts[0];
        String after = parts[1];
        if (!parts[2].equals(Integer.toString(era))) {
            throw ExpiredIteratorException.builder().build();
        }
        requireKept(shard, after);
        List<String> fresh = List.copyOf(recordsOf(shard).tailSet(after, false));
        String last = fresh.isEmpty() ? after : fresh.get(fresh.size() - 1);
        return GetRecordsResponse.builder()
                .records(fresh.stream().map(ShardedStream::record).toList())
                .nextShardIterator(ended.contains(shard) ? null : iterator(shard, last))
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    private void requireKept(String shard, String after) {
        if (after.compareTo(trimmedOf(shard)) < 0) {
            throw TrimmedDataAccessException.builder().build();
        }
    }

    private String iterator(String shard, String after) {
        return shard + " " + after + " " + era;
    }

    private static Record record(String number) {
        return Record.builder()
                .dynamodb(change -> change.sequenceNumber(number))
                .build();
    }

    private NavigableSet<String> recordsOf(String shard) {
        return records.computeIfAbsent(shard, unknown -> new TreeSet<>());
    }

    private String trimmedOf(String shard) {
        return trimmed.getOrDefault(shard, "0");
    }
}
