/** Before step 1, the office: contracts and projects are recorded, approved transactions become actuals, and what may be billed enters the billing backlog. */
@NullMarked
package dev.fattura.contract;

import org.jspecify.annotations.NullMarked;
