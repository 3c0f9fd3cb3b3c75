package dev.tributary.attribution.promocode;

import dev.tributary.attribution.request.SingleLine;
import dev.tributary.attribution.v1.CodeFinding;
import dev.tributary.attribution.v1.CodeFindingReason;
import dev.tributary.attribution.v1.CodeFindingSeverity;
import dev.tributary.attribution.v1.CodeSuggestion;
import dev.tributary.attribution.v1.ReviewPromoCodeResponse;
import dev.tributary.attribution.v1.SuggestPromoCodesRequest;
import dev.tributary.attribution.v1.SuggestPromoCodesResponse;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Proposed and judged codes in the contract and in our records. */
final class CodeAdviceProtos {
  private static final int NAME_CHARACTERS_MAX = 200;
  private static final int SUGGESTIONS_DEFAULT = 3;
  private static final int SUGGESTIONS_MAX = 10;
  private static final int CODE_CHARACTERS_MAX = 255;
  private static final Pattern DISCOUNT = Pattern.compile("[0-9]{0,4}");

  private CodeAdviceProtos() {}

  /** Whom codes are wanted for. */
  static List<CodeWish> wishes(SuggestPromoCodesRequest request) throws Rejected {
    List<CodeWish> wishes = new ArrayList<>();
    for (int i = 0; i < request.getWishesCount(); i++) {
      wishes.add(wish("wishes[" + i + "].", request.getWishes(i)));
    }
    return wishes;
  }

  /** How many codes are wanted for each. */
  static int countMax(SuggestPromoCodesRequest request) throws Rejected {
    int wanted = request.getSuggestionsMax();
    return wanted == 0
        ? SUGGESTIONS_DEFAULT
        : (int) Fields.inRange("suggestions_max", wanted, 0, SUGGESTIONS_MAX);
  }

  /** A code as proposed; longer ones than can be created are judged, too. */
  static String proposed(String code) throws Rejected {
    return SingleLine.requiredText("code", code, CODE_CHARACTERS_MAX);
  }

  /** The number that a code should end with; may be empty. */
  static String discount(String field, String digits) throws Rejected {
    if (!DISCOUNT.matcher(digits).matches()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "not up to four digits (expected: for example 10, or absent)");
    }
    return digits;
  }

  /** The answer with proposals. */
  static SuggestPromoCodesResponse toProto(List<CodeWish> wishes, List<List<String>> codes) {
    var proto = SuggestPromoCodesResponse.newBuilder();
    for (int i = 0; i < wishes.size(); i++) {
      proto.addResults(
          CodeSuggestion.newBuilder()
              .setCreatorId(wishes.get(i).creatorId())
              .addAllCodes(codes.get(i)));
    }
    return proto.build();
  }

  /** The answer with findings. */
  static ReviewPromoCodeResponse toProto(List<Finding> findings) {
    return ReviewPromoCodeResponse.newBuilder()
        .setAccepted(findings.stream().noneMatch(Finding::isError))
        .addAllFindings(findings.stream().map(CodeAdviceProtos::toProto).toList())
        .build();
  }

  private static CodeWish wish(String path, dev.tributary.attribution.v1.CodeWish proto)
      throws Rejected {
    String handle = SingleLine.text(path + "handle", proto.getHandle(), NAME_CHARACTERS_MAX);
    String displayName =
        SingleLine.text(path + "display_name", proto.getDisplayName(), NAME_CHARACTERS_MAX);
    if (handle.isEmpty() && displayName.isEmpty()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MISSING,
          path + "display_name",
          "absent, and so is handle (expected: one of them)");
    }
    return new CodeWish(
        Fields.id(path + "creator_id", proto.getCreatorId()),
        displayName,
        handle,
        discount(path + "discount", proto.getDiscount()));
  }

  private static CodeFinding toProto(Finding finding) {
    return CodeFinding.newBuilder()
        .setReason(CodeFindingReason.valueOf("CODE_FINDING_REASON_" + finding.reason()))
        .setSeverity(
            finding.isError()
                ? CodeFindingSeverity.CODE_FINDING_SEVERITY_ERROR
                : CodeFindingSeverity.CODE_FINDING_SEVERITY_WARNING)
        .setMessage(finding.message())
        .setCodeId(finding.codeId().orElse(""))
        .build();
  }
}
