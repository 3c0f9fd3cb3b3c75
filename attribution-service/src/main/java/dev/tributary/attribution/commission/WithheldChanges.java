package dev.tributary.attribution.commission;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.ConversionTypeProtos;
import dev.tributary.attribution.credit.Decision;
import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.owner.OwnerProtos;
import dev.tributary.attribution.v1.WithheldChange;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.Positions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What late touches would have changed about conversions that a lock has taken. A conversion that
 * was recorded after the lock is not among them, although its time may be: no statement has it.
 */
public final class WithheldChanges {
  private final Database database;
  private final BookStore books = new BookStore();
  private final WithheldStore store = new WithheldStore();

  /** The changes of a database. */
  public WithheldChanges(Database database) {
    this.database = database;
  }

  /** Those of the conversions that happened in a locked period and were in the ledger then. */
  public Set<ConversionKey> locked(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    Optional<BookStore.Book> book =
        books.read(handle, workspace).filter(each -> each.lockedUntil().isPresent());
    Set<ConversionKey> locked = new HashSet<>();
    if (wanted.isEmpty() || book.isEmpty()) {
      return locked;
    }
    Instant until = book.get().lockedUntil().orElseThrow();
    Positions cut = Positions.decode(book.get().cut().orElseThrow());
    store
        .firsts(handle, workspace, wanted)
        .forEach(
            (key, first) -> {
              boolean isTaken = first.sequence() <= cut.sequenceAt(key.shard(workspace));
              if (isTaken && first.conversionTime().isBefore(until)) {
                locked.add(key);
              }
            });
    return locked;
  }

  /** Those of the changes that are not known yet, by conversion. */
  public Set<ConversionKey> fresh(
      Handle handle, String workspace, Map<ConversionKey, Decision> changes) {
    Map<ConversionKey, WithheldStore.Row> known = store.newest(handle, workspace, changes.keySet());
    Set<ConversionKey> fresh = new HashSet<>();
    changes.forEach(
        (key, decision) -> {
          if (isFresh(Optional.ofNullable(known.get(key)), decision)) {
            fresh.add(key);
          }
        });
    return fresh;
  }

  /**
   * Keeps what would have changed, but for what somebody else has kept since it was looked at: both
   * the settler and an erasure do. The heads of the conversions' shards are locked.
   *
   * @param now when it was found out
   */
  public void record(
      Handle handle, String workspace, Map<ConversionKey, Decision> changes, Instant now) {
    Map<ConversionKey, WithheldStore.Row> known = store.newest(handle, workspace, changes.keySet());
    Map<ConversionKey, List<Owner>> owners = store.owners(handle, workspace, changes.keySet());
    Map<ConversionKey, WithheldStore.First> firsts =
        store.firsts(handle, workspace, changes.keySet());
    List<WithheldStore.Row> rows = new ArrayList<>();
    changes.forEach(
        (key, decision) -> {
          WithheldStore.Row before = known.get(key);
          if (!isFresh(Optional.ofNullable(before), decision)) {
            return;
          }
          Instant time = Objects.requireNonNull(firsts.get(key)).conversionTime();
          WithheldChange change =
              WithheldChange.newBuilder()
                  .setStorefrontId(key.storefrontId())
                  .setType(ConversionTypeProtos.toProto(key.type()))
                  .setOrderId(key.orderId())
                  .setConversionTime(ProtoTimes.toProto(time))
                  .addAllOwners(messages(owners.getOrDefault(key, List.of())))
                  .addAllWouldBeOwners(messages(ownersOf(decision)))
                  .setFindTime(ProtoTimes.toProto(now))
                  .build();
          int changeNo = before == null ? 1 : before.changeNo() + 1;
          rows.add(new WithheldStore.Row(key, changeNo, time, now, change.toByteArray()));
        });
    store.insert(handle, workspace, rows);
  }

  /** One page, oldest first. */
  List<WithheldStore.Row> page(String workspace, Optional<WithheldStore.Place> after, int limit) {
    return database.read(handle -> store.page(handle, workspace, after, limit));
  }

  /** The message of a change. */
  static WithheldChange toProto(WithheldStore.Row row) {
    try {
      return WithheldChange.parseFrom(row.content());
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException("withheld change cannot be read", broken);
    }
  }

  private static boolean isFresh(Optional<WithheldStore.Row> known, Decision decision) {
    return known.filter(row -> wouldBe(row).equals(messages(ownersOf(decision)))).isEmpty();
  }

  private static List<dev.tributary.attribution.v1.Owner> wouldBe(WithheldStore.Row row) {
    return toProto(row).getWouldBeOwnersList();
  }

  private static List<Owner> ownersOf(Decision decision) {
    return decision.shares().stream()
        .flatMap(share -> share.key().owner().stream())
        .distinct()
        .toList();
  }

  private static List<dev.tributary.attribution.v1.Owner> messages(List<Owner> owners) {
    return owners.stream().distinct().map(OwnerProtos::toProto).toList();
  }
}
