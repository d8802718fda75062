/** The local cloud with real kills, and with a hostile network before its store: real processes, real sockets, a database on disk. */
package dev.fattura.faults;
