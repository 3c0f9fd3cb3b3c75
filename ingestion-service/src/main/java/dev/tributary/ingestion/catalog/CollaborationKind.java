package dev.tributary.ingestion.catalog;

import com.google.protobuf.Parser;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import java.time.Instant;
import java.util.Optional;

/** Collaborations, listed by campaign. */
final class CollaborationKind implements CatalogKind<Collaboration> {
  static final CollaborationKind COLLABORATION = new CollaborationKind();

  private CollaborationKind() {}

  @Override
  public String name() {
    return "collaboration";
  }

  @Override
  public Parser<Collaboration> parser() {
    return Collaboration.parser();
  }

  @Override
  public String idOf(Collaboration collaboration) {
    return collaboration.getCollaborationId();
  }

  @Override
  public String parentOf(Collaboration collaboration) {
    return collaboration.getCampaignId();
  }

  @Override
  public void check(Collaboration collaboration) throws Rejected {
    CollaborationRules.check(collaboration);
  }

  @Override
  public Collaboration contentOf(Collaboration collaboration) {
    return collaboration.toBuilder().clearVersion().clearUpdateTime().build();
  }

  @Override
  public Collaboration stamped(
      Collaboration content, Optional<Collaboration> before, long version, Instant now) {
    return content.toBuilder().setVersion(version).setUpdateTime(ProtoTimes.toProto(now)).build();
  }

  @Override
  public Optional<Instant> archiveTimeOf(Collaboration collaboration) {
    return Optional.empty();
  }
}
