package dev.tributary.attribution.promocode;

import dev.tributary.attribution.batch.Admission;
import dev.tributary.attribution.batch.Recording;
import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Creates and changes promo codes. When it answers, what it did is on disk and in the feed. */
public final class PromoCodeLog {
  private final Database database;
  private final FeedLog log;
  private final Runnable committed;
  private final PromoCodeStore store = new PromoCodeStore();
  private final CodeOwnerStore owners = new CodeOwnerStore();

  /**
   * A writer of one database.
   *
   * @param committed is told after every write that the feed has grown
   */
  public PromoCodeLog(Database database, FeedLog log, Runnable committed) {
    this.database = database;
    this.log = log;
    this.committed = committed;
  }

  /** Creates what is new; answers the rest as before. */
  Recording create(String workspace, List<NewPromoCode> codes) {
    if (codes.isEmpty()) {
      return Recording.none(log.feedName());
    }
    Recording recording = database.write(handle -> create(handle, workspace, codes));
    committed.run();
    return recording;
  }

  /**
   * Changes a code. A change that makes no difference leaves version and feed alone.
   *
   * @throws ApiException NOT_FOUND, VERSION_MISMATCH, FIELD_INVALID when the end would not be after
   *     the start, CODE_OVERLAPS or CODE_CONFUSABLE when another code is in the way
   */
  Changed change(String workspace, PromoCodeChange change) {
    Changed changed = database.write(handle -> change(handle, workspace, change));
    committed.run();
    return changed;
  }

  private Recording create(Handle handle, String workspace, List<NewPromoCode> codes) {
    List<String> codeIds = codes.stream().map(NewPromoCode::codeId).distinct().toList();
    Heads heads = lock(handle, workspace, codes);
    Map<String, StoredPromoCode> recorded =
        store.byIds(handle, workspace, codeIds).stream()
            .collect(Collectors.toMap(stored -> stored.code().codeId(), Function.identity()));
    Admission<String, NewPromoCode> admission =
        Admission.of(codes, NewPromoCode::codeId, NewPromoCode::content, recorded);
    CodeClaims claims = claims(handle, workspace, admission.fresh(), heads.recordTime());
    Map<String, Rejected> refused = new HashMap<>();
    List<StoredPromoCode> created = new ArrayList<>();
    for (NewPromoCode wanted : admission.fresh()) {
      try {
        created.add(append(heads, workspace, claims.claim(wanted), wanted));
      } catch (Rejected refusal) {
        refused.put(wanted.codeId(), refusal);
      }
    }
    store.insert(handle, workspace, created);
    owners.insertNewest(handle, workspace, created);
    return Recording.of(admission.verdicts(refused), heads.finish(), admission.resent());
  }

  /** The codes that the new ones could be taken for, or that have their keys. */
  private CodeClaims claims(
      Handle handle, String workspace, List<NewPromoCode> codes, Instant now) {
    Map<String, Set<String>> skeletons = new TreeMap<>();
    codes.forEach(
        code ->
            skeletons
                .computeIfAbsent(code.storefrontId(), absent -> new TreeSet<>())
                .add(code.skeleton()));
    CodeClaims claims = new CodeClaims(now);
    skeletons.forEach(
        (storefrontId, looks) ->
            store.bySkeletons(handle, workspace, storefrontId, looks).stream()
                .map(StoredPromoCode::code)
                .forEach(claims::add));
    return claims;
  }

  private Changed change(Handle handle, String workspace, PromoCodeChange change) {
    // What it looks like never changes, so it may be read before it is locked.
    NewPromoCode creation = find(handle, workspace, change.codeId()).creation();
    Heads heads = lock(handle, workspace, List.of(creation));
    StoredPromoCode before = find(handle, workspace, change.codeId());
    long version = before.code().version();
    if (change.expectedVersion().orElse(version) != version) {
      throw ApiException.versionMismatch(
          "promo_code", change.codeId(), change.expectedVersion().getAsLong(), version);
    }
    PromoCode after = applied(change, before.code(), heads);
    requireRoom(handle, workspace, before.code(), after, heads.recordTime());
    if (after.equals(before.code())) {
      return new Changed(after, log.positionOf(before.shard(), before.sequence()).encode());
    }
    StoredPromoCode stored = append(heads, workspace, after, before.creation());
    store.update(handle, workspace, stored);
    if (!after.owners().equals(before.code().owners())) {
      owners.insertNewest(handle, workspace, List.of(stored));
    }
    return new Changed(after, heads.finish().encode());
  }

  private StoredPromoCode find(Handle handle, String workspace, String codeId) {
    return store.byIds(handle, workspace, List.of(codeId)).stream()
        .findFirst()
        .orElseThrow(() -> ApiException.notFound("promo_code", codeId));
  }

  /** Refuses a change that would make a code valid in the time of another. */
  private void requireRoom(
      Handle handle, String workspace, PromoCode before, PromoCode after, Instant now) {
    if (after.validity().equals(before.validity())) {
      return;
    }
    List<PromoCode> alike =
        store
            .bySkeletons(handle, workspace, after.storefrontId(), List.of(after.skeleton()))
            .stream()
            .map(StoredPromoCode::code)
            .filter(other -> !other.codeId().equals(after.codeId()))
            .toList();
    CodeRules.refusal(before, after, alike, now)
        .ifPresent(
            refusal -> {
              throw ApiException.codeInTheWay(refusal.withPrefix("promo_code"));
            });
  }

  /** Heads of the codes, and of what they look like: nobody else gives such a code meanwhile. */
  private Heads lock(Handle handle, String workspace, List<NewPromoCode> codes) {
    Set<Integer> shards = new TreeSet<>();
    for (NewPromoCode code : codes) {
      shards.add(NewPromoCode.shard(workspace, code.codeId()));
      shards.add(NewPromoCode.lookShard(workspace, code.storefrontId(), code.skeleton()));
    }
    return log.lock(handle, shards);
  }

  private static StoredPromoCode append(
      Heads heads, String workspace, PromoCode code, NewPromoCode creation) {
    int shard = NewPromoCode.shard(workspace, code.codeId());
    byte[] payload = PromoCodeProtos.toProto(code).toByteArray();
    long sequence = heads.append(shard, workspace, FeedKind.PROMO_CODE.stored(), payload);
    return new StoredPromoCode(code, creation, shard, sequence);
  }

  private static PromoCode applied(PromoCodeChange change, PromoCode code, Heads heads) {
    try {
      return change.applyTo(code, heads.recordTime());
    } catch (Rejected rejected) {
      throw ApiException.fieldInvalid(rejected.withPrefix("promo_code"));
    }
  }

  /**
   * A changed code.
   *
   * @param code the code after the change
   * @param position where its newest change stands in the feed
   */
  record Changed(PromoCode code, String position) {}
}
