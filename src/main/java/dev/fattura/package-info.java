/**
 * Fattura carries a project invoice from the project office to the books and back, exactly.
 *
 * <p>The rooms, in the order in which an invoice walks through them: {@code proforma} (the draft and its confirmation),
 * {@code header} (the proposal header crosses), {@code actuals} (the billing actuals cross), {@code staging} (Import from
 * staging), {@code posting} (journals and customer invoices), {@code writeback} (accounting detail comes back),
 * {@code inquiry} (what a person may ask). They share {@code money}, {@code ledger} (facts and states) and {@code store};
 * {@code runtime} is the outer skin. Slices never import each other: the next step is reached only through stored facts
 * and the stream.
 */
@NullMarked
package dev.fattura;

import org.jspecify.annotations.NullMarked;
