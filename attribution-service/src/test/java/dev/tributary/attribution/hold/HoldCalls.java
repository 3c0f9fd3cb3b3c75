package dev.tributary.attribution.hold;

import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.CreatorIdentities;
import dev.tributary.attribution.v1.HoldFilter;
import dev.tributary.attribution.v1.HoldKey;
import dev.tributary.attribution.v1.HoldResolution;
import dev.tributary.attribution.v1.HoldServiceGrpc;
import dev.tributary.attribution.v1.HoldServiceGrpc.HoldServiceBlockingStub;
import dev.tributary.attribution.v1.ListHoldsRequest;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.attribution.v1.PlaceHoldsRequest;
import dev.tributary.attribution.v1.PutCreatorIdentitiesRequest;
import dev.tributary.attribution.v1.ResolveHoldsRequest;
import dev.tributary.type.v1.Verdict;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a test does about the holds of a shop. */
final class HoldCalls {
  private final Shop shop;
  private final HoldServiceBlockingStub stub;

  HoldCalls(TestAttribution service, Shop shop) {
    this.shop = shop;
    this.stub = HoldServiceGrpc.newBlockingStub(service.channel(shop.workspace()));
  }

  HoldServiceBlockingStub stub() {
    return stub.withDeadlineAfter(30, TimeUnit.SECONDS);
  }

  List<Verdict> shopsAs(CreatorIdentities.Builder... creators) {
    var request = PutCreatorIdentitiesRequest.newBuilder();
    List.of(creators).forEach(request::addCreators);
    return stub().putCreatorIdentities(request.build()).getResultsList();
  }

  /** All holds once the settler has seen everything that the shop has written. */
  List<OrderHold> all() {
    return listed(HoldFilter.getDefaultInstance());
  }

  List<OrderHold> listed(HoldFilter filter) {
    return stub()
        .listHolds(
            ListHoldsRequest.newBuilder()
                .setFilter(filter)
                .addAtLeast(shop.written().encode())
                .build())
        .getHoldsList();
  }

  static HoldKey order(String orderId) {
    return HoldKey.newBuilder().setOrderId(orderId).build();
  }

  static PlaceHoldsRequest.Builder place(String batchId, String... orderIds) {
    var request =
        PlaceHoldsRequest.newBuilder().setActor("ria").setReason("looks odd").setBatchId(batchId);
    List.of(orderIds).forEach(orderId -> request.addOrders(order(orderId)));
    return request;
  }

  static ResolveHoldsRequest.Builder resolve(
      HoldResolution resolution, String batchId, String... orderIds) {
    var request =
        ResolveHoldsRequest.newBuilder()
            .setResolution(resolution)
            .setActor("tom")
            .setReason("checked")
            .setBatchId(batchId);
    List.of(orderIds).forEach(orderId -> request.addHolds(order(orderId)));
    return request;
  }
}
