/**
 * The deterministic simulation: every function, both tables and both streams under one seeded scheduler, which chooses what runs next
 * and what goes wrong. One thing runs at a time, so a seed gives the same run again.
 */
package dev.fattura.simulation;
