package dev.tributary.attribution.promocode;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Positions;
import dev.tributary.type.v1.ErrorReason;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Replaces codes by others, all of a command or none. */
public final class CodeRotations {
  private final Database database;
  private final FeedLog log;
  private final CodeCredits uses;
  private final DoubtfulUses doubts;
  private final Clock clock;
  private final Runnable committed;
  private final PromoCodeStore codes = new PromoCodeStore();
  private final CodeRotationStore rotations = new CodeRotationStore();

  /**
   * Rotations of the codes of one database.
   *
   * @param uses knows what codes are credited with
   * @param doubts holds and rejects orders
   * @param clock tells now when nothing is written
   * @param committed is told after every write that the feed has grown
   */
  public CodeRotations(
      Database database,
      FeedLog log,
      CodeCredits uses,
      DoubtfulUses doubts,
      Clock clock,
      Runnable committed) {
    this.database = database;
    this.log = log;
    this.uses = uses;
    this.doubts = doubts;
    this.clock = clock;
    this.committed = committed;
  }

  /**
   * What a command would do. Writes nothing.
   *
   * @throws ApiException as {@link #rotate}
   */
  Rotated preview(String workspace, CodeRotation rotation) {
    Rotated rotated = database.snapshot(handle -> preview(handle, workspace, rotation));
    return rotation
        .doubt()
        .map(doubt -> rotated.with(doubts.preview(workspace, doubt)))
        .orElse(rotated);
  }

