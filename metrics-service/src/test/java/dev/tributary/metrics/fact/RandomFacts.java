package dev.tributary.metrics.fact;

import dev.tributary.runtime.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Facts as life has them: collaborations nobody catalogued, posts of nobody, hidden and late
 * numbers, corrections, two currencies, days without a rate.
 */
public final class RandomFacts {
  /** Everything happens within 60 days from here. */
  public static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

  private static final int DAYS = 60;
  private static final List<String> METRICS =
      List.of("impressions", "reach", "video_views", "likes", "comments", "shares", "saves");
  private static final List<String> CURRENCIES = List.of("EUR", "SEK");

  private final RandomGenerator random;

  public RandomFacts(RandomGenerator random) {
    this.random = random;
  }

  /** Facts of up to three campaigns. */
  public Facts draw() {
    List<String> campaignIds = List.of("spring", "summer", "autumn");
    List<CollaborationFact> collaborations =
        upTo(8).mapToObj(i -> collaboration("c" + i, oneOf(campaignIds))).toList();
    List<String> ids = collaborations.stream().map(CollaborationFact::collaborationId).toList();
    List<AccountKey> accounts = upTo(3).mapToObj(RandomFacts::account).toList();
    return new Facts(
        campaignIds.subList(0, 2).stream().map(id -> campaign(id, accounts)).toList(),
        Set.of("anna", "bo"),
        collaborations,
        upTo(20).mapToObj(i -> post("p" + i, ids)).toList(),
        ids.isEmpty() ? List.of() : upTo(10).mapToObj(i -> clicks(oneOf(ids))).toList(),
        ids.isEmpty() ? List.of() : upTo(15).mapToObj(i -> credit(oneOf(ids))).toList(),
        upTo(10).mapToObj(i -> cost("k" + i, ids, campaignIds)).toList(),
        accounts.stream().map(key -> new AccountFact(key, timeline("followers"))).toList(),
        Rates.of(upTo(20).mapToObj(this::rate).toList()),
        List.of());
  }

  /** The same facts in another order. */
  public Facts shuffled(Facts facts) {
    return new Facts(
        shuffled(facts.campaigns()),
        facts.creatorIds(),
        shuffled(facts.collaborations()),
        shuffled(facts.posts().stream().map(this::shuffled).toList()),
        shuffled(facts.clicks()),
        shuffled(facts.credits()),
        shuffled(facts.costs()),
        shuffled(facts.accounts()),
        facts.rates(),
        shuffled(facts.unknownMetrics()));
  }

  private PostFact shuffled(PostFact post) {
    Map<String, Timeline> timelines =
        post.timelines().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry ->
                        Timeline.of(
                            shuffled(entry.getValue().lifetime()),
                            shuffled(entry.getValue().days()))));
    return new PostFact(
        post.postId(),
        post.collaborationId(),
        post.platform(),
        post.format(),
        post.publishTime(),
        post.expireTime(),
        post.removalTime(),
        post.followerCount(),
        timelines);
  }

  private <T> List<T> shuffled(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, new Random(random.nextLong()));
    return copy;
  }

  private CampaignFact campaign(String id, List<AccountKey> accounts) {
    return new CampaignFact(
        id,
        LocalDate.parse("2026-05-01"),
        LocalDate.parse("2026-06-15"),
        ZoneId.of("Europe/Stockholm"),
        "EUR",
        accounts.stream().filter(account -> random.nextBoolean()).toList());
  }

  private CollaborationFact collaboration(String id, String campaignId) {
    boolean isNamed = chance(90);
    return new CollaborationFact(
        id,
        isNamed ? Optional.of(campaignId) : Optional.empty(),
        isNamed ? Optional.of(oneOf(List.of("anna", "bo", "cem"))) : Optional.empty(),
        isNamed,
        chance(80));
  }

  private PostFact post(String id, List<String> collaborationIds) {
    Map<String, Timeline> timelines = new HashMap<>();
    METRICS.stream()
        .filter(metric -> chance(80))
        .forEach(metric -> timelines.put(metric, timeline(metric)));
    return new PostFact(
        id,
        collaborationIds.isEmpty() || chance(15)
            ? Optional.empty()
            : Optional.of(oneOf(collaborationIds)),
        oneOf(List.of(Platform.INSTAGRAM, Platform.TIKTOK, Platform.YOUTUBE, Platform.FACEBOOK)),
        oneOf(List.of(ContentFormat.values())),
        chance(90) ? Optional.of(time()) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        chance(70) ? OptionalLong.of(random.nextLong(2_000_000)) : OptionalLong.empty(),
        timelines);
  }

  /** Usually rising, sometimes corrected, sometimes without a number, sometimes by day. */
  private Timeline timeline(String metric) {
    List<Reading> lifetime = upTo(8).mapToObj(i -> reading(metric, i * 100L)).toList();
    List<DailyReading> days =
        chance(15)
            ? upTo(10)
                .mapToObj(
                    i ->
                        new DailyReading(
                            LocalDate.parse("2026-05-03").plusDays(i * 3L),
                            ZoneId.of("America/Los_Angeles"),
                            reading(metric, 0)))
                .toList()
            : List.of();
    return Timeline.of(lifetime, days);
  }

  private Reading reading(String metric, long least) {
    ReadingState state = chance(90) ? ReadingState.VALUE : oneOf(List.of(ReadingState.values()));
    long count = state == ReadingState.VALUE ? least + random.nextLong(150) : 0;
    Source source = new Source(oneOf(List.of(ProvenanceClass.values())), "system");
    return new Reading(time(), state, count, source, metric + ".v1", random.nextLong(1_000));
  }

  private ClickFact clicks(String collaborationId) {
    return new ClickFact(collaborationId, time(), 1 + random.nextLong(50));
  }

  private CreditFact credit(String collaborationId) {
    boolean isPurchase = chance(85);
    return new CreditFact(
        collaborationId,
        time(),
        oneOf(List.of(CreditSource.values())),
        isPurchase ? ConversionGoal.PURCHASE : ConversionGoal.LEAD,
        isPurchase ? oneOf(List.of(CustomerNovelty.values())) : CustomerNovelty.NOT_ASKED,
        chance(80) ? 1_000_000 : random.nextLong(1_000_001),
        isPurchase ? Optional.of(money()) : Optional.empty());
  }

  private CostFact cost(String id, List<String> collaborationIds, List<String> campaignIds) {
    boolean isOverhead = collaborationIds.isEmpty() || chance(20);
    return new CostFact(
        id,
        isOverhead ? Optional.empty() : Optional.of(oneOf(collaborationIds)),
        isOverhead ? Optional.of(oneOf(campaignIds)) : Optional.empty(),
        time(),
        money(),
        new Source(ProvenanceClass.MANUAL, "books"));
  }

  private ExchangeRate rate(int day) {
    LocalDate date = LocalDate.parse("2026-05-01").plusDays(2L * day);
    return new ExchangeRate("EUR", "SEK", date, 10_000_000_000L + random.nextLong(2_000_000_000L));
  }

  private Money money() {
    return new Money(oneOf(CURRENCIES), random.nextLong(100_000));
  }

  private static AccountKey account(int i) {
    return new AccountKey(Platform.INSTAGRAM, "brand" + i);
  }

  private Instant time() {
    return START.plus(Duration.ofMinutes(random.nextLong(DAYS * 24L * 60)));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private IntStream upTo(int count) {
    return IntStream.range(0, random.nextInt(count + 1));
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
