package dev.tributary.attribution.hold;

import static dev.tributary.attribution.hold.AHold.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.credit.CreditKey;
import dev.tributary.attribution.identity.LinkedName;
import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.storefront.HoldSettings;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.identity.PersonKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule, in sentences. */
class HoldRulesTest {
  private static final Owner ANNA = new Owner("col-anna", "anna", "spring");
  private static final Owner BO = new Owner("col-bo", "bo", "spring");
  private static final Identity ANNAS_MAIL = identity(IdentityKind.EMAIL, 1);
  private static final Identity ANNAS_ACCOUNT = identity(IdentityKind.CUSTOMER, 2);
  private static final Identity SOMEBODY = identity(IdentityKind.CUSTOMER, 3);

  @Test
  void a_stranger_who_takes_a_minute_is_fine() {
    assertThat(find(byLink(ANNA, Duration.ofMinutes(1), SOMEBODY))).isEmpty();
  }

  @Test
  @Names("HoldRule.SELF_REFERRAL")
  void a_creator_who_is_credited_for_an_own_order_is_held() {
    List<Finding> found = find(byCode(Set.of(ANNAS_MAIL, ANNAS_ACCOUNT, SOMEBODY), ANNA));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).rule()).isEqualTo(HoldRule.SELF_REFERRAL);
    HoldEvidence evidence = found.get(0).evidence();
    assertThat(evidence.creatorId()).isEqualTo("anna");
    assertThat(evidence.matches()).containsExactly(IdentityKind.CUSTOMER, IdentityKind.EMAIL);
    assertThat(evidence.summary())
        .isEqualTo(
            "The buyer is creator anna, who is credited: the same customer id and e-mail address.");
  }

  @Test
  void a_creator_who_buys_by_another_creators_code_is_fine() {
    assertThat(find(byCode(Set.of(ANNAS_MAIL), BO))).isEmpty();
  }

  @Test
  void one_of_two_credited_creators_who_buys_is_held_alone() {
    assertThat(find(byCode(Set.of(ANNAS_MAIL), ANNA, BO)))
        .extracting(finding -> finding.evidence().creatorId())
        .containsExactly("anna");
  }

  @Test
  void the_same_text_as_customer_and_as_visitor_is_not_the_same_person() {
    assertThat(find(byCode(Set.of(identity(IdentityKind.VISITOR, 2)), ANNA))).isEmpty();
  }

  @Test
  void a_creator_whom_only_identity_links_know_as_the_buyer_is_held_and_the_links_are_told() {
    HoldFacts facts =
        linked(
            byCode(Set.of(SOMEBODY), ANNA),
            new LinkedName(PersonKind.CUSTOMER, ANNAS_ACCOUNT.key(), List.of("login-1")),
            new LinkedName(PersonKind.VISITOR, SOMEBODY.key(), List.of("login-1", "login-2")));

    List<Finding> found = find(facts);

    assertThat(found).hasSize(1);
    HoldEvidence evidence = found.get(0).evidence();
    assertThat(evidence.matches()).containsExactly(IdentityKind.CUSTOMER);
    assertThat(evidence.linkIds()).containsExactly("login-1");
    assertThat(evidence.summary())
        .isEqualTo(
            "The buyer is creator anna, who is credited: the same customer id by identity link"
                + " login-1.");
  }

  @Test
  void what_the_order_itself_says_needs_no_link_and_both_are_told() {
    HoldFacts facts =
        linked(
            byCode(Set.of(ANNAS_MAIL), ANNA),
            new LinkedName(PersonKind.CUSTOMER, ANNAS_ACCOUNT.key(), List.of("l-1", "l-2")));

    assertThat(find(facts).get(0).evidence().summary())
        .isEqualTo(
            "The buyer is creator anna, who is credited: the same e-mail address, and the same"
                + " customer id by identity links l-1 and l-2.");
    assertThat(
            find(linked(
                    byCode(Set.of(ANNAS_ACCOUNT), ANNA),
                    new LinkedName(PersonKind.CUSTOMER, ANNAS_ACCOUNT.key(), List.of("l-1"))))
                .get(0)
                .evidence()
                .linkIds())
        .isEmpty();
  }

  @Test
  void a_shop_may_allow_creators_to_buy_themselves() {
    HoldSettings allowed = new HoldSettings(true, false, Duration.ofSeconds(5));

    assertThat(HoldRules.CURRENT.findings(byCode(Set.of(ANNAS_MAIL), ANNA), allowed)).isEmpty();
  }

  @Test
  @Names("HoldRule.IMPOSSIBLE_TIME")
  void a_credited_touch_less_than_five_seconds_before_the_order_is_held() {
    List<Finding> found = find(byLink(ANNA, Duration.ofMillis(1_250), SOMEBODY));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).rule()).isEqualTo(HoldRule.IMPOSSIBLE_TIME);
    assertThat(found.get(0).evidence().touchId()).isEqualTo("t-1");
    assertThat(found.get(0).evidence().summary())
        .isEqualTo(
            "The credited touch t-1 came 1.25 s before the order; nobody buys in less than 5 s.");
  }

  @Test
  void exactly_five_seconds_are_believed() {
    assertThat(find(byLink(ANNA, Duration.ofSeconds(5), SOMEBODY))).isEmpty();
    assertThat(find(byLink(ANNA, Duration.ofSeconds(5).minusNanos(1_000), SOMEBODY))).hasSize(1);
  }

  @Test
  void a_credited_touch_after_the_checkout_had_begun_is_held() {
    HoldFacts facts = byLink(ANNA, Duration.ofSeconds(40), SOMEBODY);

    assertThat(find(begun(facts, NOW.minusSeconds(42))))
        .extracting(finding -> finding.evidence().summary())
        .containsExactly("The credited touch t-1 came 2 s after the checkout had begun.");
    assertThat(find(begun(facts, NOW.minusSeconds(40)))).isEmpty();
  }

  @Test
  void a_code_has_no_time_that_could_be_impossible() {
    assertThat(find(byCode(Set.of(SOMEBODY), ANNA))).isEmpty();
  }

  @Test
  void a_shop_may_switch_the_time_off_or_choose_another() {
    HoldFacts facts = byLink(ANNA, Duration.ofSeconds(7), SOMEBODY);

    assertThat(
            HoldRules.CURRENT.findings(
                facts, new HoldSettings(false, false, Duration.ofSeconds(10))))
        .hasSize(1);
    assertThat(
            HoldRules.CURRENT.findings(
                facts, new HoldSettings(false, true, Duration.ofSeconds(10))))
        .isEmpty();
  }

  @Test
  void the_same_facts_always_give_the_same_findings() {
    HoldFacts facts = byCode(Set.of(ANNAS_MAIL, ANNAS_ACCOUNT), ANNA, BO);

    assertThat(find(facts)).isEqualTo(find(facts));
  }

  @Test
  void rules_of_persons_look_at_nothing_by_themselves() {
    assertThatThrownBy(
            () ->
                new HoldRules(
                    1,
                    List.of(new HoldRules.Row(HoldRule.CODE_LEAK, (facts, settings) -> List.of()))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Finding> find(HoldFacts facts) {
    return HoldRules.CURRENT.findings(facts, HoldSettings.DEFAULTS);
  }

  private static HoldFacts byLink(Owner owner, Duration before, Identity buyer) {
    return new HoldFacts(
        NOW,
        Optional.empty(),
        List.of(CreditKey.byLink(owner, "l-1", "t-1")),
        Map.of("t-1", NOW.minus(before)),
        Set.of(buyer),
        List.of(),
        Map.of("anna", Set.of(ANNAS_MAIL, ANNAS_ACCOUNT)));
  }

  private static HoldFacts byCode(Set<Identity> buyer, Owner... owners) {
    List<CreditKey> credits =
        List.of(owners).stream().map(owner -> CreditKey.byCode(owner, owner.creatorId())).toList();
    boolean isAnnas = List.of(owners).contains(ANNA);
    return new HoldFacts(
        NOW,
        Optional.empty(),
        credits,
        Map.of(),
        buyer,
        List.of(),
        isAnnas ? Map.of("anna", Set.of(ANNAS_MAIL, ANNAS_ACCOUNT)) : Map.of());
  }

  private static HoldFacts begun(HoldFacts facts, Instant checkoutStart) {
    return new HoldFacts(
        facts.time(),
        Optional.of(checkoutStart),
        facts.credits(),
        facts.touchTimes(),
        facts.buyer(),
        facts.linked(),
        facts.creators());
  }

  private static HoldFacts linked(HoldFacts facts, LinkedName... names) {
    return new HoldFacts(
        facts.time(),
        facts.checkoutStart(),
        facts.credits(),
        facts.touchTimes(),
        facts.buyer(),
        List.of(names),
        facts.creators());
  }

  private static Identity identity(IdentityKind kind, int number) {
    byte[] bytes = new byte[PersonKey.LENGTH];
    bytes[0] = (byte) number;
    return new Identity(kind, new PersonKey(bytes));
  }
}
