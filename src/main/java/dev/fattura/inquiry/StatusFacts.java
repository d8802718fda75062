package dev.fattura.inquiry;

import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.InvoiceStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is there of an actual besides itself, as far as its statuses follow from it.
 *
 * @param waiting its entry in the billing backlog, or null
 * @param holder the status of the invoice that bills, applies or corrects it; null where none does
 * @param writer the status of the invoice whose confirmation wrote it; null where none did
 * @param cancelled whether its approval was cancelled
 * @param replaced whether an edited line put something else in its place, or in the place of what it takes back (domain.md 2.3)
 */
record StatusFacts(
        @Nullable BacklogEntry waiting,
        @Nullable InvoiceStatus holder,
        @Nullable InvoiceStatus writer,
        boolean cancelled,
        boolean replaced) {}
