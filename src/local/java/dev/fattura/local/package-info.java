/**
 * The local cloud: the whole service on one machine, without an account and without a container.
 *
 * <p>It stands where Lambda, API Gateway, DynamoDB Streams and EventBridge Scheduler stand in the cloud, and reads the same
 * {@code infra/template.yaml} they are deployed from, so a route, a filter or a key that is wrong there is wrong here
 * first. Events go through JSON bytes on every crossing for the same reason.
 *
 * <p>Nothing in this room is deployed, and no other room may know it.
 */
@NullMarked
package dev.fattura.local;

import org.jspecify.annotations.NullMarked;
