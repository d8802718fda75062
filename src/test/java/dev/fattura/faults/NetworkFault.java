package dev.fattura.faults;

/** What the network and the store behind it can do to a call. */
enum NetworkFault {
    THROTTLED("throttled: ThrottlingException"),
    THROUGHPUT_EXCEEDED("throttled: ProvisionedThroughputExceededException"),
    ERROR_500("answered 500"),
    ERROR_503("answered 503"),
    CUT_BEFORE("cut before forwarding: nothing landed"),
    CUT_AFTER("cut after forwarding: it landed, the answer is lost"),
    CUT_WITHIN("cut amid the answer: it landed, half of the answer comes"),
    DELAYED("delayed"),
    TIMED_OUT("delayed beyond the client's time-out, after it landed"),
    CONFLICT("transaction in conflict", "TransactWriteItems|PutItem|DeleteItem"),
    UNPROCESSED_ITEMS("items of a batch left over", "BatchWriteItem|BatchExecuteStatement"),
    UNPROCESSED_KEYS("keys of a batch left over", "BatchGetItem");

    private static final String ANY = ".*";

    private final String words;
    private final String operations;

    NetworkFault(String words) {
        this(words, ANY);
    }

    NetworkFault(String words, String operations) {
        this.words = words;
        this.operations = operations;
    }

    String words() {
        return words;
    }

    boolean isOfSomeCalls() {
        return !operations.equals(ANY);
    }

    boolean canHappenTo(StoreCall call) {
        return call.operation().matches(operations);
    }
}
