/** The processes that take part: servers and the load client, each in a JVM of its own. */
@NullMarked
package dev.tributary.bench.process;

import org.jspecify.annotations.NullMarked;
