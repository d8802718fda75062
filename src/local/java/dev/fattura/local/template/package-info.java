/** What the local cloud needs to know of {@code infra/template.yaml}: tables, functions and what triggers them. */
@NullMarked
package dev.fattura.local.template;

import org.jspecify.annotations.NullMarked;
