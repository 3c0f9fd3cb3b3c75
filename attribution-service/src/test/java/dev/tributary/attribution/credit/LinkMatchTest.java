package dev.tributary.attribution.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.link.Link;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which link a touch followed. */
class LinkMatchTest {
  private static final Link ANNAS_BIO = AnOrder.link("bio", Optional.of(AnOrder.of("anna")));
  private static final Link ANNAS_STORY = AnOrder.link("story", Optional.of(AnOrder.of("anna")));
  private static final Link BOS_BIO = AnOrder.link("bo", Optional.of(AnOrder.of("bo")));
  private static final Link MAIL = AnOrder.link("mail", Optional.empty());

  @Test
  void a_link_named_by_the_touch_is_found_or_unknown() {
    assertThat(LinkMatch.byId(Optional.of(MAIL)).status()).isEqualTo(LinkMatch.Status.FOUND);
    assertThat(LinkMatch.byId(Optional.empty()).status()).isEqualTo(LinkMatch.Status.UNKNOWN);
  }

  @Test
  void links_of_one_owner_with_the_same_parameters_are_as_good_as_one() {
    LinkMatch match = LinkMatch.byUtm(List.of(ANNAS_STORY, ANNAS_BIO));

    assertThat(match.status()).isEqualTo(LinkMatch.Status.FOUND);
    assertThat(match.link()).contains(ANNAS_BIO);
  }

  @Test
  void links_of_several_owners_with_the_same_parameters_cannot_be_told_apart() {
    assertThat(LinkMatch.byUtm(List.of(ANNAS_BIO, BOS_BIO)).status())
        .isEqualTo(LinkMatch.Status.AMBIGUOUS);
    assertThat(LinkMatch.byUtm(List.of(ANNAS_BIO, MAIL)).status())
        .isEqualTo(LinkMatch.Status.AMBIGUOUS);
  }

  @Test
  void parameters_that_fit_no_link_are_another_channel() {
    assertThat(LinkMatch.byUtm(List.of()).status()).isEqualTo(LinkMatch.Status.UNMATCHED);
  }
}
