/** The feed of this service: everything written, for services that keep a read model. */
@NullMarked
package dev.tributary.attribution.feed;

import org.jspecify.annotations.NullMarked;
