package dev.tributary.reporting.sample;

import static dev.tributary.type.v1.Platform.PLATFORM_INSTAGRAM;
import static dev.tributary.type.v1.Platform.PLATFORM_TIKTOK;
import static dev.tributary.type.v1.Platform.PLATFORM_YOUTUBE;

import dev.tributary.ingestion.v1.Annotation;
import dev.tributary.ingestion.v1.AnnotationKind;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.KpiTarget;
import dev.tributary.metrics.v1.DataFault;
import dev.tributary.metrics.v1.DataFaultKind;
import dev.tributary.metrics.v1.GroupKey;
import dev.tributary.metrics.v1.KpiRow;
import dev.tributary.metrics.v1.KpiValue;
import dev.tributary.metrics.v1.ListDataFaultsResponse;
import dev.tributary.metrics.v1.SeriesPoint;
import dev.tributary.reporting.campaign.ObjectivePreset;
import dev.tributary.reporting.figure.Values;
import dev.tributary.reporting.peer.CampaignAnswers;
import dev.tributary.reporting.peer.KpiAnswer;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.AsOf;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.Objective;
import dev.tributary.type.v1.Platform;
import dev.tributary.type.v1.ValueState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A campaign of fourteen creators, five weeks after its start, with everything that can go wrong.
 */
public final class SampleCampaign {
  /** When its report is created. */
  public static final Instant CREATED = Instant.parse("2026-05-10T12:30:15.123456Z");

  /** Its id. */
  public static final String ID = "spring-serum";

  private static final LocalDate START = LocalDate.of(2026, 4, 6);
  private static final int DAYS = 35;
  private static final List<Platform> PLATFORMS =
      List.of(PLATFORM_INSTAGRAM, PLATFORM_TIKTOK, PLATFORM_YOUTUBE);

  private final Objective objective;
  private final List<PostsOf> posts = new ArrayList<>();
  private final List<Deal> deals = new ArrayList<>();

  private SampleCampaign(Objective objective) {
    this.objective = objective;
    for (int i = 0; i < SampleCatalog.NAMES.size(); i++) {
      addCreator(i);
    }
  }

  /** The answers on the campaign with another objective. */
  public static CampaignAnswers answers(Objective objective) {
    return new SampleCampaign(objective).answered();
  }

  /** The answers on the campaign as it is: to sell. */
  public static CampaignAnswers answers() {
    return answers(Objective.OBJECTIVE_SALES);
  }

  /** What the engine would answer by creator, platforms together. */
  public static MeasuredValue ofCreator(String creatorId, String kpiId) {
    SampleCampaign campaign = new SampleCampaign(Objective.OBJECTIVE_SALES);
    return new SampleEngine(
            campaign.posts.stream().filter(p -> p.creatorId().equals(creatorId)).toList(),
            campaign.deals.stream().filter(d -> d.creatorId().equals(creatorId)).toList(),
            campaign.posts)
        .value(SampleKpi.of(kpiId));
  }

  /** Every third creator is on two platforms; two told no cost; one post has no counters. */
  private void addCreator(int i) {
    String creatorId = SampleCatalog.creatorId(i);
    Platform first = PLATFORMS.get(i % PLATFORMS.size());
    Platform second = PLATFORMS.get((i + 1) % PLATFORMS.size());
    boolean both = i % 3 == 1;
    posts.add(postsOf(creatorId, first, i, 4 + i % 3, i == 5 ? 1 : 0));
    if (both) {
      posts.add(postsOf(creatorId, second, i + 20, 2, 0));
    }
    long clicks = 2_600 - 173L * i;
    long links = clicks / (34 + i);
    long codes = i % 4 == 0 ? 41 - i : 12;
    deals.add(
        new Deal(
            creatorId,
            both ? Platform.PLATFORM_UNSPECIFIED : first,
            clicks,
            links,
            codes,
            (links + codes) * (5_230 + 71L * i),
            i == 3 || i == 11 ? OptionalLong.empty() : OptionalLong.of(520_000 - 29_500L * i)));
  }

  private static PostsOf postsOf(
      String creatorId, Platform platform, int i, int count, int unknown) {
    long impressions = 48_300L * (count - unknown) + 3_117L * (37 - i);
    boolean youtube = platform == PLATFORM_YOUTUBE;
    return new PostsOf(
        creatorId,
        platform,
        count,
        count - unknown,
        impressions,
        youtube ? 0 : impressions * 2 / 7,
        youtube ? 0 : impressions * 6 / 7,
        impressions * (platform == PLATFORM_INSTAGRAM ? 3 : 9) / 10,
        impressions / (21 + i % 5),
        impressions / 410,
        impressions / 630,
        youtube ? 0 : impressions / 540);
  }

  private CampaignAnswers answered() {
    List<String> kpiIds =
        ObjectivePreset.of(objective).kpiIds(List.of("impressions")).stream()
            .filter(id -> SampleKpi.definitions().stream().anyMatch(k -> k.getKpiId().equals(id)))
            .toList();
    return new CampaignAnswers(
        campaign(),
        SampleCatalog.collaborations(),
        SampleCatalog.creators(),
        SampleCatalog.posts(posts),
        SampleKpi.definitions(),
        new KpiAnswer(
            kpiIds,
            rows(kpiIds),
            Optional.of(row(GroupKey.getDefaultInstance(), posts, deals, kpiIds)),
            "NET_SALES",
            "EUR",
            List.of(asOf("ingestion", 14), asOf("attribution", 15))),
        series(),
        faults(),
        SampleLedger.ofCampaign(deals),
        SampleLedger.ofDays(deals));
  }

