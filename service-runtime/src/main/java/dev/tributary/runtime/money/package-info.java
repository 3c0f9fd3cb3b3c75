/** Money in minor units and its exact division; pure, no clock, no database. */
@NullMarked
package dev.tributary.runtime.money;

import org.jspecify.annotations.NullMarked;
