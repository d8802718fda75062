/** DynamoDB and nothing else: the seam ({@link dev.fattura.store.Table}), and one file per stored entity with its keys, codec and named reads. */
@NullMarked
package dev.fattura.store;

import org.jspecify.annotations.NullMarked;
