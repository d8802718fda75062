/** The benchmark: one large invoice and a crowd of small ones on the local cloud, beside a bare loop that only writes. */
package dev.fattura.local.bench;
