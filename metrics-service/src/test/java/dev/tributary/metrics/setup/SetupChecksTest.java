package dev.tributary.metrics.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.fact.AccountKey;
import dev.tributary.metrics.fact.CampaignFact;
import dev.tributary.metrics.fact.Platform;
import dev.tributary.metrics.goal.Goal;
import dev.tributary.metrics.goal.Objective;
import dev.tributary.metrics.goal.Target;
import dev.tributary.metrics.kpi.Figure;
import dev.tributary.metrics.setup.HandedOut.Catalogued;
import dev.tributary.metrics.setup.HandedOut.Kind;
import dev.tributary.runtime.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetupChecksTest {
  private static final Instant BEFORE = Instant.parse("2026-04-20T12:00:00Z");
  private static final Planned ANNA = new Planned("anna-spring", "anna", true, true);
  private static final Target ROAS = new Target("roas", new Figure.Ratio(4_000_000, 1_000_000));

  @Test
  void a_campaign_with_everything_has_no_findings() {
    assertThat(found(selling(ROAS), List.of(ANNA), code("c"), link("l"))).isEmpty();
  }

  @Test
  void a_campaign_that_is_over_is_worth_a_look() {
    Setup setup = new Setup(selling(ROAS), List.of(ANNA), List.of(code("c"), link("l")));
    Instant lastMoment = Instant.parse("2026-05-31T21:59:59Z");
    assertThat(SetupChecks.of(setup, lastMoment)).isEmpty();
    assertThat(texts(SetupChecks.of(setup, lastMoment.plusSeconds(1))))
        .containsExactly("WARNING CAMPAIGN_ENDED");
  }

  @Test
  void targets_must_be_there_be_known_and_be_in_their_unit() {
    assertThat(found(selling(), List.of(ANNA), code("c"), link("l")))
        .containsExactly("ERROR TARGETS_MISSING");
    assertThat(
            found(
                selling(
                    new Target("magic", new Figure.Count(1)),
                    new Target("roas", new Figure.Count(4)),
                    new Target("revenue", new Figure.Amount(new Money("EUR", 1))),
                    new Target("cpa", new Figure.Ratio(1, 1_000_000)),
                    new Target("clicks", new Figure.Count(9))),
                List.of(ANNA),
                code("c"),
                link("l")))
        .containsExactly(
            "ERROR TARGET_KPI_UNKNOWN magic", "ERROR TARGET_UNIT cpa", "ERROR TARGET_UNIT roas");
  }

  @Test
  void somebody_must_have_agreed() {
    assertThat(found(selling(ROAS), List.of())).containsExactly("ERROR COLLABORATIONS_MISSING");
  }

  @Test
  void a_creator_must_be_in_the_catalogue_and_a_cost_be_observed() {
    Planned bare = new Planned("anna-spring", "anna", false, false);
    assertThat(found(selling(ROAS), List.of(bare), code("c"), link("l")))
        .containsExactly(
            "ERROR CREATOR_UNKNOWN anna-spring anna", "ERROR COST_MISSING anna-spring");
  }

  @Test
  void without_code_and_link_nothing_can_be_sold() {
    assertThat(found(selling(ROAS), List.of(ANNA)))
        .containsExactly("ERROR CODE_MISSING anna-spring", "ERROR LINK_MISSING anna-spring");
  }

  @Test
  void a_campaign_that_does_not_sell_can_do_without_them() {
    Goal content = goal(Objective.CONTENT, List.of(), new Target("likes", new Figure.Count(9)));
    assertThat(found(content, List.of(ANNA)))
        .containsExactly("WARNING CODE_MISSING anna-spring", "WARNING LINK_MISSING anna-spring");
  }

  @Test
  void a_code_must_be_usable_at_some_moment_of_the_campaign() {
    String start = "2026-04-30T22:00:00Z";
    String end = "2026-05-31T22:00:00Z";
    assertThat(found(selling(ROAS), List.of(ANNA), code("c", end, "", false), link("l")))
        .containsExactly("ERROR CODE_UNUSABLE anna-spring c");
    assertThat(found(selling(ROAS), List.of(ANNA), code("c", "", start, false), link("l")))
        .containsExactly("ERROR CODE_UNUSABLE anna-spring c");
    assertThat(found(selling(ROAS), List.of(ANNA), code("c", "", "", true), link("l")))
        .containsExactly("ERROR CODE_UNUSABLE anna-spring c");
    assertThat(found(selling(ROAS), List.of(ANNA), code("c", start, end, false), link("l")))
        .isEmpty();
  }

  @Test
  void one_usable_code_is_enough() {
    assertThat(found(selling(ROAS), List.of(ANNA), code("a", "", "", true), code("c"), link("l")))
        .isEmpty();
  }

  @Test
  void both_services_must_agree_whose_a_code_or_link_is() {
    HandedOut elsewhere = handedOut(Kind.LINK, "l", Optional.of(new Catalogued("anna", "autumn")));
    HandedOut nowhere = handedOut(Kind.CODE, "c", Optional.empty());
    assertThat(found(selling(ROAS), List.of(ANNA), elsewhere, nowhere))
        .containsExactly("ERROR OWNER_UNKNOWN anna-spring c", "ERROR OWNER_MISMATCH anna-spring l");
  }

  @Test
  void follower_growth_needs_an_account_of_the_brand() {
    Target growth = new Target("follower_growth", new Figure.Count(500));
    AccountKey account = new AccountKey(Platform.INSTAGRAM, "glow");
    HandedOut[] both = {code("c"), link("l")};
    assertThat(found(goal(Objective.AWARENESS, List.of(), growth), List.of(ANNA), both))
        .containsExactly("ERROR BRAND_ACCOUNT_MISSING");
    assertThat(found(selling(growth), List.of(ANNA), both))
        .containsExactly("ERROR BRAND_ACCOUNT_MISSING");
    assertThat(found(goal(Objective.AWARENESS, List.of(account), growth), List.of(ANNA), both))
        .isEmpty();
  }

  private static List<String> found(Goal goal, List<Planned> planned, HandedOut... handedOut) {
    return texts(SetupChecks.of(new Setup(goal, planned, List.of(handedOut)), BEFORE));
  }

  private static List<String> texts(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                String.join(
                        " ",
                        finding.severity().name(),
                        finding.code().name(),
                        finding.collaborationId(),
                        finding.subjectId())
                    .strip()
                    .replace("  ", " "))
        .toList();
  }

  private static Goal selling(Target... targets) {
    return goal(Objective.SALES, List.of(), targets);
  }

  /** A campaign of May 2026. */
  private static Goal goal(Objective objective, List<AccountKey> accounts, Target... targets) {
    return new Goal(
        new CampaignFact(
            "spring",
            LocalDate.parse("2026-05-01"),
            LocalDate.parse("2026-05-31"),
            ZoneId.of("Europe/Stockholm"),
            "EUR",
            accounts),
        objective,
        List.of(targets));
  }

  private static HandedOut code(String id) {
    return code(id, "", "", false);
  }

  private static HandedOut code(String id, String start, String end, boolean disabled) {
    return new HandedOut(
        Kind.CODE,
        id,
        "anna-spring",
        "anna",
        "spring",
        Optional.of(new Catalogued("anna", "spring")),
        time(start),
        time(end),
        disabled);
  }

  private static HandedOut link(String id) {
    return handedOut(Kind.LINK, id, Optional.of(new Catalogued("anna", "spring")));
  }

  private static HandedOut handedOut(Kind kind, String id, Optional<Catalogued> catalogued) {
    return new HandedOut(
        kind,
        id,
        "anna-spring",
        "anna",
        "spring",
        catalogued,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static Optional<Instant> time(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }
}
