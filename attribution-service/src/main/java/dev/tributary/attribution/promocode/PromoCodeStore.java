package dev.tributary.attribution.promocode;

import dev.tributary.attribution.owner.Owner;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The table promo_code; codes are read together with their owners. */
final class PromoCodeStore {
  private final PromoCodeMapper mapper = new PromoCodeMapper();
  private final CodeOwnerStore owners = new CodeOwnerStore();

  /** The codes with these ids, each named once; unknown ones are missing. */
  List<StoredPromoCode> byIds(Handle handle, String workspace, List<String> codeIds) {
    List<Integer> shards =
        codeIds.stream().map(codeId -> NewPromoCode.shard(workspace, codeId)).toList();
    Query query =
        handle
            .createQuery(
                """
                select %s
                from unnest(:shards, :codeIds) as wanted (shard, code_id)
                join promo_code c
                  on c.shard = wanted.shard
                  and c.workspace = :workspace
                  and c.code_id = wanted.code_id"""
                    .formatted(PromoCodeMapper.COLUMNS))
            .bindArray("shards", Integer.class, shards)
            .bindArray("codeIds", String.class, codeIds)
            .bind("workspace", workspace);
    return read(handle, workspace, query);
  }

  /** The codes that have these keys in a storefront; several may have one, each for its time. */
  List<StoredPromoCode> byKeys(
      Handle handle, String workspace, String storefrontId, Collection<String> codeKeys) {
    Query query =
        handle
            .createQuery(
                """
                select %s
                from unnest(cast(:codeKeys as varchar array)) as wanted (code_key)
                join promo_code c
                  on c.workspace = :workspace
                  and c.storefront_id = :storefrontId
                  and c.code_key = wanted.code_key"""
                    .formatted(PromoCodeMapper.COLUMNS))
            .bind("workspace", workspace)
            .bind("storefrontId", storefrontId)
            .bindArray("codeKeys", String.class, codeKeys);
    return read(handle, workspace, query);
  }

  /** Codes of a storefront whose keys have one of these skeletons, ordered by id. */
  List<StoredPromoCode> bySkeletons(
      Handle handle, String workspace, String storefrontId, Collection<String> skeletons) {
    return read(
        handle,
        workspace,
        looks(handle, workspace, storefrontId, skeletons, PromoCodeMapper.COLUMNS, "c.code_id"));
  }

  /** Which of these skeletons some code of a storefront has. */
  Set<String> takenSkeletons(
      Handle handle, String workspace, String storefrontId, Collection<String> skeletons) {
    return looks(handle, workspace, storefrontId, skeletons, "c.code_skeleton", "c.code_skeleton")
        .mapTo(String.class)
        .collect(Collectors.toSet());
  }

  private static Query looks(
      Handle handle,
      String workspace,
      String storefrontId,
      Collection<String> skeletons,
      String columns,
      String order) {
    return handle
        .createQuery(
            """
            select %s
            from unnest(cast(:skeletons as varchar array)) as wanted (code_skeleton)
            join promo_code c
              on c.workspace = :workspace
              and c.storefront_id = :storefrontId
              and c.code_skeleton = wanted.code_skeleton
            order by %s"""
                .formatted(columns, order))
        .bindArray("skeletons", String.class, skeletons)
        .bind("workspace", workspace)
        .bind("storefrontId", storefrontId);
  }

  /**
   * One page, ordered by id.
   *
   * @param collaborationId only codes that it owns now
   * @param afterCodeId the last id of the page before; empty for the first page
   */
  List<StoredPromoCode> page(
      Handle handle,
      String workspace,
      Optional<String> collaborationId,
      String afterCodeId,
      int limit) {
    Query query =
        handle
            .createQuery(
                """
                select %s from promo_code c
                where c.workspace = :workspace and c.code_id > :afterCodeId %s
                order by c.code_id limit :limit"""
                    .formatted(
                        PromoCodeMapper.COLUMNS,
                        collaborationId
                            .map(id -> "and c.owner_collaboration_id = :collaborationId")
                            .orElse("")))
            .bind("workspace", workspace)
            .bind("afterCodeId", afterCodeId)
            .bind("limit", limit);
    collaborationId.ifPresent(id -> query.bind("collaborationId", id));
    return read(handle, workspace, query);
  }

