/** Exact values: money in minor units, prices, rates, quantities, and the one file that rounds. Imports no other room. */
@NullMarked
package dev.fattura.money;

import org.jspecify.annotations.NullMarked;
