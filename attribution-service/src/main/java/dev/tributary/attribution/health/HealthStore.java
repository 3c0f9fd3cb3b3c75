package dev.tributary.attribution.health;

import dev.tributary.attribution.conversion.Checkout;
import dev.tributary.attribution.conversion.ExplanationProtos;
import dev.tributary.attribution.conversion.StoredContentProtos;
import dev.tributary.attribution.credit.Candidate;
import dev.tributary.attribution.credit.CandidateDecision;
import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Uses of codes: the postings by which orders were credited first, with what is known of them. */
final class HealthStore {
  private static final int ROWS_AT_ONCE = 1_000;

  /** Touches that are no sign that the creator sent the person. */
  private static final Set<CandidateDecision> NO_SIGN =
      EnumSet.of(
          CandidateDecision.AFTER_CONVERSION,
          CandidateDecision.NOT_A_PERSON,
          CandidateDecision.TEST);

  // Sub-selects are one look-up of an index each. What is null is left out by name, since H2
  // compares it with all.
  private static final String USES =
      """
      select p.code_id, p.campaign_id, p.creator_id, c.conversion_time, c.content,
        case when c.customer_key is null then null
        when exists (
          select 1 from conversion b
          where b.workspace = c.workspace and b.customer_key = c.customer_key
            and b.conversion_time < c.conversion_time and b.conversion_type = 'PURCHASE'
            and not b.test)
        then 1 else 0 end as earlier,
        case when c.visitor_key is null then null else (
          select t.referrer_host from touch t
          where t.workspace = c.workspace and t.person_key = c.visitor_key
            and t.event_time <= c.conversion_time
          order by t.event_time desc limit 1) end as touch_referrer,
        (
          select d.decision from conversion_revision d
          where d.shard = c.shard and d.workspace = c.workspace
            and d.storefront_id = c.storefront_id and d.conversion_type = c.conversion_type
            and d.order_id = c.order_id and d.revision = 1) as decision
      from posting p
      join conversion c
        on c.shard = p.shard and c.workspace = p.workspace and c.storefront_id = p.storefront_id
        and c.conversion_type = p.conversion_type and c.order_id = p.order_id
      where p.workspace = :workspace and p.effective_time >= :start and p.effective_time < :end
        and p.kind = 'CREDIT' and p.code_id <> '' and not c.test
        and (p.code_id = any(:codeIds) or p.campaign_id = any(:campaignIds))""";

  /** The campaigns that codes have belonged to. */
  Set<String> campaignsOf(Handle handle, String workspace, Collection<String> codeIds) {
    return handle
        .createQuery(
            """
            select distinct o.campaign_id
            from unnest(cast(:codeIds as varchar array)) as k (code_id)
            join promo_code c on c.workspace = :workspace and c.code_id = k.code_id
            join code_owner o
              on o.shard = c.shard and o.workspace = c.workspace and o.code_id = c.code_id
            where o.campaign_id is not null""")
        .bindArray("codeIds", String.class, codeIds)
        .bind("workspace", workspace)
        .mapTo(String.class)
        .set();
  }

  /** Gives every use of these codes, and of all codes of these campaigns, one after the other. */
  void uses(
      Handle handle,
      String workspace,
      Question question,
      Collection<String> codeIds,
      Collection<String> campaignIds,
      Consumer<CodeUse> each) {
    handle
        .createQuery(USES)
        .setFetchSize(ROWS_AT_ONCE)
        .bind("workspace", workspace)
        .bind("start", question.looked().start())
        .bind("end", question.looked().end())
        .bindArray("codeIds", String.class, codeIds)
        .bindArray("campaignIds", String.class, campaignIds)
        .map((row, context) -> use(row))
        .forEach(each);
  }

  private static CodeUse use(ResultSet row) throws SQLException {
    Checkout checkout = StoredContentProtos.read(row.getBytes("content")).checkout();
    int earlier = row.getInt("earlier");
    Optional<Boolean> returning = row.wasNull() ? Optional.empty() : Optional.of(earlier == 1);
    Optional<String> ofTouch = Columns.optionalText(row, "touch_referrer");
    String creatorId = row.getString("creator_id");
    return new CodeUse(
        row.getString("code_id"),
        row.getString("campaign_id"),
        Columns.time(row, "conversion_time"),
        ExplanationProtos.touches(row.getBytes("decision")).stream()
            .anyMatch(touch -> isOf(creatorId, touch)),
        checkout.referrerHost().or(() -> ofTouch),
        checkout.region(),
        returning);
  }

  private static boolean isOf(String creatorId, Candidate touch) {
    return touch.owner().filter(owner -> owner.creatorId().equals(creatorId)).isPresent()
        && !NO_SIGN.contains(touch.decision());
  }
}
