package dev.tributary.local.demo;

import dev.tributary.attribution.v1.AmendmentResult;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.CreateLinksRequest;
import dev.tributary.attribution.v1.CreatePromoCodesRequest;
import dev.tributary.attribution.v1.LinkResult;
import dev.tributary.attribution.v1.PutStorefrontsRequest;
import dev.tributary.attribution.v1.RecordAmendmentsRequest;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.attribution.v1.RecordRefundsRequest;
import dev.tributary.attribution.v1.RecordTouchesRequest;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.ingestion.v1.CatalogResult;
import dev.tributary.ingestion.v1.PutCampaign;
import dev.tributary.ingestion.v1.PutCampaignsRequest;
import dev.tributary.ingestion.v1.PutCollaboration;
import dev.tributary.ingestion.v1.PutCollaborationsRequest;
import dev.tributary.ingestion.v1.PutCreator;
import dev.tributary.ingestion.v1.PutCreatorsRequest;
import dev.tributary.ingestion.v1.PutPost;
import dev.tributary.ingestion.v1.PutPostsRequest;
import dev.tributary.ingestion.v1.RecordObservationsRequest;
import dev.tributary.local.client.Peers;
import dev.tributary.local.demo.Batches.Answer;
import dev.tributary.local.demo.world.DemoWorld;
import java.util.List;

/**
 * Sends a world through the public API in the order of real life: the catalogue and what was seen,
 * codes and links, touches, and orders only after their touches are acknowledged.
 */
final class WorldSender {
  private final Peers peers;
  private final Batches batches;

  WorldSender(Peers peers, Batches batches) {
    this.peers = peers;
    this.batches = batches;
  }

  /**
   * Sends the catalogue and what was seen of posts and accounts.
   *
   * @throws IllegalStateException if an item is refused, which a world never gives cause for
   */
  void sendSeen(DemoWorld world) {
    sendCatalog(world);
    batches.send(
        "observations",
        world.observations(),
        items -> {
          var answer =
              peers
                  .observations()
                  .recordObservations(
                      RecordObservationsRequest.newBuilder().addAllObservations(items).build());
          return new Answer(answer.getResultsList(), answer.getPosition());
        });
  }

  /**
   * Sends codes and links, touches, and orders with what happened to them.
   *
   * @throws IllegalStateException if an item is refused
   */
  void sendSales(DemoWorld world) {
    sendCodesAndLinks(world);
    batches.send(
        "touches",
        world.touches(),
        items -> {
          var answer =
              peers
                  .touches()
                  .recordTouches(RecordTouchesRequest.newBuilder().addAllTouches(items).build());
          return new Answer(answer.getResultsList(), answer.getPosition());
        });
    sendRefunds("refunds, early", world.refundsFirst());
    sendOrders(world);
    sendRefunds("refunds", world.refunds());
  }

  private void sendCatalog(DemoWorld world) {
    batches.send(
        "campaigns",
        world.campaigns().stream()
            .map(it -> PutCampaign.newBuilder().setCampaign(it).build())
            .toList(),
        items -> {
          var answer =
              peers
                  .catalog()
                  .putCampaigns(PutCampaignsRequest.newBuilder().addAllItems(items).build());
          return catalogAnswer(answer.getResultsList(), answer.getPosition());
        });
    batches.send(
        "creators",
        world.creators().stream()
            .map(it -> PutCreator.newBuilder().setCreator(it).build())
            .toList(),
        items -> {
          var answer =
              peers
                  .catalog()
                  .putCreators(PutCreatorsRequest.newBuilder().addAllItems(items).build());
          return catalogAnswer(answer.getResultsList(), answer.getPosition());
        });
    batches.send(
        "collaborations",
        world.collaborations().stream()
            .map(it -> PutCollaboration.newBuilder().setCollaboration(it).build())
            .toList(),
        items -> {
          var answer =
              peers
                  .catalog()
                  .putCollaborations(
                      PutCollaborationsRequest.newBuilder().addAllItems(items).build());
          return catalogAnswer(answer.getResultsList(), answer.getPosition());
        });
    batches.send(
        "posts",
        world.posts().stream().map(it -> PutPost.newBuilder().setPost(it).build()).toList(),
        items -> {
          var answer =
              peers.catalog().putPosts(PutPostsRequest.newBuilder().addAllItems(items).build());
          return catalogAnswer(answer.getResultsList(), answer.getPosition());
        });
  }

  private void sendCodesAndLinks(DemoWorld world) {
    batches.send(
        "storefronts",
        world.storefronts(),
        items -> {
          var answer =
              peers
                  .conversions()
                  .putStorefronts(
                      PutStorefrontsRequest.newBuilder().addAllStorefronts(items).build());
          return new Answer(answer.getResultsList(), "");
        });
    batches.send(
        "promo codes",
        world.codes(),
        items -> {
          var answer =
              peers
                  .promoCodes()
                  .createPromoCodes(
                      CreatePromoCodesRequest.newBuilder().addAllPromoCodes(items).build());
          return new Answer(answer.getResultsList(), answer.getPosition());
        });
    batches.send(
        "tracking links",
        world.links(),
        items -> {
          var answer =
              peers.links().createLinks(CreateLinksRequest.newBuilder().addAllLinks(items).build());
          return new Answer(
              answer.getResultsList().stream().map(LinkResult::getVerdict).toList(),
              answer.getPosition());
        });
  }

  private void sendOrders(DemoWorld world) {
    batches.send(
        "orders",
        world.conversions(),
        items -> {
          var answer =
              peers
                  .conversions()
                  .recordConversions(
                      RecordConversionsRequest.newBuilder().addAllConversions(items).build());
          return new Answer(
              answer.getResultsList().stream().map(ConversionResult::getVerdict).toList(),
              answer.getPosition());
        });
    batches.send(
        "amendments",
        world.amendments(),
        items -> {
          var answer =
              peers
                  .conversions()
                  .recordAmendments(
                      RecordAmendmentsRequest.newBuilder().addAllAmendments(items).build());
          return new Answer(
              answer.getResultsList().stream().map(AmendmentResult::getVerdict).toList(),
              answer.getPosition());
        });
  }

  private void sendRefunds(String label, List<Refund> refunds) {
    batches.send(
        label,
        refunds,
        items -> {
          var answer =
              peers
                  .conversions()
                  .recordRefunds(RecordRefundsRequest.newBuilder().addAllRefunds(items).build());
          return new Answer(
              answer.getResultsList().stream().map(RefundResult::getVerdict).toList(),
              answer.getPosition());
        });
  }

  private static Answer catalogAnswer(List<CatalogResult> results, String position) {
    return new Answer(results.stream().map(CatalogResult::getVerdict).toList(), position);
  }
}
