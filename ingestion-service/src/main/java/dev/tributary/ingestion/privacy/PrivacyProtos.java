package dev.tributary.ingestion.privacy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.ingestion.content.AccountRules;
import dev.tributary.ingestion.observation.ErasedAuthor;
import dev.tributary.ingestion.observation.ErasedPlace;
import dev.tributary.ingestion.v1.EraseSubjectRequest;
import dev.tributary.ingestion.v1.EraseSubjectResponse;
import dev.tributary.ingestion.v1.ErasureFact;
import dev.tributary.ingestion.v1.ErasureReceipt;
import dev.tributary.ingestion.v1.KeptData;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.identity.PersonKind;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.List;

/** Erasures in the contract and in our records. */
final class PrivacyProtos {
  private static final int REASON_CHARACTERS_MAX = 500;

  /** What an erasure leaves, and why. */
  private static final List<KeptData> KEPT =
      List.of(
          kept(
              "comments with their ids, times, languages and likes, and mentions with their ids,"
                  + " times and reach",
              "they are counted, and known again by their ids; without key and words nothing here"
                  + " says whose they were"),
          kept(
              "names and accounts of creators and brands in the catalogue, and feedback on"
                  + " collaborations",
              "parties of contracts, whose fees and commissions have to be kept by law"),
          kept(
              "comments of others that may speak of the person",
              "they are the words of others, who can be forgotten too"),
          kept(
              "earlier versions of the rows in files and backups of the database",
              "beyond the reach of a transaction: they go when the database reuses their space, an"
                  + " embedded one when it is closed, and when backups expire"));

  private PrivacyProtos() {}

  /** Somebody to be forgotten. The name is hashed here and goes no further. */
  static Erasure parse(EraseSubjectRequest request, String workspace, PersonHasher hasher)
      throws Rejected {
    String erasureId = Fields.id("erasure_id", request.getErasureId());
    String author = Fields.foreignId("author", request.getAuthor());
    AccountRules.checkHandle("author", author);
    return new Erasure(
        workspace,
        erasureId,
        hasher.hash(workspace, PersonKind.HANDLE, author),
        reason(request.getReason()));
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
  static byte[] toReceipt(Erasure erasure, Instant eraseTime, ErasedAuthor author) {
    ErasureReceipt.Builder receipt =
        ErasureReceipt.newBuilder()
            .setErasureId(erasure.erasureId())
            .setReason(erasure.reason())
            .setEraseTime(ProtoTimes.toProto(eraseTime))
            .setObservations(author.places().size())
            .addAllKept(KEPT);
    author
        .fields()
        .forEach(
            (name, count) -> {
              if (count > 0) {
                receipt.addErasedBuilder().setName(name).setCount(count);
              }
            });
    author
        .before()
        .forEach(
            (name, before) ->
                receipt
                    .addProofsBuilder()
                    .setName(name)
                    .setBefore(before)
                    .setAfter(author.after().getOrDefault(name, 0L)));
    return receipt.build().toByteArray();
  }

  /** The bytes of an erasure's entry in the feed. */
  static byte[] toFact(String erasureId, PersonKey tombstone, List<ErasedPlace> places) {
    ErasureFact.Builder fact =
        ErasureFact.newBuilder()
            .setErasureId(erasureId)
            .setTombstone(ByteString.copyFrom(tombstone.bytes()));
    places.forEach(
        place ->
            fact.addObservationsBuilder()
                .setShard(place.shard())
                .setSequence(place.sequence())
                .addAllItems(place.items()));
    return fact.build().toByteArray();
  }

  private static String reason(String reason) throws Rejected {
    Fields.text("reason", reason, REASON_CHARACTERS_MAX);
    if (reason.chars().anyMatch(Character::isISOControl)) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          "reason",
          "a control character (expected: text of one line)");
    }
    return reason;
  }

  private static KeptData kept(String what, String why) {
    return KeptData.newBuilder().setWhat(what).setWhy(why).build();
  }
}
