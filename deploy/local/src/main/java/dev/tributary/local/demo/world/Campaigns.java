package dev.tributary.local.demo.world;

import dev.tributary.ingestion.v1.Account;
import dev.tributary.ingestion.v1.Annotation;
import dev.tributary.ingestion.v1.AnnotationKind;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.KpiTarget;
import dev.tributary.ingestion.v1.TargetAudience;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.Objective;
import dev.tributary.type.v1.Platform;
import java.time.Duration;
import java.util.List;

/** The two campaigns of the demo. */
final class Campaigns {
  static final String SALES = "spring-glow";
  static final String AWARENESS = "night-run";

  private Campaigns() {}

  static List<Campaign> of(Calendar calendar) {
    return List.of(sales(calendar), awareness(calendar));
  }

  /** The brand's own accounts of a campaign, whose followers are watched. */
  static List<Account> brandAccounts(String campaignId) {
    return campaignId.equals(SALES)
        ? List.of(account(Platform.PLATFORM_INSTAGRAM, "glow.cosmetics"))
        : List.of(
            account(Platform.PLATFORM_INSTAGRAM, "nightrun.shoes"),
            account(Platform.PLATFORM_TIKTOK, "nightrun"));
  }

  private static Campaign sales(Calendar calendar) {
    return Campaign.newBuilder()
        .setCampaignId(SALES)
        .setDisplayName("Spring Glow")
        .setObjective(Objective.OBJECTIVE_SALES)
        .setStartDate(calendar.salesStart().toString())
        .setEndDate(calendar.salesEnd().toString())
        .setTimeZone(Calendar.BERLIN.getId())
        .setCurrencyCode("EUR")
        .setBudgetMinor(6_500_000)
        .addTargets(KpiTarget.newBuilder().setKpiId("conversions").setCount(2_000))
        .addTargets(KpiTarget.newBuilder().setKpiId("revenue").setMoney(euros(120_000)))
        .addTargets(KpiTarget.newBuilder().setKpiId("roas").setRatioMillionths(2_500_000))
        .addTargets(KpiTarget.newBuilder().setKpiId("cpa").setMoney(euros(25)))
        .addTargets(KpiTarget.newBuilder().setKpiId("ctr").setRatioMillionths(4_000))
        .setTargetAudience(
            TargetAudience.newBuilder()
                .addCountries("DE")
                .addCountries("AT")
                .addAgeGroups("18-24")
                .addAgeGroups("25-34")
                .addGenders("female"))
        .addAllBrandAccounts(brandAccounts(SALES))
        .addCompetitorBrands("Lumen")
        .addCompetitorBrands("Dew & Co")
        .addAnnotations(
            Annotation.newBuilder()
                .setTime(
                    ProtoTimes.toProto(
                        calendar
                            .salesStart()
                            .plusDays(12)
                            .atTime(10, 0)
                            .atZone(Calendar.BERLIN)
                            .toInstant()))
                .setKind(AnnotationKind.ANNOTATION_KIND_SHOP)
                .setText("Serum sold out for six hours"))
        .build();
  }

  private static Campaign awareness(Calendar calendar) {
    return Campaign.newBuilder()
        .setCampaignId(AWARENESS)
        .setDisplayName("Night Run")
        .setObjective(Objective.OBJECTIVE_AWARENESS)
        .setStartDate(calendar.awarenessStart().toString())
        .setEndDate(calendar.awarenessEnd().toString())
        .setTimeZone(Calendar.STOCKHOLM.getId())
        .setCurrencyCode("EUR")
        .setBudgetMinor(5_500_000)
        .addTargets(KpiTarget.newBuilder().setKpiId("impressions").setCount(12_000_000))
        .addTargets(KpiTarget.newBuilder().setKpiId("engagements").setCount(320_000))
        .addTargets(KpiTarget.newBuilder().setKpiId("cpm").setMoney(euros(5)))
        .addTargets(KpiTarget.newBuilder().setKpiId("follower_growth").setCount(9_000))
        .setTargetAudience(
            TargetAudience.newBuilder().addCountries("SE").addCountries("DE").addAgeGroups("18-24"))
        .addAllBrandAccounts(brandAccounts(AWARENESS))
        .addAnnotations(
            Annotation.newBuilder()
                .setTime(ProtoTimes.toProto(calendar.now().minus(Duration.ofDays(20))))
                .setKind(AnnotationKind.ANNOTATION_KIND_PRESS)
                .setText("Evening news showed the night run"))
        .build();
  }

  private static Account account(Platform platform, String handle) {
    return Account.newBuilder().setPlatform(platform).setHandle(handle).build();
  }

  private static Money euros(long whole) {
    return Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(whole * 100).build();
  }
}
