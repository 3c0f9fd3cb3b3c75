/** Tests of the gRPC edge, over a real port wherever that tells more. */
@NullMarked
package dev.tributary.runtime.server;

import org.jspecify.annotations.NullMarked;
