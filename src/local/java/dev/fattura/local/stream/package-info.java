/**
 * Stands where the event source mappings of Lambda stand: records of a table's stream become batches for a function.
 *
 * <p>The rules of a batch (retry, bisect, checkpoint, expiry) are in {@link dev.fattura.local.stream.BatchCourse}, which knows no
 * stream and no clock; reading the stream is in {@link dev.fattura.local.stream.ShardReader}.
 */
@NullMarked
package dev.fattura.local.stream;

import org.jspecify.annotations.NullMarked;
