package dev.fattura.inquiry;

import dev.fattura.ledger.AdjustmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * How an actual stands now.
 *
 * @param billing null where nothing is billed: of a cost, of what was adjusted before it was billed, and of what took such a thing back
 */
record ActualStatus(@Nullable BillingStatus billing, AdjustmentStatus adjustment) {}
