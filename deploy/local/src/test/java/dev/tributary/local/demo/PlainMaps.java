package dev.tributary.local.demo;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchType;
import dev.tributary.attribution.v1.TouchValidity;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.local.demo.world.DemoWorld;
import dev.tributary.type.v1.ContentFormat;
import dev.tributary.type.v1.Platform;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The demo's figures computed a second time, from its events alone, with maps and loops. It shares
 * no code with the services, so that both can only agree by being right.
 */
final class PlainMaps {
  private static final long LOOKBACK_SECONDS = 30L * 24 * 3600;
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

  /** Net sales by the key {@code source currency}, for example "CODE EUR". */
  final Map<String, Long> grossBySource = new TreeMap<>();

  final Map<String, Long> refundedBySource = new TreeMap<>();

  /** Net revenue by creator in euros, converted order by order. */
  final Map<String, Long> revenueByCreator = new TreeMap<>();

  final Map<String, Long> conversionsByCreator = new TreeMap<>();
  final Map<String, Long> clicksByCreator = new TreeMap<>();
  final Map<String, Long> impressionsByCampaign = new TreeMap<>();
  final Map<String, Long> engagementsByCampaign = new TreeMap<>();
  final Map<String, Long> costByCampaign = new TreeMap<>();

  private final DemoWorld world;
  private final Map<String, Link> links = new HashMap<>();
  private final Map<String, String> creatorByUtm = new HashMap<>();
  private final Map<String, String> creatorByCode = new HashMap<>();
  private final Map<String, String> campaignByCollaboration = new HashMap<>();
  private final Map<LocalDate, Long> kronorNanos = new HashMap<>();

  PlainMaps(DemoWorld world) {
    this.world = world;
    for (Link link : world.links()) {
      links.put(link.getLinkId(), link);
      creatorByUtm.put(
          link.getUtm().getSource() + "/" + link.getUtm().getContent(),
          link.getOwner().getCreatorId());
    }
    for (PromoCode code : world.codes()) {
      if (code.hasOwner()) {
        creatorByCode.put(
            code.getStorefrontId() + "/" + key(code.getCode()), code.getOwner().getCreatorId());
      }
    }
    for (Collaboration collaboration : world.collaborations()) {
      campaignByCollaboration.put(
          collaboration.getCollaborationId(), collaboration.getCampaignId());
    }
    for (Observation observation : world.observations()) {
      if (observation.hasExchangeRate()) {
        kronorNanos.put(
            LocalDate.parse(observation.getExchangeRate().getDate()),
            observation.getExchangeRate().getRateNanos());
      }
    }
    addPosts();
    addCosts();
    addClicks();
    addOrders();
  }

  private void addPosts() {
    Map<String, Observation> newest = new HashMap<>();
    for (Observation observation : world.observations()) {
      if (observation.hasPostCounters()) {
        newest.merge(
            observation.getPostCounters().getPostId(),
            observation,
            (held, next) -> seconds(next) >= seconds(held) ? next : held);
      }
    }
    for (Post post : world.posts()) {
      String campaign = campaignByCollaboration.get(post.getCollaborationId());
      Observation last = newest.get(post.getPostId());
      if (last != null) {
        Map<String, Long> counts = new HashMap<>();
        for (Counter counter : last.getPostCounters().getCountersList()) {
          if (counter.hasCount()) {
            counts.put(counter.getMetric(), counter.getCount());
          }
        }
        impressionsByCampaign.merge(campaign, counts.getOrDefault("impressions", 0L), Long::sum);
        for (String action : actions(post)) {
          engagementsByCampaign.merge(campaign, counts.getOrDefault(action, 0L), Long::sum);
        }
      }
    }
  }

  private static List<String> actions(Post post) {
    if (post.getFormat() == ContentFormat.CONTENT_FORMAT_STORY) {
      return List.of("comments", "shares");
    }
    if (post.getPlatform() == Platform.PLATFORM_YOUTUBE) {
      return List.of("likes", "comments");
    }
    return post.getPlatform() == Platform.PLATFORM_INSTAGRAM
        ? List.of("likes", "comments", "shares", "saves")
        : List.of("likes", "comments", "shares");
  }

  private void addCosts() {
    for (Observation observation : world.observations()) {
      if (observation.hasCost()) {
        String campaign = campaignByCollaboration.get(observation.getCost().getCollaborationId());
        long minor =
            euros(
                observation.getCost().getAmount().getCurrencyCode(),
                observation.getCost().getAmount().getMinorUnits(),
                Instant.ofEpochSecond(seconds(observation)),
                zone(campaign));
        costByCampaign.merge(campaign, minor, Long::sum);
      }
    }
  }

  private void addClicks() {
    for (Touch touch : world.touches()) {
      if (touch.getType() == TouchType.TOUCH_TYPE_CLICK && isPerson(touch)) {
        clicksByCreator.merge(
            links.get(touch.getLinkId()).getOwner().getCreatorId(), 1L, Long::sum);
      }
    }
  }

