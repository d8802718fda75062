/** Stands where API Gateway stands: HTTP requests become Lambda events by the routes of the template. */
@NullMarked
package dev.fattura.local.gateway;

import org.jspecify.annotations.NullMarked;
