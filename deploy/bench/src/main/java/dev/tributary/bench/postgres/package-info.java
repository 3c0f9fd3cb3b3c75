/** A PostgreSQL server of our own, made of the programs that the machine has. */
@NullMarked
package dev.tributary.bench.postgres;

import org.jspecify.annotations.NullMarked;
