package dev.tributary.attribution.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whose a visitor was, and when. */
class VisitorHistoryTest {
  private static final Instant NINE = Instant.parse("2026-03-15T09:00:00Z");
  private static final Instant TEN = NINE.plusSeconds(3_600);
  private static final Instant ELEVEN = TEN.plusSeconds(3_600);
  private static final Instant MICRO = NINE.plusNanos(1_000);
  private static final PersonKey DEVICE = person(1);
  private static final PersonKey ANN = person(2);
  private static final PersonKey BEN = person(3);

  @Test
  void a_visitor_without_links_is_nobodys() {
    assertThat(history().customerAt(NINE)).isEmpty();
    assertThat(history().spans(Optional::isEmpty)).containsExactly(VisitorSpan.always(DEVICE));
  }

  @Test
  void the_first_link_reaches_back_to_the_beginning() {
    VisitorHistory history = history(link("1", ANN, TEN));

    assertThat(history.customerAt(Instant.EPOCH)).contains(ANN);
    assertThat(history.spans(Optional.of(ANN)::equals)).containsExactly(VisitorSpan.always(DEVICE));
  }

  @Test
  void the_link_that_tells_a_customer_is_the_newest_before_a_time_or_else_the_first_after_it() {
    VisitorHistory history =
        history(link("1", ANN, NINE), link("2", BEN, TEN), link("3", ANN, ELEVEN));

    assertThat(history.linkTo(ANN, ELEVEN)).contains("3");
    assertThat(history.linkTo(ANN, TEN)).contains("1");
    assertThat(history.linkTo(BEN, NINE)).contains("2");
    assertThat(history.linkTo(person(4), TEN)).isEmpty();
    assertThat(history(link("1", ANN, NINE), link("2", ANN, TEN)).linkTo(ANN, ELEVEN))
        .contains("1");
    assertThat(history(link("1", ANN, NINE), link("2", BEN, NINE)).linkTo(BEN, NINE)).contains("2");
  }

  @Test
  void a_second_login_begins_at_its_moment() {
    VisitorHistory history = history(link("1", ANN, NINE), link("2", BEN, TEN));

    assertThat(history.customerAt(TEN.minusNanos(1_000))).contains(ANN);
    assertThat(history.customerAt(TEN)).contains(BEN);
    assertThat(history.spans(Optional.of(BEN)::equals))
        .containsExactly(new VisitorSpan(DEVICE, TEN, Instant.MAX));
  }

  @Test
  void after_a_logout_it_is_nobodys_until_the_next_login_which_does_not_reach_back() {
    VisitorHistory history =
        history(link("1", ANN, NINE), unlink("2", TEN), link("3", ANN, ELEVEN));

    assertThat(history.customerAt(TEN)).isEmpty();
    assertThat(history.customerAt(ELEVEN)).contains(ANN);
    assertThat(history.spans(Optional.of(ANN)::equals))
        .containsExactly(
            new VisitorSpan(DEVICE, Instant.MIN, TEN),
            new VisitorSpan(DEVICE, ELEVEN, Instant.MAX));
  }

  @Test
  void a_login_after_a_logout_of_nobody_known_does_not_reach_back() {
    VisitorHistory history = history(unlink("1", NINE), link("2", ANN, TEN));

    assertThat(history.customerAt(Instant.EPOCH)).isEmpty();
    assertThat(history.customerAt(NINE)).isEmpty();
    assertThat(history.customerAt(TEN)).contains(ANN);
  }

  @Test
  void what_is_retracted_has_never_been_also_when_the_retraction_comes_first() {
    List<IdentityLink> links =
        List.of(retract("0", "1", NINE), link("1", ANN, TEN), link("2", BEN, ELEVEN));

    assertThat(VisitorHistory.of(DEVICE, links).customerAt(Instant.EPOCH)).contains(BEN);
    assertThat(VisitorHistory.of(DEVICE, links)).isEqualTo(history(link("2", BEN, ELEVEN)));
  }

  @Test
  void a_retracted_logout_lets_the_customer_go_on() {
    VisitorHistory history =
        history(link("1", ANN, NINE), unlink("2", TEN), retract("3", "2", ELEVEN));

    assertThat(history.spans(Optional.of(ANN)::equals)).containsExactly(VisitorSpan.always(DEVICE));
  }

  @Test
  void a_retraction_cannot_be_retracted() {
    VisitorHistory history =
        history(link("1", ANN, NINE), retract("2", "1", TEN), retract("3", "2", ELEVEN));

    assertThat(history.customerAt(ELEVEN)).isEmpty();
  }

