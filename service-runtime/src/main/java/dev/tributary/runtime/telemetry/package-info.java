/** What a process tells about itself: measurements in OpenTelemetry's terms, read by Prometheus. */
@NullMarked
package dev.tributary.runtime.telemetry;

import org.jspecify.annotations.NullMarked;
