package dev.tributary.attribution.promocode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A row of promo_code, which lacks the owners to be a code. Its components are the columns. */
record PromoCodeRow(
    int shard,
    String codeId,
    String storefrontId,
    String code,
    String codeKey,
    Optional<Instant> startTime,
    Optional<Instant> endTime,
    Optional<Instant> disabledSince,
    CodeEnforcement enforcement,
    CodeCredit credit,
    CodeTerms terms,
    CodeSuccession succession,
    long version,
    Instant createTime,
    long sequence,
    Optional<Instant> createdStartTime,
    Optional<Instant> createdEndTime,
    boolean createdDisabled,
    CodeEnforcement createdEnforcement,
    CodeCredit createdCredit,
    CodeTerms createdTerms) {

  /** The code with its owners, oldest first. */
  StoredPromoCode ownedBy(List<OwnerInterval> owners) {
    var now =
        new PromoCode(
            codeId,
            code,
            codeKey,
            storefrontId,
            owners,
            startTime,
            endTime,
            disabledSince,
            enforcement,
            credit,
            terms,
            succession,
            version,
            createTime);
    var creation =
        new NewPromoCode(
            codeId,
            code,
            codeKey,
            storefrontId,
            owners.get(0).owner(),
            createdStartTime,
            createdEndTime,
            createdDisabled,
            createdEnforcement,
            createdCredit,
            createdTerms);
    return new StoredPromoCode(now, creation, shard, sequence);
  }
}
