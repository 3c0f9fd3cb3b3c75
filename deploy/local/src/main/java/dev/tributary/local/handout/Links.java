package dev.tributary.local.handout;

import dev.tributary.attribution.v1.CreateLinksRequest;
import dev.tributary.attribution.v1.CreateLinksResponse;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.LinkResult;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.WritePositions;
import dev.tributary.type.v1.VerdictStatus;
import java.util.ArrayList;
import java.util.List;

/** Makes links. */
final class Links {
  private static final int BATCH = 1_000;

  private final Peers peers;
  private final WritePositions written;

  Links(Peers peers, WritePositions written) {
    this.peers = peers;
    this.written = written;
  }

  /**
   * Makes those that do not exist yet.
   *
   * @param refused takes a sentence for each that was refused, for example because the same link
   *     was handed out with another landing page
   * @return those that exist now
   */
  List<PublishedLink> make(List<Link> links, List<String> refused) {
    List<PublishedLink> published = new ArrayList<>();
    for (int first = 0; first < links.size(); first += BATCH) {
      List<Link> batch = links.subList(first, Math.min(links.size(), first + BATCH));
      CreateLinksResponse answer =
          peers.links().createLinks(CreateLinksRequest.newBuilder().addAllLinks(batch).build());
      written.keep(answer.getPosition());
      for (int i = 0; i < batch.size(); i++) {
        Link link = batch.get(i);
        LinkResult result = answer.getResults(i);
        if (result.getVerdict().getStatus() == VerdictStatus.VERDICT_STATUS_REJECTED) {
          refused.add(link.getLinkId() + ": " + result.getVerdict().getRejection().getMessage());
        } else {
          published.add(new PublishedLink(link.getPlacement(), result.getTrackingUrl()));
        }
      }
    }
    return published;
  }
}
