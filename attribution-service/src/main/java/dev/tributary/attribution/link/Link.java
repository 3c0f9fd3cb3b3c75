package dev.tributary.attribution.link;

import dev.tributary.attribution.owner.Owner;
import java.time.Instant;
import java.util.Optional;

/**
 * A tracking link. It never changes once created.
 *
 * @param linkId the caller's id, unique in the workspace
 * @param owner whose link it is; empty for channels that are not creators
 * @param destinationUrl where it leads
 * @param utm the UTM parameters it carries
 * @param placement where it is published; empty when not told
 * @param createTime when it was created
 */
public record Link(
    String linkId,
    Optional<Owner> owner,
    String destinationUrl,
    UtmParameters utm,
    String placement,
    Instant createTime) {}
