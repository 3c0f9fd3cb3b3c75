package dev.tributary.attribution.conversion;

import dev.tributary.attribution.promocode.CodeCredits;
import dev.tributary.runtime.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What codes are credited with, added up over conversion, credit_share and posting. */
public final class CodeCreditSums implements CodeCredits {
  /** The tables of the database that the handles belong to. */
  public CodeCreditSums() {}

  @Override
  public List<CreatorUses> since(
      Handle handle, String workspace, Collection<String> codeIds, Instant since) {
    SortedMap<String, List<Sum>> byCreator = new TreeMap<>();
    handle
        .createQuery(
            """
            select used.creator_id, used.currency_code, count(*) as uses, sum(used.net) as net
            from (
              select s.creator_id, t.currency_code, (
                select coalesce(sum(p.amount_minor), 0) from posting p
                where p.shard = t.shard and p.workspace = t.workspace
                  and p.storefront_id = t.storefront_id
                  and p.conversion_type = t.conversion_type and p.order_id = t.order_id
                  and p.code_id = s.code_id and p.creator_id = s.creator_id) as net
              from conversion t
              join credit_share s
                on s.shard = t.shard and s.workspace = t.workspace
                and s.storefront_id = t.storefront_id
                and s.conversion_type = t.conversion_type and s.order_id = t.order_id
                and s.code_id = any(cast(:codeIds as varchar array))
              where t.workspace = :workspace and t.conversion_time >= :since and not t.test
            ) used
            group by used.creator_id, used.currency_code
            order by used.creator_id, used.currency_code""")
        .bind("workspace", workspace)
        .bind("since", since)
        .bindArray("codeIds", String.class, codeIds)
        .map(
            (row, context) ->
                new Sum(
                    row.getString("creator_id"),
                    row.getString("currency_code"),
                    row.getLong("uses"),
                    row.getLong("net")))
        .forEach(
            sum -> byCreator.computeIfAbsent(sum.creatorId, absent -> new ArrayList<>()).add(sum));
    return byCreator.values().stream().map(CodeCreditSums::ofCreator).toList();
  }

  /** What is worth nothing by itself, like a sign-up, has no currency. */
  private static CreatorUses ofCreator(List<Sum> sums) {
    return new CreatorUses(
        sums.get(0).creatorId,
        sums.stream().mapToLong(Sum::uses).sum(),
        sums.stream()
            .filter(sum -> !sum.currency.isEmpty())
            .map(sum -> new Money(sum.currency, sum.netMinor))
            .toList());
  }

  private record Sum(String creatorId, String currency, long uses, long netMinor) {}
}
