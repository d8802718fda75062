/** The table maps: what crosses, as data that a person can read and change; whether it runs; and what could not cross. */
@NullMarked
package dev.fattura.maps;

import org.jspecify.annotations.NullMarked;
