/** What tests of this service share: feeds written down and their tables read back. */
@NullMarked
package dev.tributary.metrics.testing;

import org.jspecify.annotations.NullMarked;
