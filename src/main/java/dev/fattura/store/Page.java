package dev.fattura.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a query.
 *
 * @param next the sort key after which the next page begins; null on the last page
 */
public record Page(List<Item> items, @Nullable String next) {}
