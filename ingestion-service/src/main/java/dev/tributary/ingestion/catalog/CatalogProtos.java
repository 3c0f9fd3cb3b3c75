package dev.tributary.ingestion.catalog;

import com.google.protobuf.Message;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.ingestion.v1.PutCampaign;
import dev.tributary.ingestion.v1.PutCollaboration;
import dev.tributary.ingestion.v1.PutCreator;
import dev.tributary.ingestion.v1.PutPost;
import java.util.Optional;
import java.util.OptionalLong;

/** The items of put requests, which differ by kind only in name. */
final class CatalogProtos {
  private CatalogProtos() {}

  static Put<Campaign> put(PutCampaign item) {
    return new Put<>(
        present(item.hasCampaign(), item.getCampaign()),
        expected(item.hasExpectedVersion(), item.getExpectedVersion()));
  }

  static Put<Creator> put(PutCreator item) {
    return new Put<>(
        present(item.hasCreator(), item.getCreator()),
        expected(item.hasExpectedVersion(), item.getExpectedVersion()));
  }

  static Put<Collaboration> put(PutCollaboration item) {
    return new Put<>(
        present(item.hasCollaboration(), item.getCollaboration()),
        expected(item.hasExpectedVersion(), item.getExpectedVersion()));
  }

  static Put<Post> put(PutPost item) {
    return new Put<>(
        present(item.hasPost(), item.getPost()),
        expected(item.hasExpectedVersion(), item.getExpectedVersion()));
  }

  private static <M extends Message> Optional<M> present(boolean isPresent, M item) {
    return isPresent ? Optional.of(item) : Optional.empty();
  }

  private static OptionalLong expected(boolean isPresent, long version) {
    return isPresent ? OptionalLong.of(version) : OptionalLong.empty();
  }
}
