package dev.fattura.store;

/** The table of the finance side. */
public record Finance(Table table) {}