  private void addOrders() {
    Map<String, List<Touch>> byVisitor = new HashMap<>();
    Map<String, Touch> byId = new HashMap<>();
    for (Touch touch : world.touches()) {
      byVisitor.computeIfAbsent(touch.getVisitorId(), first -> new ArrayList<>()).add(touch);
      byId.put(touch.getTouchId(), touch);
    }
    for (Conversion order : world.conversions()) {
      if (!order.getTest()) {
        List<Touch> path = new ArrayList<>(byVisitor.getOrDefault(order.getVisitorId(), List.of()));
        Optional.ofNullable(byId.get(order.getClickId())).ifPresent(path::add);
        addOrder(order, path);
      }
    }
  }

  private void addOrder(Conversion order, List<Touch> path) {
    Optional<String> byCode =
        order.getCodesList().stream()
            .map(CodeUse::getCode)
            .map(code -> creatorByCode.get(order.getStorefrontId() + "/" + key(code)))
            .flatMap(Stream::ofNullable)
            .findFirst();
    Optional<String> creator = byCode.or(() -> lastTouch(order, path));
    boolean nordic = order.getStorefrontId().equals("nordic");
    String source =
        (byCode.isPresent() ? "CODE" : creator.isPresent() ? "LINK" : "UNATTRIBUTED")
            + (nordic ? " SEK" : " EUR");
    long gross = gross(order, nordic);
    Optional<Refund> refund =
        Stream.concat(world.refundsFirst().stream(), world.refunds().stream())
            .filter(given -> given.getOrderId().equals(order.getOrderId()))
            .findFirst();
    boolean cancelled =
        refund.filter(given -> given.getKind() == RefundKind.REFUND_KIND_CANCEL).isPresent();
    long refunded =
        cancelled
            ? gross
            : refund
                .map(
                    given ->
                        given.getComponents().getItemsMinor()
                            - given.getComponents().getDiscountMinor()
                            - (nordic ? 0 : given.getComponents().getTaxMinor()))
                .orElse(0L);
    grossBySource.merge(source, gross, Long::sum);
    refundedBySource.merge(source, refunded, Long::sum);
    creator.ifPresent(
        id -> {
          conversionsByCreator.merge(id, cancelled ? 0L : 1L, Long::sum);
          revenueByCreator.merge(
              id,
              euros(
                  nordic ? "SEK" : "EUR",
                  gross - refunded,
                  Instant.ofEpochSecond(order.getConversionTime().getSeconds()),
                  zone(campaignOf(id))),
              Long::sum);
        });
  }

  private long gross(Conversion order, boolean nordic) {
    long base =
        order.getComponents().getItemsMinor()
            - order.getComponents().getDiscountMinor()
            - (nordic ? 0 : order.getComponents().getTaxMinor());
    for (Amendment amendment : world.amendments()) {
      if (amendment.getOrderId().equals(order.getOrderId())) {
        base +=
            amendment.getChanges().getItemsMinor()
                - amendment.getChanges().getDiscountMinor()
                - (nordic ? 0 : amendment.getChanges().getTaxMinor());
      }
    }
    return base;
  }

  private Optional<String> lastTouch(Conversion order, List<Touch> path) {
    long orderMicros = micros(order.getConversionTime());
    return path.stream()
        .filter(PlainMaps::isPerson)
        .filter(touch -> micros(touch.getEventTime()) <= orderMicros)
        .filter(
            touch -> orderMicros - micros(touch.getEventTime()) <= LOOKBACK_SECONDS * 1_000_000L)
        .max(Comparator.comparingLong(touch -> micros(touch.getEventTime())))
        .map(this::creatorOf);
  }

  private String creatorOf(Touch touch) {
    return touch.getLinkId().isEmpty()
        ? creatorByUtm.get(touch.getUtm().getSource() + "/" + touch.getUtm().getContent())
        : links.get(touch.getLinkId()).getOwner().getCreatorId();
  }

  private String campaignOf(String creatorId) {
    return world.collaborations().stream()
        .filter(collaboration -> collaboration.getCreatorId().equals(creatorId))
        .map(Collaboration::getCampaignId)
        .findFirst()
        .orElseThrow();
  }

  private long euros(String currency, long minor, Instant time, ZoneId zone) {
    if (currency.equals("EUR")) {
      return minor;
    }
    long nanos = kronorNanos.get(time.atZone(zone).toLocalDate());
    return BigDecimal.valueOf(minor)
        .multiply(NANOS)
        .divide(BigDecimal.valueOf(nanos), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  private static ZoneId zone(String campaign) {
    return ZoneId.of(campaign.equals("night-run") ? "Europe/Stockholm" : "Europe/Berlin");
  }

  private static boolean isPerson(Touch touch) {
    return touch.getValidity() == TouchValidity.TOUCH_VALIDITY_UNSPECIFIED && !touch.getTest();
  }

  private static String key(String code) {
    return code.strip().toLowerCase(Locale.ROOT);
  }

  private static long seconds(Observation observation) {
    return observation.getObservedTime().getSeconds();
  }

  private static long micros(com.google.protobuf.Timestamp time) {
    return time.getSeconds() * 1_000_000L + time.getNanos() / 1_000;
  }
}
