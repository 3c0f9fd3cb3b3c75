package dev.tributary.attribution.privacy;

import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.identity.PersonKind;

/**
 * A key to be overwritten.
 *
 * @param workspace whose person it is
 * @param kind which of the person's names it is the hash of
 * @param key what stands in the rows
 * @param tombstone what is to stand there
 */
public record Replacement(String workspace, PersonKind kind, PersonKey key, PersonKey tombstone) {}
