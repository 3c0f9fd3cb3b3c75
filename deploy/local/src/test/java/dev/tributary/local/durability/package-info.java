/**
 * What was acknowledged stays, is counted once, and is passed on once, whoever dies: services by
 * kill -9, the database server, connections.
 */
@NullMarked
package dev.tributary.local.durability;

import org.jspecify.annotations.NullMarked;
