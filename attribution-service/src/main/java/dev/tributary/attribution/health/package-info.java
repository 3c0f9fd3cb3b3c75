/**
 * Health of codes: whether they are used by people whom their creators did not send, judged by what
 * changed against their own history and against peers.
 */
@NullMarked
package dev.tributary.attribution.health;

import org.jspecify.annotations.NullMarked;
