/** Tables filled before anything is measured, and writers without a server around them. */
@NullMarked
package dev.tributary.bench.store;

import org.jspecify.annotations.NullMarked;
