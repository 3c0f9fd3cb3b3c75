package dev.tributary.metrics.measure;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.Platform;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Where a unit belongs, or, reduced to some dimensions, the key of a group. What cannot be told is
 * empty: the platform of a collaboration with posts on two, the creator of a campaign's own cost.
 *
 * @param campaignId campaign
 * @param creatorId creator
 * @param collaborationId collaboration
 * @param platform platform
 * @param format form of the content
 * @param tier follower tier at publication, for example {@code micro}
 * @param postId post
 */
public record Place(
    String campaignId,
    String creatorId,
    String collaborationId,
    Optional<Platform> platform,
    Optional<ContentFormat> format,
    String tier,
    String postId)
    implements Comparable<Place> {
  /** Belongs nowhere in particular; also the key of the total. */
  public static final Place ANYWHERE =
      new Place("", "", "", Optional.empty(), Optional.empty(), "", "");

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::campaignId)
          .thenComparing(Place::creatorId)
          .thenComparing(Place::collaborationId)
          .thenComparing(place -> place.platform.map(Platform::ordinal).orElse(-1))
          .thenComparing(place -> place.format.map(ContentFormat::ordinal).orElse(-1))
          .thenComparing(Place::tier)
          .thenComparing(Place::postId);

  /** Only what the dimensions tell; the rest is emptied. */
  public Place reducedTo(Set<Dimension> dimensions) {
    return new Place(
        dimensions.contains(Dimension.CAMPAIGN) ? campaignId : "",
        dimensions.contains(Dimension.CREATOR) ? creatorId : "",
        dimensions.contains(Dimension.COLLABORATION) ? collaborationId : "",
        dimensions.contains(Dimension.PLATFORM) ? platform : Optional.empty(),
        dimensions.contains(Dimension.FORMAT) ? format : Optional.empty(),
        dimensions.contains(Dimension.TIER) ? tier : "",
        dimensions.contains(Dimension.POST) ? postId : "");
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
