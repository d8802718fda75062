/**
 * Two who act at the same time, in every order in which their calls of the store can come, and with a crash of either of them at every
 * call: what comes of it is what came of one after the other.
 */
package dev.fattura.interleaving;
