/** Tests of the settings. */
@NullMarked
package dev.tributary.runtime.settings;

import org.jspecify.annotations.NullMarked;
