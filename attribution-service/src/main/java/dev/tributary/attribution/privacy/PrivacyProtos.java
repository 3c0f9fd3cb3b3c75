package dev.tributary.attribution.privacy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.privacy.Receipt.Total;
import dev.tributary.attribution.request.SingleLine;
import dev.tributary.attribution.text.EmailAddress;
import dev.tributary.attribution.v1.EraseSubjectRequest;
import dev.tributary.attribution.v1.EraseSubjectResponse;
import dev.tributary.attribution.v1.ErasedKey;
import dev.tributary.attribution.v1.ErasedPlaces;
import dev.tributary.attribution.v1.ErasureFact;
import dev.tributary.attribution.v1.ErasureReceipt;
import dev.tributary.attribution.v1.KeptData;
import dev.tributary.attribution.v1.PostingProof;
import dev.tributary.attribution.v1.SubjectKind;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.identity.PersonKind;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Erasures in the contract and in our records. */
final class PrivacyProtos {
  private static final int REASON_CHARACTERS_MAX = 500;

  /** What an erasure leaves of the person's rows, and why. */
  private static final List<KeptData> KEPT =
      List.of(
          kept(
              "amounts, postings and credits of orders",
              "accounts and what is payable have to be kept by law; none of it says whose it was"),
          kept(
              "orders with their ids, times, codes and clicks",
              "without them a resend would be a second sale, and a refund would find nothing"),
          kept(
              "touches with their time, link and UTM parameters",
              "clicks are counted; without the key nothing ties them to a person"),
          kept(
              "uses and holds of promo codes, and counts per customer under the tombstone",
              "limits and budgets go on counting what was given"),
          kept(
              "earlier versions of the rows in files and backups of the database",
              "beyond the reach of a transaction: they go when the database reuses their space, an"
                  + " embedded one when it is closed, and when backups expire"));

  private PrivacyProtos() {}

  /** Somebody to be forgotten. The id is hashed here and goes no further. */
  static Erasure parse(EraseSubjectRequest request, String workspace, PersonHasher hasher)
      throws Rejected {
    String erasureId = Fields.id("erasure_id", request.getErasureId());
    PersonKind kind =
        switch (request.getSubjectCase()) {
          case VISITOR_ID -> PersonKind.VISITOR;
          case CUSTOMER_ID -> PersonKind.CUSTOMER;
          case EMAIL -> PersonKind.EMAIL;
          case SUBJECT_NOT_SET ->
              throw new Rejected(
                  ErrorReason.ERROR_REASON_FIELD_MISSING,
                  "subject",
                  "absent (expected: one of visitor_id, customer_id and email)");
        };
    String name =
        switch (kind) {
          case VISITOR -> Fields.foreignId("visitor_id", request.getVisitorId());
          case CUSTOMER -> Fields.foreignId("customer_id", request.getCustomerId());
          default -> EmailAddress.parse("email", request.getEmail());
        };
    return new Erasure(
        workspace,
        erasureId,
        kind,
        hasher.hash(workspace, kind, name),
        SingleLine.text("reason", request.getReason(), REASON_CHARACTERS_MAX));
  }

  /** The answer to a call. */
  static EraseSubjectResponse toProto(Erasures.Erased erased) {
    try {
      return EraseSubjectResponse.newBuilder()
          .setReceipt(ErasureReceipt.parseFrom(erased.receipt()))
          .setPosition(erased.position())
          .build();
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException("stored receipt cannot be read", broken);
    }
  }

  /** The bytes of a receipt. */
  static byte[] toBytes(Receipt receipt) {
    ErasureReceipt.Builder proto =
        ErasureReceipt.newBuilder()
            .setErasureId(receipt.erasureId())
            .setSubjectKind(toProto(receipt.kind()))
            .setReason(receipt.reason())
            .setEraseTime(ProtoTimes.toProto(receipt.eraseTime()))
            .setOrders(receipt.before().orders())
            .setVisitorsErased(receipt.visitors().erased())
            .setVisitorsKept(receipt.visitors().kept())
            .addAllKept(KEPT);
    receipt.erased().forEach((name, rows) -> proto.addErasedBuilder().setName(name).setRows(rows));
    Map<String, Total> after =
        receipt.after().totals().stream()
            .collect(Collectors.toMap(Total::currency, total -> total));
    for (Total before : receipt.before().totals()) {
      proto.addProofs(
          proof(
              before,
              after.getOrDefault(before.currency(), new Total(before.currency(), 0, 0, 0))));
    }
    return proto.build().toByteArray();
  }

  /** The bytes of an erasure's entry in the feed. */
  static byte[] toFact(String erasureId, Map<Replacement, List<ErasedRows>> erased) {
    ErasureFact.Builder fact = ErasureFact.newBuilder().setErasureId(erasureId);
    erased.forEach(
        (replacement, rows) -> {
          ErasedKey.Builder key =
              fact.addKeysBuilder()
                  .setKind(toProto(replacement.kind()))
                  .setTombstone(ByteString.copyFrom(replacement.tombstone().bytes()));
          places(rows)
              .forEach(
                  (shard, sequences) ->
                      key.addPlaces(
                          ErasedPlaces.newBuilder().setShard(shard).addAllSequences(sequences)));
        });
    return fact.build().toByteArray();
  }

  private static SortedMap<Integer, List<Long>> places(List<ErasedRows> rows) {
    return rows.stream()
        .flatMap(each -> each.places().stream())
        .distinct()
        .sorted(Comparator.comparing(FeedPlace::shard).thenComparing(FeedPlace::sequence))
        .collect(
            Collectors.groupingBy(
                FeedPlace::shard,
                TreeMap::new,
                Collectors.mapping(FeedPlace::sequence, Collectors.toList())));
  }

  private static PostingProof proof(Total before, Total after) {
    return PostingProof.newBuilder()
        .setPostingsBefore(before.postings())
        .setPostingsAfter(after.postings())
        .setSumBefore(money(before.currency(), before.sumMinor()))
        .setSumAfter(money(after.currency(), after.sumMinor()))
        .setCreditedBefore(money(before.currency(), before.creditedMinor()))
        .setCreditedAfter(money(after.currency(), after.creditedMinor()))
        .build();
  }

  private static Money money(String currency, long minor) {
    return Money.newBuilder().setCurrencyCode(currency).setMinorUnits(minor).build();
  }

  private static SubjectKind toProto(PersonKind kind) {
    return switch (kind) {
      case VISITOR -> SubjectKind.SUBJECT_KIND_VISITOR;
      case CUSTOMER -> SubjectKind.SUBJECT_KIND_CUSTOMER;
      case EMAIL -> SubjectKind.SUBJECT_KIND_EMAIL;
      case HANDLE -> throw new IllegalArgumentException("kind: HANDLE (expected: no creator)");
    };
  }

  private static KeptData kept(String what, String why) {
    return KeptData.newBuilder().setWhat(what).setWhy(why).build();
  }
}
