package dev.tributary.attribution.promocode;

import dev.tributary.runtime.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Proposes and judges codes against those that a shop has. Writes nothing. */
public final class CodeAdvice {
  private final Database database;
  private final PromoCodeStore store = new PromoCodeStore();

  /** Advice from the codes of a database. */
  public CodeAdvice(Database database) {
    this.database = database;
  }

  /** Codes for each wish, best first, that are free now. */
  List<List<String>> suggest(
      String workspace, String storefrontId, List<CodeWish> wishes, int countMax) {
    return database.snapshot(
        handle ->
            CodeSuggestions.of(
                wishes,
                countMax,
                skeletons -> store.takenSkeletons(handle, workspace, storefrontId, skeletons)));
  }

  /**
   * What speaks against a code.
   *
   * @param creatorId whose it would be; empty when that is not told
   * @param now when it would be created
   */
  List<Finding> review(
      String workspace,
      String storefrontId,
      String code,
      String discount,
      Optional<String> creatorId,
      Instant now) {
    String skeleton = Skeleton.of(CodeKey.of(code));
    List<PromoCode> alike =
        database
            .read(handle -> store.bySkeletons(handle, workspace, storefrontId, List.of(skeleton)))
            .stream()
            .map(StoredPromoCode::code)
            .toList();
    return CodeReview.of(code, discount, alike, creatorId, now);
  }
}