  /** Adds codes, without their owners. */
  void insert(Handle handle, String workspace, List<StoredPromoCode> codes) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into promo_code (
              shard, workspace, code_id, storefront_id, code, code_key, code_skeleton,
              start_time, end_time, disabled_since, version, create_time, sequence,
              owner_collaboration_id, created_start_time, created_end_time, created_disabled,
              enforced_by, created_enforced_by, credit_policy, created_credit_policy,
              split_basis_points, created_split_basis_points, future_days, created_future_days,
              terms, created_terms, rotated_from, rotated_to)
            values (
              :shard, :workspace, :codeId, :storefrontId, :code, :codeKey, :codeSkeleton,
              :startTime, :endTime, :disabledSince, :version, :createTime, :sequence,
              :ownerCollaborationId, :createdStartTime, :endTime, :createdDisabled,
              :enforcedBy, :createdEnforcedBy, :creditPolicy, :createdCreditPolicy,
              :splitBasisPoints, :createdSplitBasisPoints, :futureDays, :createdFutureDays,
              :terms, :createdTerms, :rotatedFrom, :rotatedTo)""");
    for (StoredPromoCode stored : codes) {
      bindState(batch, workspace, stored)
          .bind("storefrontId", stored.code().storefrontId())
          .bind("code", stored.code().code())
          .bind("codeKey", stored.code().codeKey())
          .bind("codeSkeleton", stored.code().skeleton())
          .bind("createTime", stored.code().createTime())
          .bind("createdStartTime", stored.creation().startTime())
          .bind("createdDisabled", stored.creation().disabled())
          .bind("createdEnforcedBy", stored.creation().enforcement().name())
          .bind("createdCreditPolicy", stored.creation().credit().policy().name())
          .bind("createdSplitBasisPoints", stored.creation().credit().splitBasisPoints())
          .bind("createdFutureDays", stored.creation().credit().futureDays())
          .bind("createdTerms", CodeTermsProtos.toBytes(stored.creation().terms()))
          .add();
    }
    batch.execute();
  }

  /** Writes the new state of a code; its owners are left alone. */
  void update(Handle handle, String workspace, StoredPromoCode changed) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update promo_code
            set start_time = :startTime, end_time = :endTime, disabled_since = :disabledSince,
              enforced_by = :enforcedBy, credit_policy = :creditPolicy,
              split_basis_points = :splitBasisPoints, future_days = :futureDays, terms = :terms,
              rotated_from = :rotatedFrom, rotated_to = :rotatedTo,
              version = :version, sequence = :sequence,
              owner_collaboration_id = :ownerCollaborationId
            where shard = :shard and workspace = :workspace and code_id = :codeId""");
    bindState(batch, workspace, changed).add().execute();
  }

  private List<StoredPromoCode> read(Handle handle, String workspace, Query query) {
    List<PromoCodeRow> rows = query.map(mapper).list();
    Map<String, List<OwnerInterval>> ownersOf = owners.of(handle, workspace, rows);
    return rows.stream()
        .map(row -> row.ownedBy(ownersOf.getOrDefault(row.codeId(), List.of())))
        .toList();
  }

  private static PreparedBatch bindState(
      PreparedBatch batch, String workspace, StoredPromoCode stored) {
    PromoCode code = stored.code();
    return batch
        .bind("shard", stored.shard())
        .bind("workspace", workspace)
        .bind("codeId", code.codeId())
        .bind("startTime", code.startTime())
        .bind("endTime", code.endTime())
        .bind("disabledSince", code.disabledSince())
        .bind("enforcedBy", code.enforcement().name())
        .bind("creditPolicy", code.credit().policy().name())
        .bind("splitBasisPoints", code.credit().splitBasisPoints())
        .bind("futureDays", code.credit().futureDays())
        .bind("terms", CodeTermsProtos.toBytes(code.terms()))
        .bind("rotatedFrom", code.succession().predecessorId())
        .bind("rotatedTo", code.succession().successorId())
        .bind("version", code.version())
        .bind("sequence", stored.sequence())
        .bind("ownerCollaborationId", code.owner().map(Owner::collaborationId));
  }
}
