/** The demo: sends a made world through the public API and shows what the suite makes of it. */
@NullMarked
package dev.tributary.local.demo;

import org.jspecify.annotations.NullMarked;
