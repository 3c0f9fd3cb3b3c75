package dev.tributary.attribution.hold;

import dev.tributary.runtime.identity.PersonKey;

/**
 * One name of a person.
 *
 * @param kind what it is
 * @param key its hash
 */
record Identity(IdentityKind kind, PersonKey key) {}
