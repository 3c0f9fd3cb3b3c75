package dev.tributary.attribution.promocode;

import dev.tributary.attribution.batch.Content;
import dev.tributary.attribution.owner.Owner;
import dev.tributary.runtime.log.Shards;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A code as its creation asks for it.
 *
 * @param codeId the caller's id, unique in the workspace
 * @param code the code as people see it
 * @param codeKey {@link CodeKey#of} the code
 * @param storefrontId the shop that accepts it
 * @param owner whose code it is; empty for the shop's own
 * @param startTime first instant of validity, if it has one
 * @param endTime end of validity, exclusive, if it has one
 * @param disabled whether it is switched off from the beginning
 * @param enforcement who refuses uses that its terms do not allow
 * @param credit how it and touches rank
 * @param terms what it gives and how often
 */
record NewPromoCode(
    String codeId,
    String code,
    String codeKey,
    String storefrontId,
    Optional<Owner> owner,
    Optional<Instant> startTime,
    Optional<Instant> endTime,
    boolean disabled,
    CodeEnforcement enforcement,
    CodeCredit credit,
    CodeTerms terms) {

  /** Shard of the code and of everything that belongs to it. */
  static int shard(String workspace, String codeId) {
    return Shards.of(workspace, "code", codeId);
  }

  /**
   * Shard of what a code looks like, the same for every code of the storefront that it could be
   * taken for. Whoever gives or changes the time of such a code locks its head.
   */
  static int lookShard(String workspace, String storefrontId, String skeleton) {
    return Shards.of(workspace, "code-look", storefrontId, skeleton);
  }

  /** The same under another key. */
  NewPromoCode withKey(String key) {
    return new NewPromoCode(
        codeId,
        code,
        key,
        storefrontId,
        owner,
        startTime,
        endTime,
        disabled,
        enforcement,
        credit,
        terms);
  }

  /** What it looks like; see {@link Skeleton}. */
  String skeleton() {
    return Skeleton.of(CodeKey.of(code));
  }

  /** What decides whether a creation is a resend. */
  Content content() {
    return Content.builder()
        .text("code", code)
        .text("storefront_id", storefrontId)
        .optional("owner", owner)
        .optional("start_time", startTime)
        .optional("end_time", endTime)
        .flag("disabled", disabled)
        // What codes had before they could tell, so that it is absent there.
        .text("enforced_by", enforcement == CodeEnforcement.SHOP ? "" : enforcement.name())
        .text(
            "credit_policy",
            credit.policy() == CodeCredit.DEFAULT.policy() ? "" : credit.policy().name())
        .text(
            "split_basis_points",
            credit.splitBasisPoints() == 0 ? "" : Integer.toString(credit.splitBasisPoints()))
        .text("future_days", credit.futureDays() == 0 ? "" : Integer.toString(credit.futureDays()))
        .optional("limits", Optional.of(terms.limits()).filter(CodeLimits::areAny))
        .optional("discount", terms.discount())
        .build();
  }

  /** The code in its first version. */
  PromoCode created(Instant createTime) {
    return new PromoCode(
        codeId,
        code,
        codeKey,
        storefrontId,
        List.of(new OwnerInterval(owner, Optional.empty())),
        startTime,
        endTime,
        disabled ? Optional.of(Instant.EPOCH) : Optional.empty(),
        enforcement,
        credit,
        terms,
        CodeSuccession.NONE,
        1,
        createTime);
  }
}