  @Test
  void links_of_one_time_rank_by_id_and_the_last_holds() {
    VisitorHistory history = history(link("b", BEN, NINE), link("a", ANN, NINE));

    assertThat(history.customerAt(NINE.minusNanos(1_000))).contains(ANN);
    assertThat(history.customerAt(NINE)).contains(BEN);
    assertThat(history.spans(Optional.of(BEN)::equals))
        .containsExactly(new VisitorSpan(DEVICE, NINE, Instant.MAX));
  }

  @Test
  void the_same_customer_again_is_one_time() {
    VisitorHistory history =
        history(link("1", ANN, NINE), link("2", ANN, TEN), unlink("3", ELEVEN));

    assertThat(history.spans(whose -> true)).containsExactly(VisitorSpan.always(DEVICE));
    assertThat(history.pieces()).hasSize(2);
  }

  @Test
  void arrival_does_not_matter() {
    List<IdentityLink> links =
        new ArrayList<>(
            List.of(
                link("1", ANN, NINE),
                link("2", BEN, NINE),
                unlink("3", MICRO),
                retract("4", "2", TEN),
                link("5", BEN, TEN),
                retract("6", "3", ELEVEN)));
    VisitorHistory inOrder = VisitorHistory.of(DEVICE, links);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(links, new Random(i));
      assertThat(VisitorHistory.of(DEVICE, links)).isEqualTo(inOrder);
    }
  }

  @Test
  void of_its_own_visitor_a_person_lacks_only_the_times_of_other_customers() {
    VisitorHistory shared = history(link("1", ANN, NINE), unlink("2", TEN), link("3", BEN, ELEVEN));

    Cluster named = Cluster.of(Optional.of(shared), Optional.of(BEN), List.of());
    Cluster unnamed = Cluster.of(Optional.of(shared), Optional.empty(), List.of());

    assertThat(named.own()).containsExactly(new VisitorSpan(DEVICE, TEN, Instant.MAX));
    assertThat(unnamed.own()).containsExactly(VisitorSpan.always(DEVICE));
  }

  @Test
  void a_touch_belongs_by_the_first_name_that_fits() {
    PersonKey phone = person(4);
    VisitorHistory shared = history(link("1", ANN, NINE), link("2", BEN, TEN));
    VisitorHistory other =
        VisitorHistory.of(
            phone,
            List.of(
                new IdentityLink(
                    "9", IdentityLinkKind.LINK, phone, Optional.of(BEN), TEN, Optional.empty())));
    Cluster ben = Cluster.of(Optional.of(shared), Optional.of(BEN), List.of(other));

    assertThat(ben.belonging(Optional.of(DEVICE), Optional.of(BEN), TEN))
        .isEqualTo(Belonging.VISITOR);
    assertThat(ben.belonging(Optional.of(DEVICE), Optional.of(BEN), NINE))
        .isEqualTo(Belonging.CUSTOMER);
    assertThat(ben.belonging(Optional.of(phone), Optional.empty(), NINE))
        .isEqualTo(Belonging.LINKED_VISITOR);
    assertThat(ben.belonging(Optional.of(DEVICE), Optional.empty(), NINE))
        .isEqualTo(Belonging.CLICK);
    assertThat(ben.belonging(Optional.empty(), Optional.empty(), NINE)).isEqualTo(Belonging.CLICK);
  }

  private static VisitorHistory history(IdentityLink... links) {
    return VisitorHistory.of(DEVICE, List.of(links));
  }

  private static IdentityLink link(String linkId, PersonKey customer, Instant time) {
    return new IdentityLink(
        linkId, IdentityLinkKind.LINK, DEVICE, Optional.of(customer), time, Optional.empty());
  }

  private static IdentityLink unlink(String linkId, Instant time) {
    return new IdentityLink(
        linkId, IdentityLinkKind.UNLINK, DEVICE, Optional.empty(), time, Optional.empty());
  }

  private static IdentityLink retract(String linkId, String wrong, Instant time) {
    return new IdentityLink(
        linkId, IdentityLinkKind.RETRACT, DEVICE, Optional.empty(), time, Optional.of(wrong));
  }

  private static PersonKey person(int number) {
    byte[] bytes = new byte[PersonKey.LENGTH];
    bytes[0] = (byte) number;
    return new PersonKey(bytes);
  }
}
