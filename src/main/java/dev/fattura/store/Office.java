package dev.fattura.store;

/** The table of the office side. */
public record Office(Table table) {}
