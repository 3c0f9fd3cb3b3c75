package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.promocode.PromoCodeChange.Field;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.testing.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random creations and changes of codes of one key: no two are ever valid at one instant. */
class CodeIntervalsPropertyTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int DAYS = 20;
  private static final int STEPS = 60;

  @ParameterizedTest
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void no_two_codes_of_one_key_are_valid_at_one_instant_whatever_is_asked_for(long seed) {
    RandomGenerator random = Seeds.random(seed);
    List<PromoCode> codes = new ArrayList<>();
    Set<String> outcomes = new HashSet<>();
    for (int step = 0; step < STEPS; step++) {
      Instant now = START.plus(Duration.ofHours(step * 8L));
      outcomes.add(
          codes.isEmpty() || random.nextInt(3) == 0
              ? created(codes, wanted(random, step), now)
              : changed(codes, random, now));
      requireOneAtATime(codes);
      requireOneCreator(codes);
    }
    assertThat(outcomes).contains("done");
  }

  private static String created(List<PromoCode> codes, NewPromoCode wanted, Instant now) {
    CodeClaims claims = new CodeClaims(now);
    codes.forEach(claims::add);
    try {
      codes.add(claims.claim(wanted));
      return "done";
    } catch (Rejected refusal) {
      return refusal.reason().name();
    }
  }

  private static String changed(List<PromoCode> codes, RandomGenerator random, Instant now) {
    PromoCode before = codes.get(random.nextInt(codes.size()));
    List<PromoCode> others =
        codes.stream().filter(code -> !code.codeId().equals(before.codeId())).toList();
    try {
      PromoCode after = change(before, random).applyTo(before, now);
      Optional<Rejected> refusal = CodeRules.refusal(before, after, others, now);
      if (refusal.isEmpty()) {
        codes.set(codes.indexOf(before), after);
      }
      return refusal.map(rejected -> rejected.reason().name()).orElse("done");
    } catch (Rejected refusal) {
      return refusal.reason().name();
    }
  }

  private static void requireOneAtATime(List<PromoCode> codes) {
    for (Instant time : instants(codes)) {
      List<String> valid =
          codes.stream()
              .filter(code -> code.refusalAt(time).isEmpty())
              .map(PromoCode::codeId)
              .toList();
      assertThat(valid).as("valid at %s of %s", time, codes).hasSizeLessThanOrEqualTo(1);
      Optional<PromoCode> chosen = new CodeIntervals(codes).at(time);
      assertThat(chosen).isPresent();
      if (!valid.isEmpty()) {
        assertThat(chosen.get().codeId()).isEqualTo(valid.get(0));
      }
    }
  }

  private static void requireOneCreator(List<PromoCode> codes) {
    assertThat(codes.stream().map(PromoCode::owner).flatMap(Optional::stream).map(Owner::creatorId))
        .allMatch(codes.get(0).owner().orElseThrow().creatorId()::equals);
  }

  /** Every edge, and the instants beside it. */
  private static Set<Instant> instants(List<PromoCode> codes) {
    return codes.stream()
        .map(PromoCode::validity)
        .flatMap(
            validity ->
                IntStream.rangeClosed(-1, 1)
                    .boxed()
                    .flatMap(
                        micros ->
                            List.of(validity.start(), validity.end()).stream()
                                .flatMap(Optional::stream)
                                .map(edge -> edge.plusNanos(micros * 1_000L))))
        .filter(time -> time.isAfter(Instant.EPOCH))
        .collect(Collectors.toSet());
  }

  private static NewPromoCode wanted(RandomGenerator random, int step) {
    String creator = random.nextInt(4) == 0 ? "bo" : "anna";
    Optional<Instant> start = time(random);
    Optional<Instant> end =
        random.nextInt(3) == 0
            ? Optional.empty()
            : Optional.of(start.orElse(START).plus(Duration.ofHours(1 + random.nextInt(24 * 5))));
    String text = List.of("ANNA10", "Anna-10", "anna_10").get(random.nextInt(3));
    return new NewPromoCode(
        "code-" + step,
        text,
        CodeKey.of(text),
        "main",
        Optional.of(new Owner("col-" + step, creator, "spring")),
        start,
        end,
        random.nextInt(8) == 0,
        CodeEnforcement.SHOP,
        CodeCredit.DEFAULT,
        CodeTerms.NONE);
  }

  private static PromoCodeChange change(PromoCode code, RandomGenerator random) {
    Field field = List.of(Field.START_TIME, Field.END_TIME, Field.DISABLED).get(random.nextInt(3));
    return new PromoCodeChange(
        code.codeId(),
        Set.of(field),
        Optional.empty(),
        time(random),
        time(random),
        random.nextBoolean(),
        CodeEnforcement.SHOP,
        CodeCredit.DEFAULT,
        CodeTerms.NONE,
        OptionalLong.empty());
  }

  private static Optional<Instant> time(RandomGenerator random) {
    return random.nextInt(4) == 0
        ? Optional.empty()
        : Optional.of(START.plus(Duration.ofHours(random.nextInt(24 * DAYS))));
  }
}