  private List<KpiRow> rows(List<String> kpiIds) {
    var keys = new TreeSet<List<String>>(SampleCampaign::compare);
    Stream.concat(
            posts.stream().map(p -> List.of(p.creatorId(), p.platform().name())),
            deals.stream().map(d -> List.of(d.creatorId(), d.platform().name())))
        .forEach(keys::add);
    return keys.stream().map(key -> row(key.get(0), Platform.valueOf(key.get(1)), kpiIds)).toList();
  }

  private KpiRow row(String creatorId, Platform platform, List<String> kpiIds) {
    return row(
        GroupKey.newBuilder().setCreatorId(creatorId).setPlatform(platform).build(),
        posts.stream()
            .filter(p -> p.creatorId().equals(creatorId) && p.platform() == platform)
            .toList(),
        deals.stream()
            .filter(d -> d.creatorId().equals(creatorId) && d.platform() == platform)
            .toList(),
        kpiIds);
  }

  private KpiRow row(GroupKey key, List<PostsOf> some, List<Deal> sold, List<String> kpiIds) {
    var engine = new SampleEngine(some, sold, posts);
    KpiRow.Builder row = KpiRow.newBuilder().setKey(key);
    kpiIds.forEach(
        id ->
            row.addValues(
                KpiValue.newBuilder().setKpiId(id).setValue(engine.value(SampleKpi.of(id)))));
    return row.build();
  }

  private static int compare(List<String> one, List<String> other) {
    int byCreator = one.get(0).compareTo(other.get(0));
    return byCreator != 0 ? byCreator : one.get(1).compareTo(other.get(1));
  }

  private Campaign campaign() {
    return Campaign.newBuilder()
        .setCampaignId(ID)
        .setDisplayName("Spring serum launch")
        .setObjective(objective)
        .setStartDate(START.toString())
        .setEndDate("2026-05-17")
        .setTimeZone("Europe/Stockholm")
        .setCurrencyCode("EUR")
        .setBudgetMinor(5_000_000)
        .addTargets(target("revenue").setMoney(euro(4_500_000)))
        .addTargets(target("roas").setRatioMillionths(1_250_000))
        .addTargets(target("cpa").setMoney(euro(4_000)))
        .addTargets(target("ctr").setRatioMillionths(8_000))
        .addTargets(target("impressions").setCount(4_000_000))
        .addTargets(target("emv").setMoney(euro(9_000_000)))
        .addAnnotations(
            annotation(
                "2026-04-08T08:00:00Z", AnnotationKind.ANNOTATION_KIND_LAUNCH, "Serum in the shop"))
        .addAnnotations(
            annotation(
                "2026-04-21T17:30:00Z",
                AnnotationKind.ANNOTATION_KIND_PRESS,
                "Feature in Vogue Scandinavia"))
        .addAnnotations(
            annotation(
                "2026-04-22T06:00:00Z",
                AnnotationKind.ANNOTATION_KIND_SHOP,
                "30 ml sold out for two days"))
        .build();
  }

  private static KpiTarget.Builder target(String kpiId) {
    return KpiTarget.newBuilder().setKpiId(kpiId);
  }

  private static Money euro(long minor) {
    return Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(minor).build();
  }

  private static Annotation annotation(String time, AnnotationKind kind, String text) {
    return Annotation.newBuilder()
        .setTime(ProtoTimes.toProto(Instant.parse(time)))
        .setKind(kind)
        .setText(text)
        .build();
  }

  /** Launch, press, and two days without a number. */
  private List<SeriesPoint> series() {
    List<SeriesPoint> points = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      long wave = 60_000L + 9_000L * (day * 7 % 5) - 1_100L * day;
      long level = day == 3 ? wave * 3 : day == 16 ? wave * 4 : day < 2 ? 0 : wave;
      MeasuredValue value =
          switch (day) {
            case 25, 26 ->
                MeasuredValue.newBuilder()
                    .setState(ValueState.VALUE_STATE_NOT_COLLECTED)
                    .setReason("no snapshot")
                    .build();
            default ->
                objective == Objective.OBJECTIVE_SALES
                    ? Values.money("EUR", level)
                    : Values.count(level);
          };
      points.add(
          SeriesPoint.newBuilder()
              .setDate(START.plusDays(day).toString())
              .addValues(
                  KpiValue.newBuilder()
                      .setKpiId(ObjectivePreset.of(objective).main())
                      .setValue(value))
              .build());
    }
    return points;
  }

  private static ListDataFaultsResponse faults() {
    return ListDataFaultsResponse.newBuilder()
        .addFaults(
            DataFault.newBuilder()
                .setKind(DataFaultKind.DATA_FAULT_KIND_REACH_ABOVE_IMPRESSIONS)
                .setPostId("post-0-1")
                .setMessage("reach 37,088 is above impressions 10,966"))
        .addFaults(
            DataFault.newBuilder()
                .setKind(DataFaultKind.DATA_FAULT_KIND_COUNTER_FELL)
                .setPostId("post-4-2")
                .setMetric("likes")
                .setMessage("likes fell from 4,512 to 4,380 between 2 May and 3 May 2026"))
        .setTotalCount(2)
        .build();
  }

  private static AsOf asOf(String feed, int second) {
    return AsOf.newBuilder()
        .setFeed(feed)
        .setPosition(feed + "-position")
        .setRecordTime(ProtoTimes.toProto(CREATED.minusSeconds(60 - second)))
        .build();
  }
}
