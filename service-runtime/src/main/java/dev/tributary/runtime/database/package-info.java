/**
 * The database of a service: opened and migrated once, and written so that what is answered is on
 * disk.
 */
@NullMarked
package dev.tributary.runtime.database;

import org.jspecify.annotations.NullMarked;
