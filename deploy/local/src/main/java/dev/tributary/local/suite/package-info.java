/** The four services in one JVM, each on a port and a database file of its own. */
@NullMarked
package dev.tributary.local.suite;

import org.jspecify.annotations.NullMarked;
