package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchType;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Visits that led to orders, as touches. They are found again by the order's customer where it has
 * one; the last is also the click that the checkout carried, so an order without a customer has it.
 *
 * @param visits from a second file
 */
record OrderVisits(VisitJoin visits) {
  /** The touches of an order: those of the second file, then that of its own landing page. */
  List<Touch> touches(Conversion.Builder order, CsvRow row) {
    List<Touch> touches = new ArrayList<>();
    for (VisitJoin.Visit visit : visits.of(order.getOrderId())) {
      touches.add(touch(order, visit));
    }
    Optional<LandingPage> own = row.get("landing_url").flatMap(LandingPage::parse);
    if (touches.isEmpty() && own.isPresent()) {
      // The shop does not tell when the page was opened: not after the order.
      touches.add(
          touch(
              order,
              new VisitJoin.Visit(ProtoTimes.toInstant(order.getConversionTime()), own.get())));
    }
    return touches;
  }

  private static Touch touch(Conversion.Builder order, VisitJoin.Visit visit) {
    LandingPage page = visit.page();
    Touch touch =
        Touch.newBuilder()
            .setType(
                page.linkId().isEmpty() ? TouchType.TOUCH_TYPE_VISIT : TouchType.TOUCH_TYPE_CLICK)
            .setEventTime(ProtoTimes.toProto(visit.time()))
            .setLinkId(page.linkId())
            .setUtm(page.utm())
            .setTest(order.getTest())
            .build();
    String shop = order.getStorefrontId().equals("main") ? "" : order.getStorefrontId();
    String id = Ids.shortHash(shop + "\n" + order.getOrderId()) + "-" + Ids.of(touch);
    return touch.toBuilder().setTouchId(id).setCustomerId(order.getCustomerId()).build();
  }
}
