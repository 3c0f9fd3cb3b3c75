/** The subcommands of {@code tributary}. */
@NullMarked
package dev.tributary.local.command;

import org.jspecify.annotations.NullMarked;
