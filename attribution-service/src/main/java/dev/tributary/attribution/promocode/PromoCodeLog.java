package dev.tributary.attribution.promocode;

import dev.tributary.attribution.batch.Admission;
import dev.tributary.attribution.batch.Recording;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Creates and changes promo codes. When it answers, what it did is on disk and in the feed. */
public final class PromoCodeLog {
  private final Database database;
  private final FeedLog log;
  private final Runnable committed;
  private final PromoCodeStore store = new PromoCodeStore();

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
    CodeBatch batch = CodeBatch.lock(log, handle, workspace, codes, Set.of());
    Map<String, StoredPromoCode> recorded =
        store.byIds(handle, workspace, codeIds).stream()
            .collect(Collectors.toMap(stored -> stored.code().codeId(), Function.identity()));
    Admission<String, NewPromoCode> admission =
        Admission.of(codes, NewPromoCode::codeId, NewPromoCode::content, recorded);
    CodeClaims claims = batch.claims(admission.fresh());
    Map<String, Rejected> refused = new HashMap<>();
    List<StoredPromoCode> created = new ArrayList<>();
    for (NewPromoCode wanted : admission.fresh()) {
      try {
        created.add(batch.append(claims.claim(wanted), wanted));
      } catch (Rejected refusal) {
        refused.put(wanted.codeId(), refusal);
      }
    }
    batch.insert(created);
    return Recording.of(admission.verdicts(refused), batch.heads().finish(), admission.resent());
  }

  private Changed change(Handle handle, String workspace, PromoCodeChange change) {
    // What it looks like never changes, so it may be read before it is locked.
    NewPromoCode creation = find(handle, workspace, change.codeId()).creation();
    CodeBatch batch = CodeBatch.lock(log, handle, workspace, List.of(creation), Set.of());
    StoredPromoCode before = find(handle, workspace, change.codeId());
    long version = before.code().version();
    if (change.expectedVersion().orElse(version) != version) {
      throw ApiException.versionMismatch(
          "promo_code", change.codeId(), change.expectedVersion().getAsLong(), version);
    }
    PromoCode after = applied(change, before.code(), batch.now());
    if (after.equals(before.code())) {
      return new Changed(after, log.positionOf(before.shard(), before.sequence()).encode());
    }
    requireRoom(batch, before.code(), after);
    batch.update(before.code(), batch.append(after, before.creation()));
    return new Changed(after, batch.heads().finish().encode());
  }

  private StoredPromoCode find(Handle handle, String workspace, String codeId) {
    return store.byIds(handle, workspace, List.of(codeId)).stream()
        .findFirst()
        .orElseThrow(() -> ApiException.notFound("promo_code", codeId));
  }

  /** Refuses a change that would make a code valid in the time of another. */
  private static void requireRoom(CodeBatch batch, PromoCode before, PromoCode after) {
    if (after.validity().equals(before.validity())) {
      return;
    }
    CodeRules.refusal(before, after, batch.alike(after), batch.now())
        .ifPresent(
            refusal -> {
              throw ApiException.codeInTheWay(refusal.withPrefix("promo_code"));
            });
  }

  private static PromoCode applied(PromoCodeChange change, PromoCode code, Instant now) {
    try {
      return change.applyTo(code, now);
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
