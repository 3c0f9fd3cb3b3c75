/** Clients of the four services, for the commands. */
@NullMarked
package dev.tributary.local.client;

import org.jspecify.annotations.NullMarked;
