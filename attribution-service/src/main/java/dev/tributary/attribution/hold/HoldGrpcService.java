package dev.tributary.attribution.hold;

import static dev.tributary.runtime.server.Replies.reply;

import dev.tributary.attribution.request.Paging;
import dev.tributary.attribution.request.Requests;
import dev.tributary.attribution.request.TimeRange;
import dev.tributary.attribution.v1.HoldServiceGrpc;
import dev.tributary.attribution.v1.ListHoldsRequest;
import dev.tributary.attribution.v1.ListHoldsResponse;
import dev.tributary.attribution.v1.PlaceHoldsRequest;
import dev.tributary.attribution.v1.PlaceHoldsResponse;
import dev.tributary.attribution.v1.PutCreatorIdentitiesRequest;
import dev.tributary.attribution.v1.PutCreatorIdentitiesResponse;
import dev.tributary.attribution.v1.ReplayHoldsRequest;
import dev.tributary.attribution.v1.ReplayHoldsResponse;
import dev.tributary.attribution.v1.ResolveHoldsRequest;
import dev.tributary.attribution.v1.ResolveHoldsResponse;
import dev.tributary.runtime.api.Batches;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ParsedBatch;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.feed.Freshness;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Scope;
import dev.tributary.type.v1.AsOf;
import dev.tributary.type.v1.Verdict;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;

/** The calls about holds. */
public final class HoldGrpcService extends HoldServiceGrpc.HoldServiceImplBase {
  private final HoldDesk desk;
  private final HoldReplay replay;
  private final CreatorIdentities identities;
  private final PersonHasher hasher;
  private final Freshness settled;

  /**
   * The calls of one database.
   *
   * @param hasher hides persons before anything else sees them
   * @param settled how far the settler has come
   */
  public HoldGrpcService(
      HoldDesk desk,
      HoldReplay replay,
      CreatorIdentities identities,
      PersonHasher hasher,
      Freshness settled) {
    this.desk = desk;
    this.replay = replay;
    this.identities = identities;
    this.hasher = hasher;
    this.settled = settled;
  }

  @Override
  public void listHolds(ListHoldsRequest request, StreamObserver<ListHoldsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    HoldFilter filter =
        Requests.field(() -> HoldRequestProtos.parse("filter", request.getFilter()));
    Paging paging = Paging.of(request, HoldPaging.KEY_PARTS);
    Optional<HoldPlace> after = HoldPaging.after(paging);
    settled.serve(
        Requests.positions(request.getAtLeastList()),
        out,
        () -> {
          List<AsOf> asOf = settled.asOf();
          List<ListedHold> rows = desk.page(caller.workspace(), filter, after, paging.limit());
          return ListHoldsResponse.newBuilder()
              .addAllHolds(paging.items(rows).stream().map(HoldProtos::toProto).toList())
              .setNextPageToken(paging.nextToken(rows, HoldPaging::key))
              .addAllAsOf(asOf)
              .build();
        });
  }

  @Override
  public void placeHolds(PlaceHoldsRequest request, StreamObserver<PlaceHoldsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    HoldTask task = Requests.field(() -> HoldRequestProtos.parse(request));
    HoldDesk.Done done = desk.run(caller.workspace(), task);
    reply(
        out,
        PlaceHoldsResponse.newBuilder()
            .setOutcome(OutcomeProtos.toProto(done.outcome()))
            .setPosition(done.position().encode())
            .build());
  }

  @Override
  public void resolveHolds(ResolveHoldsRequest request, StreamObserver<ResolveHoldsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    HoldTask task = Requests.field(() -> HoldRequestProtos.parse(request));
    HoldDesk.Done done = desk.run(caller.workspace(), task);
    reply(
        out,
        ResolveHoldsResponse.newBuilder()
            .setOutcome(OutcomeProtos.toProto(done.outcome()))
            .setPosition(done.position().encode())
            .build());
  }

  @Override
  public void replayHolds(ReplayHoldsRequest request, StreamObserver<ReplayHoldsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    TimeRange range =
        Requests.field(
            () ->
                HoldRequestProtos.range(
                    "time_range", request.hasTimeRange(), request.getTimeRange()));
    Optional<String> storefrontId =
        Requests.field(() -> Fields.optionalId("storefront_id", request.getStorefrontId()));
    HoldReplay.Replayed replayed =
        replay.run(caller.workspace(), storefrontId, range, request.getValidateOnly());
    reply(out, HoldProtos.toProto(replayed, replayed.position().encode()));
  }

  @Override
  public void putCreatorIdentities(
      PutCreatorIdentitiesRequest request, StreamObserver<PutCreatorIdentitiesResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    Batches.check("creators", request.getCreatorsCount());
    IdentityProtos protos = new IdentityProtos(caller.workspace(), hasher);
    ParsedBatch<CreatorIdentities.Named> batch =
        ParsedBatch.of(request.getCreatorsList(), protos::parse);
    List<Verdict> verdicts = identities.put(caller.workspace(), batch.accepted());
    reply(
        out,
        PutCreatorIdentitiesResponse.newBuilder()
            .addAllResults(batch.results(verdicts, Verdicts::rejected))
            .build());
  }
}
