/** All four services in one JVM, and the command that starts them. */
@NullMarked
package dev.tributary.local;

import org.jspecify.annotations.NullMarked;
