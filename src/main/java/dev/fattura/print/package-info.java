/** The printable customer invoice: what finance posted, grouped and laid out for the customer. */
@NullMarked
package dev.fattura.print;

import org.jspecify.annotations.NullMarked;
