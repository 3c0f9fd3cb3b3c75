package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionNoteKind;
import dev.tributary.attribution.v1.TaxMode;
import dev.tributary.type.v1.ErrorReason;
import java.util.ArrayList;
import java.util.List;

/** What is odd about an order. */
final class Notes {
  private Notes() {}

  static List<String> of(Books books, List<Use> overLimit) {
    List<ConversionNoteKind> notes = new ArrayList<>();
    Conversion order = books.order();
    long ofCodes = order.getCodesList().stream().mapToLong(use -> use.getDiscountMinor()).sum();
    boolean allTold = order.getCodesList().stream().allMatch(use -> use.hasDiscountMinor());
    if (order.getCodesCount() > 0
        && allTold
        && order.getComponents().hasDiscountMinor()
        && ofCodes != order.getComponents().getDiscountMinor()) {
      notes.add(ConversionNoteKind.CONVERSION_NOTE_KIND_CODE_AMOUNTS_DIFFER);
    }
    if (order.getTaxMode() == TaxMode.TAX_MODE_INCLUDED && !order.getComponents().hasTaxMinor()) {
      notes.add(ConversionNoteKind.CONVERSION_NOTE_KIND_TAX_NOT_TOLD);
    }
    books.unfit.forEach(
        any -> notes.add(ConversionNoteKind.CONVERSION_NOTE_KIND_HELD_DOES_NOT_FIT));
    List<String> texts = new ArrayList<>();
    notes.forEach(note -> texts.add(text(note, "", ErrorReason.ERROR_REASON_UNSPECIFIED)));
    for (Use use : overLimit) {
      texts.add(
          text(
              ConversionNoteKind.CONVERSION_NOTE_KIND_OVER_LIMIT,
              use.told().getCodeId(),
              use.told().getReason()));
    }
    return texts;
  }

  static String text(ConversionNoteKind kind, String codeId, ErrorReason reason) {
    return "note %s %s %s".formatted(kind, codeId, reason);
  }
}