  private Rotated preview(Handle handle, String workspace, CodeRotation rotation) {
    Optional<Rotated> recorded = recorded(handle, workspace, rotation);
    if (recorded.isPresent()) {
      return recorded.get();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<StoredPromoCode> olds = olds(handle, workspace, rotation);
    List<NewPromoCode> wanted = wanted(rotation, olds, now);
    requireFreeIds(handle, workspace, wanted);
    Plan plan =
        Plan.of(rotation, olds, wanted, CodeBatch.claims(handle, workspace, wanted, now), now);
    return new Rotated(
        plan.olds,
        plan.news,
        effects(handle, workspace, rotation),
        Optional.empty(),
        Positions.empty(log.feedName()));
  }

  /**
   * Carries a command out, once; what is to be done about orders is done after the codes are
   * replaced, and a resend finishes it.
   *
   * @throws ApiException NOT_FOUND for an unknown old code, ID_REUSED for a rotation_id or a
   *     new_code_id that exists, FIELD_INVALID for an old code that cannot be replaced,
   *     CODE_KEY_TAKEN, CODE_OVERLAPS or CODE_CONFUSABLE for a new code that cannot be
   */
  Rotated rotate(String workspace, CodeRotation rotation) {
    Rotated rotated = database.write(handle -> rotate(handle, workspace, rotation));
    committed.run();
    return rotation
        .doubt()
        .map(doubt -> rotated.with(doubts.settle(workspace, doubt)))
        .orElse(rotated);
  }

  private Rotated rotate(Handle handle, String workspace, CodeRotation rotation) {
    // What they look like never changes, so it may be read before it is locked.
    List<NewPromoCode> toLock =
        Stream.concat(
                olds(handle, workspace, rotation).stream().map(StoredPromoCode::creation),
                wanted(rotation, olds(handle, workspace, rotation), Instant.EPOCH).stream())
            .toList();
    CodeBatch batch = CodeBatch.lock(log, handle, workspace, toLock, shards(workspace, rotation));
    Optional<Rotated> recorded = recorded(handle, workspace, rotation);
    if (recorded.isPresent()) {
      return recorded.get();
    }
    List<StoredPromoCode> olds = olds(handle, workspace, rotation);
    List<NewPromoCode> wanted = wanted(rotation, olds, batch.now());
    requireFreeIds(handle, workspace, wanted);
    Plan plan = Plan.of(rotation, olds, wanted, batch.claims(wanted), batch.now());
    List<StoredPromoCode> created = new ArrayList<>();
    for (int i = 0; i < olds.size(); i++) {
      batch.update(olds.get(i).code(), batch.append(plan.olds.get(i), olds.get(i).creation()));
      created.add(batch.append(plan.news.get(i), wanted.get(i)));
    }
    batch.insert(created);
    rotations.insert(
        handle, workspace, rotation, effectiveTime(rotation, batch.now()), batch.now());
    rotation.doubt().ifPresent(doubt -> doubts.begin(handle, workspace, doubt, batch.now()));
    return new Rotated(
        plan.olds,
        plan.news,
        effects(handle, workspace, rotation),
        Optional.empty(),
        batch.heads().finish());
  }

  private Set<Integer> shards(String workspace, CodeRotation rotation) {
    Set<Integer> shards = new TreeSet<>();
    shards.add(CodeRotation.shard(workspace, rotation.rotationId()));
    rotation.doubt().ifPresent(doubt -> shards.add(doubts.shard(workspace, doubt.rotationId())));
    return shards;
  }

  /** The answer to a command that was carried out before: its codes as they stand. */
  private Optional<Rotated> recorded(Handle handle, String workspace, CodeRotation rotation) {
    Optional<CodeRotation> recorded = rotations.find(handle, workspace, rotation.rotationId());
    if (recorded.isEmpty()) {
      return Optional.empty();
    }
    rotation
        .content()
        .firstDifference(recorded.get().content())
        .ifPresent(
            field -> {
              throw ApiException.idReused("rotation", rotation.rotationId(), field);
            });
    List<StoredPromoCode> olds = olds(handle, workspace, rotation);
    List<StoredPromoCode> news =
        found(
            handle,
            workspace,
            rotation.items().stream().map(CodeRotation.Item::newCodeId).toList());
    SortedMap<Integer, Long> sequences = new TreeMap<>();
    Stream.concat(olds.stream(), news.stream())
        .forEach(code -> sequences.merge(code.shard(), code.sequence(), Math::max));
    return Optional.of(
        new Rotated(
            olds.stream().map(StoredPromoCode::code).toList(),
            news.stream().map(StoredPromoCode::code).toList(),
            effects(handle, workspace, rotation),
            Optional.empty(),
            log.position(sequences)));
  }

  private List<StoredPromoCode> olds(Handle handle, String workspace, CodeRotation rotation) {
    return found(handle, workspace, rotation.oldCodeIds());
  }

  private List<StoredPromoCode> found(Handle handle, String workspace, List<String> codeIds) {
    Map<String, StoredPromoCode> byId =
        codes.byIds(handle, workspace, codeIds).stream()
            .collect(Collectors.toMap(stored -> stored.code().codeId(), Function.identity()));
    return codeIds.stream()
        .map(
            codeId ->
                Optional.ofNullable(byId.get(codeId))
                    .orElseThrow(() -> ApiException.notFound("promo_code", codeId)))
        .toList();
  }

  private void requireFreeIds(Handle handle, String workspace, List<NewPromoCode> wanted) {
    codes
        .byIds(handle, workspace, wanted.stream().map(NewPromoCode::codeId).toList())
        .forEach(
            taken -> {
              throw ApiException.idReused("promo_code", taken.code().codeId(), "code_id");
            });
  }

  private List<CodeCredits.CreatorUses> effects(
      Handle handle, String workspace, CodeRotation rotation) {
    return rotation
        .usesSince()
        .map(since -> uses.since(handle, workspace, rotation.oldCodeIds(), since))
        .orElse(List.of());
  }

  private static List<NewPromoCode> wanted(
      CodeRotation rotation, List<StoredPromoCode> olds, Instant now) {
    List<NewPromoCode> wanted = new ArrayList<>();
    for (int i = 0; i < olds.size(); i++) {
      wanted.add(
          rotation.items().get(i).replacing(olds.get(i).code(), effectiveTime(rotation, now)));
    }
    return wanted;
  }

  private static Instant effectiveTime(CodeRotation rotation, Instant now) {
    return rotation.effectiveTime().orElse(now);
  }

  /** What becomes of the codes. */
  private record Plan(List<PromoCode> olds, List<PromoCode> news) {
    static Plan of(
        CodeRotation rotation,
        List<StoredPromoCode> stored,
        List<NewPromoCode> wanted,
        CodeClaims claims,
        Instant now) {
      Instant effectiveTime = effectiveTime(rotation, now);
      List<PromoCode> olds = new ArrayList<>();
      List<PromoCode> news = new ArrayList<>();
      for (int i = 0; i < stored.size(); i++) {
        PromoCode old = stored.get(i).code();
        String path = "rotations[" + i + "].";
        requireReplaceable(path, old, effectiveTime);
        olds.add(old.replacedBy(wanted.get(i).codeId(), effectiveTime.plus(rotation.grace())));
        try {
          news.add(claims.claim(wanted.get(i)).inPlaceOf(old.codeId()));
        } catch (Rejected refusal) {
          throw ApiException.codeInTheWay(
              new Rejected(refusal.reason(), path + "new_code", refusal.message()));
        }
      }
      return new Plan(olds, news);
    }

    private static void requireReplaceable(String path, PromoCode old, Instant effectiveTime) {
      Optional<String> fault =
          old.succession()
              .successorId()
              .map(other -> "was replaced by " + other + " (expected: a code that was not)")
              .or(
                  () ->
                      old.disabled()
                          ? Optional.of("is switched off (expected: a code that is on)")
                          : Optional.empty())
              .or(
                  () ->
                      old.endTime()
                          .filter(end -> !end.isAfter(effectiveTime))
                          .map(end -> "ends at " + end + " (expected: after effective_time)"))
              .or(
                  () ->
                      old.startTime()
                          .filter(start -> !start.isBefore(effectiveTime))
                          .map(
                              start ->
                                  "starts at " + start + " (expected: before effective_time)"));
      fault.ifPresent(
          why -> {
            throw ApiException.fieldInvalid(
                new Rejected(ErrorReason.ERROR_REASON_OUT_OF_RANGE, path + "old_code_id", why));
          });
    }
  }
}
