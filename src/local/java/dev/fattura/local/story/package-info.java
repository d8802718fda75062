/** The Coho Winery sample, told over HTTP as a user would tell it, and checked from the answers alone. */
@NullMarked
package dev.fattura.local.story;

import org.jspecify.annotations.NullMarked;
