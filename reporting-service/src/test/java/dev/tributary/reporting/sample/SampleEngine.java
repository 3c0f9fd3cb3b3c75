package dev.tributary.reporting.sample;

import dev.tributary.type.v1.CountBounds;
import dev.tributary.type.v1.Coverage;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.ProvenanceClass;
import dev.tributary.type.v1.ProvenanceShare;
import dev.tributary.type.v1.Ratio;
import dev.tributary.type.v1.UnitMoney;
import dev.tributary.type.v1.ValueState;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Values of KPIs over posts and collaborations, by the rules of the metrics service but in plain
 * sums, so that a report's own arithmetic can be held against it.
 */
record SampleEngine(List<PostsOf> posts, List<Deal> deals, List<PostsOf> allPosts) {
  MeasuredValue value(SampleKpi kpi) {
    return switch (kpi) {
      case POSTS -> ofPosts(PostsOf::posts, p -> true);
      case IMPRESSIONS -> ofPosts(PostsOf::impressions, PostsOf::isComplete);
      case VIDEO_VIEWS -> ofPosts(PostsOf::videoViews, PostsOf::isComplete);
      case REACH -> reach();
      case FOLLOWER_GROWTH -> growth();
      case ENGAGEMENTS -> ofPosts(PostsOf::engagements, PostsOf::isComplete);
      case LIKES -> ofPosts(PostsOf::likes, PostsOf::isComplete);
      case COMMENTS -> ofPosts(PostsOf::comments, PostsOf::isComplete);
      case SHARES -> ofPosts(PostsOf::shares, PostsOf::isComplete);
      case SAVES -> ofPosts(PostsOf::saves, PostsOf::isComplete);
      case ER_IMPRESSIONS -> postRatio(PostsOf::engagements, PostsOf::impressions, p -> true);
      case ER_REACH -> postRatio(PostsOf::engagements, PostsOf::reachSum, p -> p.reachSum() > 0);
      case CPM -> perUnit(this::cost, this::impressions, 1_000, d -> paid(d) && seen(d));
      case CPE -> perUnit(this::cost, this::engagements, 1, d -> paid(d) && seen(d));
      case CLICKS -> ofDeals(Deal::clicks);
      case CTR -> dealRatio(Deal::clicks, this::impressions, this::seen);
      case CPC -> perUnit(this::cost, Deal::clicks, 1, this::paid);
      case CONVERSIONS -> ofDeals(Deal::conversions);
      case CVR_CLICK -> dealRatio(Deal::linkConversions, Deal::clicks, d -> true);
      case REVENUE -> money(Deal::revenueMinor, d -> true);
      case AOV -> perUnit(Deal::revenueMinor, Deal::conversions, 1, d -> true);
      case COST -> money(this::cost, this::paid);
      case CPA -> perUnit(this::cost, Deal::conversions, 1, this::paid);
      case ROAS -> dealRatio(Deal::revenueMinor, this::cost, this::paid);
      case ROI -> dealRatio(d -> d.revenueMinor() - cost(d), this::cost, this::paid);
    };
  }

  private MeasuredValue ofPosts(ToLongFunction<PostsOf> count, Predicate<PostsOf> complete) {
    MeasuredValue.Builder value =
        covered(
            posts.stream().mapToLong(p -> complete.test(p) ? p.posts() : p.known()).sum(),
            posts.stream().mapToLong(PostsOf::posts).sum(),
            "posts",
            "not collected by the connector");
    return posts.isEmpty()
        ? value.build()
        : value.setCount(posts.stream().mapToLong(count).sum()).build();
  }

  private MeasuredValue reach() {
    List<PostsOf> told = posts.stream().filter(p -> p.reachSum() > 0).toList();
    MeasuredValue.Builder value =
        covered(
            told.stream().mapToLong(PostsOf::known).sum(),
            posts.stream().mapToLong(PostsOf::posts).sum(),
            "posts",
            "YouTube gives no reach");
    if (told.isEmpty()) {
      return posts.isEmpty()
          ? value.build()
          : value
              .setState(ValueState.VALUE_STATE_NOT_AVAILABLE)
              .setReason("YouTube gives no reach")
              .build();
    }
    return value
        .setBounds(
            CountBounds.newBuilder()
                .setMin(told.stream().mapToLong(PostsOf::reachMax).max().orElseThrow())
                .setMax(told.stream().mapToLong(PostsOf::reachSum).sum()))
        .build();
  }

  private MeasuredValue growth() {
    return MeasuredValue.newBuilder()
        .setState(ValueState.VALUE_STATE_NOT_COLLECTED)
        .setReason("no reading (1)")
        .setCoverage(Coverage.newBuilder().setTotal(1).setUnit("accounts"))
        .build();
  }

  private MeasuredValue postRatio(
      ToLongFunction<PostsOf> above, ToLongFunction<PostsOf> below, Predicate<PostsOf> told) {
    List<PostsOf> used = posts.stream().filter(told).toList();
    MeasuredValue.Builder value =
        covered(
            used.stream().mapToLong(PostsOf::known).sum(),
            posts.stream().mapToLong(PostsOf::posts).sum(),
            "posts",
            "not collected by the connector");
    return ratio(value, used.stream().mapToLong(above).sum(), used.stream().mapToLong(below).sum());
  }

