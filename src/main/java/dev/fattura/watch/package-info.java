/** What is told of a run while it goes on: the ids that its log lines bear, and the metrics of the business steps. */
@NullMarked
package dev.fattura.watch;

import org.jspecify.annotations.NullMarked;
