package dev.tributary.attribution.link;

import static dev.tributary.runtime.server.Replies.reply;

import dev.tributary.attribution.batch.Recording;
import dev.tributary.attribution.request.Paging;
import dev.tributary.attribution.request.Requests;
import dev.tributary.attribution.v1.CreateLinksRequest;
import dev.tributary.attribution.v1.CreateLinksResponse;
import dev.tributary.attribution.v1.GetLinkRequest;
import dev.tributary.attribution.v1.GetLinkResponse;
import dev.tributary.attribution.v1.LinkResult;
import dev.tributary.attribution.v1.LinkServiceGrpc;
import dev.tributary.attribution.v1.ListLinksRequest;
import dev.tributary.attribution.v1.ListLinksResponse;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Batches;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ParsedBatch;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Scope;
import dev.tributary.type.v1.Verdict;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The calls about links. */
public final class LinkGrpcService extends LinkServiceGrpc.LinkServiceImplBase {
  private final Links links;
  private final LinkLog log;

  /** The calls of one database. */
  public LinkGrpcService(Links links, LinkLog log) {
    this.links = links;
    this.log = log;
  }

  @Override
  public void createLinks(CreateLinksRequest request, StreamObserver<CreateLinksResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    Batches.check("links", request.getLinksCount());
    ParsedBatch<NewLink> batch = ParsedBatch.of(request.getLinksList(), LinkProtos::parse);
    Recording recording = log.create(caller.workspace(), batch.accepted());
    List<LinkResult> answers =
        IntStream.range(0, batch.accepted().size())
            .mapToObj(i -> result(batch.accepted().get(i), recording.verdicts().get(i)))
            .toList();
    reply(
        out,
        CreateLinksResponse.newBuilder()
            .addAllResults(
                batch.results(
                    answers,
                    refusal ->
                        LinkResult.newBuilder().setVerdict(Verdicts.rejected(refusal)).build()))
            .setPosition(recording.position())
            .build());
  }

  @Override
  public void getLink(GetLinkRequest request, StreamObserver<GetLinkResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    String linkId = Requests.field(() -> Fields.id("link_id", request.getLinkId()));
    Link link =
        links
            .find(caller.workspace(), linkId)
            .orElseThrow(() -> ApiException.notFound("link", linkId));
    reply(out, GetLinkResponse.newBuilder().setLink(LinkProtos.toProto(link)).build());
  }

  @Override
  public void listLinks(ListLinksRequest request, StreamObserver<ListLinksResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    Optional<String> collaborationId =
        Requests.field(() -> Fields.optionalId("collaboration_id", request.getCollaborationId()));
    Paging paging = Paging.of(request, 1);
    List<Link> rows =
        links.page(caller.workspace(), collaborationId, paging.afterId(), paging.limit());
    reply(
        out,
        ListLinksResponse.newBuilder()
            .addAllLinks(paging.items(rows).stream().map(LinkProtos::toProto).toList())
            .setNextPageToken(paging.nextToken(rows, link -> List.of(link.linkId())))
            .build());
  }

  private static LinkResult result(NewLink link, Verdict verdict) {
    LinkResult.Builder result = LinkResult.newBuilder().setVerdict(verdict);
    if (!verdict.hasRejection()) {
      result.setTrackingUrl(TrackingUrl.of(link.destinationUrl(), link.utm(), link.linkId()));
    }
    return result.build();
  }
}
