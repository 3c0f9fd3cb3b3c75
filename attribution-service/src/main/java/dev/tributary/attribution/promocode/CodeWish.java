package dev.tributary.attribution.promocode;

/**
 * Whom a code is for.
 *
 * @param creatorId the creator
 * @param displayName the name that people know, in any script; may be empty
 * @param handle the name on the platform; may be empty
 * @param discount what the code ends with, as digits; empty for none
 */
record CodeWish(String creatorId, String displayName, String handle, String discount) {}
