package dev.tributary.attribution.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.promocode.CodeCredit;
import dev.tributary.attribution.promocode.CodeCreditPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every policy of a code in every case, in one table: who has how many percent, by what. Codes are
 * of their creators, with the discount behind the colon; "shop" is nobody's. Touches are named by
 * their creators, the newest first. All codes of a case have the policy of the column; the part of
 * SPLIT is 60 %.
 */
class CodePolicyMatrixTest {
  private static final int SPLIT_BASIS_POINTS = 6_000;

  @ParameterizedTest(name = "{0}: codes {1}, touches {2}")
  @CsvSource(
      delimiter = '|',
      maxCharsPerColumn = 200,
      textBlock =
          """
          # case                             | codes            | touches | CODE_WINS                  | LINK_WINS                  | CODE_IF_INVOLVED           | CODE_IF_LAST               | SPLIT
          no touch                           | anna             | -       | anna code 100              | anna code 100              | nobody 100                 | nobody 100                 | anna code 100
          own touch last                     | anna             | anna bo | anna code 100              | anna link 100              | anna code 100              | anna code 100              | anna code 100
          own touch not last                 | anna             | bo anna | anna code 100              | bo link 100                | anna code 100              | bo link 100                | anna code 60, bo link 40
          touch of another last              | anna             | bo      | anna code 100              | bo link 100                | bo link 100                | bo link 100                | anna code 60, bo link 40
          same creator on both sides         | anna             | anna    | anna code 100              | anna link 100              | anna code 100              | anna code 100              | anna code 100
          code of nobody, no touch           | shop             | -       | nobody 100                 | nobody 100                 | nobody 100                 | nobody 100                 | nobody 100
          code of nobody, touch              | shop             | bo      | bo link 100                | bo link 100                | bo link 100                | bo link 100                | bo link 100
          code of nobody before one of anna  | shop anna        | bo      | anna code 100              | bo link 100                | bo link 100                | bo link 100                | anna code 60, bo link 40
          two codes, discounts, no touch     | anna:300 cem:100 | -       | anna code 75, cem code 25  | anna code 75, cem code 25  | nobody 100                 | nobody 100                 | anna code 75, cem code 25
          two codes, discounts, other touch  | anna:300 cem:100 | bo      | anna code 75, cem code 25  | bo link 100                | bo link 100                | bo link 100                | anna code 45, cem code 15, bo link 40
          two codes, discounts, own touch    | anna:300 cem:100 | anna    | anna code 75, cem code 25  | anna link 100              | anna code 100              | anna code 100              | anna code 85, cem code 15
          two codes, discounts, second's     | anna:300 cem:100 | cem bo  | anna code 75, cem code 25  | cem link 100               | cem code 100               | cem code 100               | anna code 45, cem code 55
          two codes, no discount, no touch   | anna cem         | -       | anna code 100              | anna code 100              | nobody 100                 | nobody 100                 | anna code 100
          two codes, no discount, touch      | anna cem         | bo      | anna code 100              | bo link 100                | bo link 100                | bo link 100                | anna code 60, bo link 40
          two codes, one discount            | anna cem:100     | -       | anna code 100              | anna code 100              | nobody 100                 | nobody 100                 | anna code 100
          two codes, no discount, second's   | anna cem         | cem     | anna code 100              | cem link 100               | cem code 100               | cem code 100               | anna code 60, cem link 40
          """)
  void each_policy_credits_as_the_table_says(
      String name,
      String codes,
      String touches,
      String codeWins,
      String linkWins,
      String codeIfInvolved,
      String codeIfLast,
      String split) {
    assertThat(
            List.of(CodeCreditPolicy.values()).stream().map(each -> decided(codes, touches, each)))
        .as(name)
        .containsExactly(codeWins, linkWins, codeIfInvolved, codeIfLast, split);
  }

  private static String decided(String codes, String touches, CodeCreditPolicy policy) {
    AnOrder order = AnOrder.placed();
    for (String code : codes.split(" ", -1)) {
      String[] parts = code.split(":", -1);
      OptionalLong discount =
          parts.length > 1 ? OptionalLong.of(Long.parseLong(parts[1])) : OptionalLong.empty();
      if (parts[0].equals("shop")) {
        order.withShopCode("SHOP", credit(policy));
      } else {
        order.withCodeOf(parts[0], credit(policy), discount);
      }
    }
    int hours = 0;
    for (String who : touches.split(" ", -1)) {
      hours++;
      if (!who.equals("-")) {
        order.touchedBy(who, Duration.ofHours(hours));
      }
    }
    return inPercent(order.decided().shares());
  }

  private static CodeCredit credit(CodeCreditPolicy policy) {
    return new CodeCredit(policy, policy == CodeCreditPolicy.SPLIT ? SPLIT_BASIS_POINTS : 0);
  }

  private static String inPercent(List<Share> shares) {
    long all = shares.stream().mapToLong(Share::weight).sum();
    return shares.stream()
        .map(
            share ->
                "%s %d"
                    .formatted(
                        share
                            .key()
                            .owner()
                            .map(
                                owner ->
                                    owner.creatorId()
                                        + " "
                                        + share.key().source().name().toLowerCase(Locale.ROOT))
                            .orElse("nobody"),
                        share.weight() * 100 / all))
        .collect(Collectors.joining(", "));
  }
}
