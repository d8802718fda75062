package dev.fattura.local.stream;

import dev.fattura.local.template.Template;

/** The settings of an event source mapping that decide the course of a batch; a negative number is "without limit", as in AWS. */
public record BatchRules(
        int batchSize,
        int maximumRetryAttempts,
        long maximumRecordAgeSeconds,
        boolean bisectOnError,
        boolean reportsItemFailures) {

    public BatchRules {
        if (batchSize < 1 || batchSize > 10_000) {
            throw new IllegalArgumentException("BatchSize must be 1 to 10,000, not " + batchSize);
        }
    }

    public static BatchRules of(Template.StreamMapping mapping) {
        return new BatchRules(
                mapping.batchSize(),
                mapping.maximumRetryAttempts(),
                mapping.maximumRecordAgeSeconds(),
                mapping.bisectOnError(),
                mapping.reportsItemFailures());
    }
}
