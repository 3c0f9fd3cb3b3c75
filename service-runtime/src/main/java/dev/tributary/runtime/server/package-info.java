/**
 * The gRPC edge: the server and its interceptors, callers and their keys, channels to peers, pages.
 */
@NullMarked
package dev.tributary.runtime.server;

import org.jspecify.annotations.NullMarked;
