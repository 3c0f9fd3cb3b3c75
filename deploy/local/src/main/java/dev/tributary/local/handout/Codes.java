package dev.tributary.local.handout;

import dev.tributary.attribution.v1.CodeEnforcement;
import dev.tributary.attribution.v1.CodeSuggestion;
import dev.tributary.attribution.v1.CodeWish;
import dev.tributary.attribution.v1.CreatePromoCodesRequest;
import dev.tributary.attribution.v1.CreatePromoCodesResponse;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.SuggestPromoCodesRequest;
import dev.tributary.local.client.PagedLists;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.WritePositions;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives every creator a code that has none yet in the shop. */
final class Codes {
  private static final int BATCH = 1_000;

  private final Peers peers;
  private final Terms terms;
  private final WritePositions written;
  private final Instant now;

  /**
   * The codes of a shop.
   *
   * @param now of the codes that a creator had one after the other, that of this moment is handed
   *     out
   */
  Codes(Peers peers, Terms terms, WritePositions written, Instant now) {
    this.peers = peers;
    this.terms = terms;
    this.written = written;
    this.now = now;
  }

  /** All codes of the shop, by their collaboration; the shop's own under the empty id. */
  Map<String, List<PromoCode>> known() {
    return new PagedLists(peers)
        .codes("").stream()
            .filter(code -> code.getStorefrontId().equals(terms.storefrontId()))
            .collect(Collectors.groupingBy(code -> code.getOwner().getCollaborationId()));
  }

  /**
   * The code of each member, in their order: the one that it has, or a new one made of its name.
   *
   * @throws IllegalStateException if a suggested code is refused, since somebody took it meanwhile
   */
  List<PromoCode> giveAll(List<Member> members) {
    Map<String, List<PromoCode>> known = known();
    Map<String, PromoCode> codes = new HashMap<>();
    List<Member> without = new ArrayList<>();
    for (Member member : members) {
      String id = member.collaboration().getCollaborationId();
      known.getOrDefault(id, List.of()).stream()
          .filter(code -> !code.getDisabled())
          .max(Comparator.comparing(this::isValid).thenComparing(this::isToCome))
          .ifPresentOrElse(code -> codes.put(id, code), () -> without.add(member));
    }
    for (int first = 0; first < without.size(); first += BATCH) {
      make(without.subList(first, Math.min(without.size(), first + BATCH)))
          .forEach(code -> codes.put(code.getOwner().getCollaborationId(), code));
    }
    return members.stream()
        .map(member -> member.collaboration().getCollaborationId())
        .map(id -> codes.getOrDefault(id, PromoCode.getDefaultInstance()))
        .toList();
  }

  private boolean isValid(PromoCode code) {
    boolean hasStarted =
        !code.hasStartTime() || !ProtoTimes.toInstant(code.getStartTime()).isAfter(now);
    return hasStarted && !hasEnded(code);
  }

  private boolean isToCome(PromoCode code) {
    return !hasEnded(code);
  }

  private boolean hasEnded(PromoCode code) {
    return code.hasEndTime() && !ProtoTimes.toInstant(code.getEndTime()).isAfter(now);
  }

  private List<PromoCode> make(List<Member> members) {
    SuggestPromoCodesRequest.Builder wishes =
        SuggestPromoCodesRequest.newBuilder()
            .setStorefrontId(terms.storefrontId())
            .setSuggestionsMax(1);
    members.forEach(member -> wishes.addWishes(wish(member)));
    List<CodeSuggestion> suggestions =
        peers.promoCodes().suggestPromoCodes(wishes.build()).getResultsList();
    List<PromoCode> codes = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      codes.add(code(members.get(i), suggestions.get(i)));
    }
    CreatePromoCodesResponse answer =
        peers
            .promoCodes()
            .createPromoCodes(CreatePromoCodesRequest.newBuilder().addAllPromoCodes(codes).build());
    written.keep(answer.getPosition());
    for (Verdict verdict : answer.getResultsList()) {
      if (verdict.getStatus() == VerdictStatus.VERDICT_STATUS_REJECTED) {
        throw new IllegalStateException(
            verdict.getRejection().getMessage() + "; hand out again to go on");
      }
    }
    return codes;
  }

  private CodeWish wish(Member member) {
    CodeWish.Builder wish =
        CodeWish.newBuilder()
            .setCreatorId(member.collaboration().getCreatorId())
            .setDisplayName(member.name())
            .setDiscount(terms.discount());
    if (member.creator().getAccountsCount() > 0) {
      wish.setHandle(member.creator().getAccounts(0).getHandle());
    }
    return wish.build();
  }

  private PromoCode code(Member member, CodeSuggestion suggestion) {
    if (suggestion.getCodesCount() == 0) {
      throw new IllegalStateException(member.name() + ": no free code (expected: one)");
    }
    return PromoCode.newBuilder()
        .setCodeId(
            Slugs.join("code", terms.storefrontId(), member.collaboration().getCollaborationId()))
        .setCode(suggestion.getCodes(0))
        .setStorefrontId(terms.storefrontId())
        .setOwner(member.owner())
        .setEnforcedBy(CodeEnforcement.CODE_ENFORCEMENT_SHOP)
        .build();
  }
}
