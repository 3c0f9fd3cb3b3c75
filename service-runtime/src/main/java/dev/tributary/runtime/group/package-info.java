/**
 * Writing in groups: what many callers bring at the same time goes into one transaction, so that
 * the cost of a commit is shared while every caller still hears of its own items after they are on
 * disk.
 */
@NullMarked
package dev.tributary.runtime.group;

import org.jspecify.annotations.NullMarked;
