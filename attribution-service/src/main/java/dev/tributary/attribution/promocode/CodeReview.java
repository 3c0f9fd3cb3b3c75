package dev.tributary.attribution.promocode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What speaks against a code that somebody proposes. */
final class CodeReview {
  private static final int CHARACTERS_MIN = 4;
  private static final int CHARACTERS_GOOD_MAX = 20;

  /** What the contract allows. */
  private static final int CHARACTERS_MAX = 64;

  private static final Pattern DIGITS_AT_END = Pattern.compile("\\d+$");

  private CodeReview() {}

  /**
   * All findings, errors first.
   *
   * @param code as proposed
   * @param discount what the code should end with, as digits; empty when not to be looked at
   * @param alike codes of the storefront with the same skeleton
   * @param creatorId whose code it would be; empty when that is not told
   * @param now when it would be created
   */
  static List<Finding> of(
      String code,
      String discount,
      List<PromoCode> alike,
      Optional<String> creatorId,
      Instant now) {
    String key = CodeKey.of(code);
    List<Finding> findings = new ArrayList<>();
    addLength(findings, key);
    if (Scripts.areMixed(key)) {
      findings.add(
          Finding.error(
              FindingReason.MIXED_SCRIPT,
              "has letters of several alphabets that look alike; write it in one"));
    }
    String taken =
        alike.stream()
            .map(PromoCode::codeKey)
            .filter(CodeKey.spelled(code)::equals)
            .findFirst()
            .orElse(key);
    for (PromoCode other : alike) {
      findings.add(
          other.codeKey().equals(taken) ? sameKey(other, creatorId, now) : sameLook(other, now));
    }
    SpokenCode.troubles(code)
        .forEach(
            trouble -> findings.add(Finding.warning(FindingReason.HARD_TO_SAY_OR_TYPE, trouble)));
    addDiscount(findings, key, discount);
    findings.sort(Comparator.comparing(Finding::isError).reversed());
    return findings;
  }

  private static void addLength(List<Finding> findings, String key) {
    int characters = key.codePointCount(0, key.length());
    if (characters == 0) {
      findings.add(
          Finding.error(
              FindingReason.TOO_SHORT, "has nothing but separators and invisible characters"));
    } else if (characters < CHARACTERS_MIN) {
      findings.add(
          Finding.warning(
              FindingReason.TOO_SHORT,
              characters + " characters are soon guessed (expected: 4 or more)"));
    } else if (characters > CHARACTERS_MAX) {
      findings.add(
          Finding.error(FindingReason.TOO_LONG, characters + " characters (expected: up to 64)"));
    } else if (characters > CHARACTERS_GOOD_MAX) {
      findings.add(
          Finding.warning(
              FindingReason.TOO_LONG,
              characters + " characters are much to type (expected: up to 20)"));
    }
  }

  private static Finding sameKey(PromoCode other, Optional<String> creatorId, Instant now) {
    if (creatorId.isPresent() && CodeRules.isOf(creatorId, other)) {
      return other.validity().lasts(now)
          ? Finding.inTheWay(
              FindingReason.TAKEN,
              "%s of this creator is valid %s; a new one needs another time"
                  .formatted(other.code(), other.validity().inWords()),
              other)
          : Finding.beside(
              FindingReason.REACTIVATES,
              "%s of this creator was valid %s; it would be given again"
                  .formatted(other.code(), other.validity().inWords()),
              other);
    }
    return Finding.inTheWay(
        FindingReason.TAKEN, other.code() + " exists, or once existed, in this shop", other);
  }

  private static Finding sameLook(PromoCode other, Instant now) {
    String message = "looks like " + other.code() + " of this shop";
    return other.validity().lasts(now)
        ? Finding.inTheWay(FindingReason.CONFUSABLE_WITH, message, other)
        : Finding.beside(
            FindingReason.CONFUSABLE_WITH, message + ", which is no longer valid", other);
  }

  private static void addDiscount(List<Finding> findings, String key, String discount) {
    Matcher digits = DIGITS_AT_END.matcher(key);
    if (!discount.isEmpty() && digits.find() && !digits.group().equals(discount)) {
      findings.add(
          Finding.warning(
              FindingReason.LOOKS_LIKE_OTHER_DISCOUNT,
              "ends with %s, and the discount is %s".formatted(digits.group(), discount)));
    }
  }
}
