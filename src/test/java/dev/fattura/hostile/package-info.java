/** Seeded hostile input to every function: whatever is sent, the answer keeps the promises of the API and a refused request writes nothing. */
package dev.fattura.hostile;
