package dev.tributary.attribution.promocode;

import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Codes that are created and changed in one transaction. The heads of the codes are locked, and of
 * what they look like: nobody else gives such a code, or changes when one is valid, meanwhile.
 */
final class CodeBatch {
  private final Handle handle;
  private final String workspace;
  private final Heads heads;
  private final PromoCodeStore store = new PromoCodeStore();
  private final CodeOwnerStore owners = new CodeOwnerStore();

  private CodeBatch(Handle handle, String workspace, Heads heads) {
    this.handle = handle;
    this.workspace = workspace;
    this.heads = heads;
  }

  /**
   * Locks codes.
   *
   * @param others further shards to be locked
   */
  static CodeBatch lock(
      FeedLog log,
      Handle handle,
      String workspace,
      Collection<NewPromoCode> codes,
      Set<Integer> others) {
    Set<Integer> shards = new TreeSet<>(others);
    for (NewPromoCode code : codes) {
      shards.add(NewPromoCode.shard(workspace, code.codeId()));
      shards.add(NewPromoCode.lookShard(workspace, code.storefrontId(), code.skeleton()));
    }
    return new CodeBatch(handle, workspace, log.lock(handle, shards));
  }

  /** The locked heads; the caller finishes them. */
  Heads heads() {
    return heads;
  }

  /** The time of the transaction. */
  Instant now() {
    return heads.recordTime();
  }

  /** The codes of a shop that look like this one, itself left out. */
  List<PromoCode> alike(PromoCode code) {
    return store
        .bySkeletons(handle, workspace, code.storefrontId(), List.of(code.skeleton()))
        .stream()
        .map(StoredPromoCode::code)
        .filter(other -> !other.codeId().equals(code.codeId()))
        .toList();
  }

  /** What new codes find: all that they could be taken for, or that have their keys. */
  CodeClaims claims(Collection<NewPromoCode> codes) {
    return claims(handle, workspace, codes, now());
  }

  /** The same without a lock, for whoever only wants to know. */
  static CodeClaims claims(
      Handle handle, String workspace, Collection<NewPromoCode> codes, Instant now) {
    Map<String, Set<String>> skeletons = new TreeMap<>();
    codes.forEach(
        code ->
            skeletons
                .computeIfAbsent(code.storefrontId(), absent -> new TreeSet<>())
                .add(code.skeleton()));
    CodeClaims claims = new CodeClaims(now);
    skeletons.forEach(
        (storefrontId, looks) ->
            new PromoCodeStore()
                .bySkeletons(handle, workspace, storefrontId, looks).stream()
                    .map(StoredPromoCode::code)
                    .forEach(claims::add));
    return claims;
  }

  /** Puts a state of a code into the feed. */
  StoredPromoCode append(PromoCode code, NewPromoCode creation) {
    int shard = NewPromoCode.shard(workspace, code.codeId());
    byte[] payload = PromoCodeProtos.toProto(code).toByteArray();
    long sequence = heads.append(shard, workspace, FeedKind.PROMO_CODE.stored(), payload);
    return new StoredPromoCode(code, creation, shard, sequence);
  }

  /** Writes codes that are new. */
  void insert(List<StoredPromoCode> created) {
    store.insert(handle, workspace, created);
    owners.insertNewest(handle, workspace, created);
  }

  /** Writes the new state of a code. */
  void update(PromoCode before, StoredPromoCode after) {
    store.update(handle, workspace, after);
    if (!after.code().owners().equals(before.owners())) {
      owners.insertNewest(handle, workspace, List.of(after));
    }
  }
}
