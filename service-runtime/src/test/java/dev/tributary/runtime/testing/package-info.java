/**
 * The test kit of all services: real servers, real databases, settable clocks, and the rules of the
 * house.
 */
@NullMarked
package dev.tributary.runtime.testing;

import org.jspecify.annotations.NullMarked;
