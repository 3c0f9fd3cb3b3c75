package dev.tributary.ingestion.catalog;

import com.google.protobuf.Parser;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import java.time.Instant;
import java.util.Optional;

/** Creators. */
final class CreatorKind implements CatalogKind<Creator> {
  static final CreatorKind CREATOR = new CreatorKind();

  private CreatorKind() {}

  @Override
  public String name() {
    return "creator";
  }

  @Override
  public Parser<Creator> parser() {
    return Creator.parser();
  }

  @Override
  public String idOf(Creator creator) {
    return creator.getCreatorId();
  }

  @Override
  public String parentOf(Creator creator) {
    return "";
  }

  @Override
  public void check(Creator creator) throws Rejected {
    CreatorRules.check(creator);
  }

  @Override
  public Creator contentOf(Creator creator) {
    return creator.toBuilder().clearVersion().clearUpdateTime().build();
  }

  @Override
  public Creator stamped(Creator content, Optional<Creator> before, long version, Instant now) {
    return content.toBuilder().setVersion(version).setUpdateTime(ProtoTimes.toProto(now)).build();
  }

  @Override
  public Optional<Instant> archiveTimeOf(Creator creator) {
    return Optional.empty();
  }
}
