package dev.tributary.attribution.promocode;

import dev.tributary.attribution.batch.Admission;
import dev.tributary.attribution.batch.Recording;
import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import dev.tributary.type.v1.ErrorReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final CodeKeyStore keys = new CodeKeyStore();

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
   * @throws ApiException NOT_FOUND, VERSION_MISMATCH, or FIELD_INVALID when the end would not be
   *     after the start
   */
  Changed change(String workspace, PromoCodeChange change) {
    Changed changed = database.write(handle -> change(handle, workspace, change));
    committed.run();
    return changed;
  }

  private Recording create(Handle handle, String workspace, List<NewPromoCode> codes) {
    List<String> codeIds = codes.stream().map(NewPromoCode::codeId).distinct().toList();
    Heads heads = lock(handle, workspace, codeIds);
    Map<String, StoredPromoCode> recorded =
        store.byIds(handle, workspace, codeIds).stream()
            .collect(Collectors.toMap(stored -> stored.code().codeId(), Function.identity()));
    Admission<String, NewPromoCode> admission =
        Admission.of(codes, NewPromoCode::codeId, NewPromoCode::content, recorded);
    Map<String, Rejected> refused = claimKeys(handle, workspace, admission.fresh());
    List<StoredPromoCode> created =
        admission.fresh().stream()
            .filter(code -> !refused.containsKey(code.codeId()))
            .map(code -> append(heads, workspace, code.created(heads.recordTime()), code))
            .toList();
    store.insert(handle, workspace, created);
    owners.insertNewest(handle, workspace, created);
    return Recording.of(admission.verdicts(refused), heads.finish(), admission.resent());
  }

  /** Gives free keys to the codes that want them; answers the codes that come too late. */
  private Map<String, Rejected> claimKeys(
      Handle handle, String workspace, List<NewPromoCode> codes) {
    Map<CodeKeyStore.Claim, NewPromoCode> first = new HashMap<>();
    codes.forEach(code -> first.putIfAbsent(CodeKeyStore.Claim.of(code), code));
    keys.claim(handle, workspace, first.values());
    Map<CodeKeyStore.Claim, String> winners = keys.winners(handle, workspace, codes);
    return codes.stream()
        .filter(code -> !code.codeId().equals(winners.get(CodeKeyStore.Claim.of(code))))
        .collect(Collectors.toMap(NewPromoCode::codeId, code -> keyTaken()));
  }

  private Changed change(Handle handle, String workspace, PromoCodeChange change) {
    Heads heads = lock(handle, workspace, List.of(change.codeId()));
    StoredPromoCode before =
        store.byIds(handle, workspace, List.of(change.codeId())).stream()
            .findFirst()
            .orElseThrow(() -> ApiException.notFound("promo_code", change.codeId()));
    long version = before.code().version();
    if (change.expectedVersion().orElse(version) != version) {
      throw ApiException.versionMismatch(
          "promo_code", change.codeId(), change.expectedVersion().getAsLong(), version);
    }
    PromoCode after = applied(change, before.code(), heads);
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

  private Heads lock(Handle handle, String workspace, List<String> codeIds) {
    return log.lock(
        handle, codeIds.stream().map(codeId -> NewPromoCode.shard(workspace, codeId)).toList());
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

  private static Rejected keyTaken() {
    return new Rejected(
        ErrorReason.ERROR_REASON_CODE_KEY_TAKEN,
        "code",
        "another code of the storefront has, or once had, the same letters (expected: a new code)");
  }

  /**
   * A changed code.
   *
   * @param code the code after the change
   * @param position where its newest change stands in the feed
   */
  record Changed(PromoCode code, String position) {}
}
