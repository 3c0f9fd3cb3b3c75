/** Tests of what a process tells about itself. */
@NullMarked
package dev.tributary.runtime.telemetry;

import org.jspecify.annotations.NullMarked;
