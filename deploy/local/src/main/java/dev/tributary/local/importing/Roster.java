package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.UtmParameters;
import dev.tributary.ingestion.v1.AccountCounters;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.CollaborationStatus;
import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.Deliverable;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.Source;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ContentFormat;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.Platform;
import dev.tributary.type.v1.ProvenanceClass;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the rows of a roster say together. Rows of one creator in one campaign are one
 * collaboration: their pieces are its deliverables, their fees add up. Ids are made from names, so
 * the same roster always says the same.
 */
final class Roster {
  private static final String SYSTEM = "roster";

  private final CatalogBook book;
  private final Map<String, Integer> piecesById = new HashMap<>();
  private final Map<String, Money> feeByCollaboration = new HashMap<>();

  Roster(CatalogBook book) {
    this.book = book;
  }

  /**
   * Adds a row to creators and collaborations.
   *
   * @throws RowRejected if its fee is in another currency than the creator's other rows
   */
  void add(RosterRow row) throws RowRejected {
    Optional<Money> fee = row.fee().isPresent() ? Optional.of(fee(row)) : Optional.empty();
    book.addAccount(row.line(), row.creatorId(), row.creatorName(), List.of(row.account()));
    Collaboration.Builder terms =
        book.collaboration(row.collaborationId(), row.campaignId(), row.creatorId()).toBuilder();
    fee.ifPresent(terms::setFee);
    if (row.status().isPresent()
        || terms.getStatus() == CollaborationStatus.COLLABORATION_STATUS_UNSPECIFIED) {
      terms.setStatus(row.status().orElse(CollaborationStatus.COLLABORATION_STATUS_ACCEPTED));
    }
    row.format().ifPresent(format -> putPiece(terms, row, format));
    book.put(row.line(), terms.build());
  }

  private Money fee(RosterRow row) throws RowRejected {
    Money own = row.fee().orElseThrow();
    Money before = feeByCollaboration.getOrDefault(row.collaborationId(), own);
    if (!before.getCurrencyCode().equals(own.getCurrencyCode())) {
      throw new RowRejected(
          "currency",
          "CURRENCY_MISMATCH",
          "currency: %s (expected: %s as in the rows of this creator before)"
              .formatted(own.getCurrencyCode(), before.getCurrencyCode()));
    }
    boolean isFirst = !feeByCollaboration.containsKey(row.collaborationId());
    Money sum =
        own.toBuilder()
            .setMinorUnits((isFirst ? 0 : before.getMinorUnits()) + own.getMinorUnits())
            .build();
    feeByCollaboration.put(row.collaborationId(), sum);
    return sum;
  }

  /** A piece that is there keeps what the roster does not know: drafts, approvals, the post. */
  private void putPiece(Collaboration.Builder terms, RosterRow row, ContentFormat format) {
    String name =
        format.name().substring("CONTENT_FORMAT_".length()).toLowerCase(Locale.ROOT)
            + (row.dueDate().isEmpty() ? "" : "-" + row.dueDate());
    int number = piecesById.merge(row.collaborationId() + "/" + name, 1, Integer::sum);
    String id = number == 1 ? name : name + "-" + number;
    for (Deliverable.Builder piece : terms.getDeliverablesBuilderList()) {
      if (piece.getDeliverableId().equals(id)) {
        row.fee().ifPresent(piece::setPrice);
        return;
      }
    }
    Deliverable.Builder piece =
        terms
            .addDeliverablesBuilder()
            .setDeliverableId(id)
            .setFormat(format)
            .setDueDate(row.dueDate());
    row.fee().ifPresent(piece::setPrice);
  }

  /** The creator's code, if the row has one. */
  static Optional<PromoCode> code(RosterRow row) {
    return row.code()
        .map(
            code ->
                PromoCode.newBuilder()
                    .setCodeId(MadeIds.code("", code))
                    .setCode(code)
                    .setOwner(row.owner())
                    .build());
  }

  /** The creator's link on the account's platform, if the row has a landing page. */
  static Optional<Link> link(RosterRow row) {
    return row.landingUrl().map(url -> link(row, url));
  }

  private static Link link(RosterRow row, String url) {
    Platform known = row.account().getPlatform();
    String platform = known.name().substring("PLATFORM_".length()).toLowerCase(Locale.ROOT);
    return Link.newBuilder()
        .setLinkId(Ids.join(row.collaborationId(), platform, page(url)))
        .setOwner(row.owner())
        .setDestinationUrl(url)
        .setUtm(
            UtmParameters.newBuilder()
                .setSource(row.account().getHandle())
                .setMedium("creator")
                .setCampaign(row.campaignId())
                .setContent(platform))
        .setPlacement(platform)
        .build();
  }

  /** The page's path as a part of an id; the service judges addresses, so any text is taken. */
  private static String page(String url) {
    try {
      String path = URI.create(url).getPath();
      return path == null || path.length() <= 1 ? "" : Ids.slug(path);
    } catch (IllegalArgumentException noAddress) {
      return Ids.shortHash(url);
    }
  }

  /** The account's followers, if the row tells them. */
  static Optional<Observation> followers(RosterRow row) {
    if (row.followers().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Ids.identified(
            Observation.newBuilder()
                .setSource(
                    Source.newBuilder()
                        .setProvenance(ProvenanceClass.PROVENANCE_CLASS_MANUAL)
                        .setSystem(SYSTEM))
                .setObservedTime(ProtoTimes.toProto(row.observedTime()))
                .setAccountCounters(
                    AccountCounters.newBuilder()
                        .setAccount(row.account())
                        .addCounters(
                            Counter.newBuilder()
                                .setMetric("followers")
                                .setCount(row.followers().getAsLong())))));
  }
}
