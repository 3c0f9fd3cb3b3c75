/** Serving a service's log as pages, and following another's exactly once. */
@NullMarked
package dev.tributary.runtime.feed;

import org.jspecify.annotations.NullMarked;