  private MeasuredValue ofDeals(ToLongFunction<Deal> count) {
    MeasuredValue.Builder value = covered(deals.size(), deals.size(), "collaborations", "");
    return deals.isEmpty()
        ? value.build()
        : value.setCount(deals.stream().mapToLong(count).sum()).build();
  }

  private MeasuredValue dealRatio(
      ToLongFunction<Deal> above, ToLongFunction<Deal> below, Predicate<Deal> told) {
    List<Deal> used = deals.stream().filter(told).toList();
    return ratio(
        covered(used, why(used)),
        used.stream().mapToLong(above).sum(),
        used.stream().mapToLong(below).sum());
  }

  private MeasuredValue money(ToLongFunction<Deal> minor, Predicate<Deal> told) {
    List<Deal> used = deals.stream().filter(told).toList();
    MeasuredValue.Builder value = covered(used, "no cost observed");
    return used.isEmpty()
        ? value.build()
        : value
            .setMoney(
                Money.newBuilder()
                    .setCurrencyCode("EUR")
                    .setMinorUnits(used.stream().mapToLong(minor).sum()))
            .build();
  }

  private MeasuredValue perUnit(
      ToLongFunction<Deal> minor,
      ToLongFunction<Deal> units,
      long multiplier,
      Predicate<Deal> told) {
    List<Deal> used = deals.stream().filter(told).toList();
    MeasuredValue.Builder value = covered(used, why(used));
    long below = used.stream().mapToLong(units).sum();
    if (used.isEmpty() || below == 0) {
      return used.isEmpty() ? value.build() : undefined(value);
    }
    return value
        .setUnitMoney(
            UnitMoney.newBuilder()
                .setCurrencyCode("EUR")
                .setNumeratorMinor(used.stream().mapToLong(minor).sum())
                .setDenominator(below)
                .setMultiplier(multiplier))
        .build();
  }

  private static MeasuredValue ratio(MeasuredValue.Builder value, long above, long below) {
    if (value.getCoverage().getKnown() == 0) {
      return value.build();
    }
    return below == 0
        ? undefined(value)
        : value.setRatio(Ratio.newBuilder().setNumerator(above).setDenominator(below)).build();
  }

  private static MeasuredValue undefined(MeasuredValue.Builder value) {
    return value
        .setState(ValueState.VALUE_STATE_UNDEFINED)
        .setReason("the denominator is 0")
        .clearProvenance()
        .build();
  }

  private MeasuredValue.Builder covered(List<Deal> used, String why) {
    return covered(used.size(), deals.size(), "collaborations", why);
  }

  private static MeasuredValue.Builder covered(long known, long total, String unit, String why) {
    MeasuredValue.Builder value =
        MeasuredValue.newBuilder()
            .setCoverage(Coverage.newBuilder().setKnown(known).setTotal(total).setUnit(unit));
    if (total == 0) {
      return value.setState(ValueState.VALUE_STATE_NOT_AVAILABLE).setReason("no " + unit);
    }
    if (known == 0) {
      return value.setState(ValueState.VALUE_STATE_NOT_COLLECTED).setReason(why);
    }
    value
        .addProvenance(
            ProvenanceShare.newBuilder()
                .setProvenance(
                    unit.equals("posts")
                        ? ProvenanceClass.PROVENANCE_CLASS_FIRST_PARTY_API
                        : ProvenanceClass.PROVENANCE_CLASS_OWN_TRACKING)
                .setUnits(known))
        .addDefinitionIds(unit.equals("posts") ? "instagram.views.2025" : "clicks.persons");
    return known < total
        ? value
            .setState(ValueState.VALUE_STATE_PARTIAL)
            .setReason(
                "%d of %d %s complete; missing: %s (%d)"
                    .formatted(known, total, unit, why, total - known))
        : value.setState(ValueState.VALUE_STATE_VALUE);
  }

  /** What the first of the collaborations that a quotient leaves out lacks. */
  private String why(List<Deal> used) {
    return deals.stream()
            .filter(deal -> !used.contains(deal))
            .findFirst()
            .filter(this::paid)
            .isPresent()
        ? "impressions: not collected by the connector"
        : "cost: no cost observed";
  }

  private long cost(Deal deal) {
    return deal.costMinor().orElse(0);
  }

  private boolean paid(Deal deal) {
    return deal.costMinor().isPresent();
  }

  private boolean seen(Deal deal) {
    return postsOf(deal).stream().allMatch(PostsOf::isComplete);
  }

  private long impressions(Deal deal) {
    return postsOf(deal).stream().mapToLong(PostsOf::impressions).sum();
  }

  private long engagements(Deal deal) {
    return postsOf(deal).stream().mapToLong(PostsOf::engagements).sum();
  }

  private List<PostsOf> postsOf(Deal deal) {
    return allPosts.stream().filter(p -> p.creatorId().equals(deal.creatorId())).toList();
  }
}
