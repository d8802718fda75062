/** What the store is asked for, counted by DynamoDB's own rules from the requests that the code really sends. */
package dev.fattura.cost;
