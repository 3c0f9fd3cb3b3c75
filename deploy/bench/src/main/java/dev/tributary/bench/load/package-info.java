/** The client's side: requests, when they are sent, and how long their answers take. */
@NullMarked
package dev.tributary.bench.load;

import org.jspecify.annotations.NullMarked;
