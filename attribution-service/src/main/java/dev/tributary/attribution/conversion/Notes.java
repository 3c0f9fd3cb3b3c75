package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Component;
import dev.tributary.attribution.credit.TaxMode;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What is odd about an order that is accepted all the same. */
final class Notes {
  private Notes() {}

  /** What is odd about the order itself. */
  static List<Note> of(Conversion conversion) {
    List<Note> notes = new ArrayList<>();
    OptionalLong discount = conversion.components().told(Component.DISCOUNT);
    if (discount.isPresent() && allCodesTellTheirDiscount(conversion)) {
      long sum =
          conversion.codes().stream().mapToLong(code -> code.discountMinor().getAsLong()).sum();
      if (sum != discount.getAsLong()) {
        notes.add(amountsDiffer(conversion.currency(), sum, discount.getAsLong()));
      }
    }
    boolean hasTaxInside = conversion.hasAmount() && conversion.taxMode() == TaxMode.INCLUDED;
    if (hasTaxInside && conversion.components().told(Component.TAX).isEmpty()) {
      notes.add(
          new Note(
              NoteKind.TAX_NOT_TOLD,
              "prices include tax, but tax_minor is absent; nothing was taken out of the base"));
    }
    return notes;
  }

  /** A change that came before the order does not fit it. */
  static Note doesNotFit(Change change, Rejected misfit) {
    return new Note(
        NoteKind.HELD_DOES_NOT_FIT,
        "%s %s came before the order and stays held: %s %s"
            .formatted(
                change instanceof Refund ? "refund" : "amendment",
                change.id(),
                misfit.field(),
                misfit.message()));
  }

  private static boolean allCodesTellTheirDiscount(Conversion conversion) {
    return conversion.hasAmount()
        && !conversion.codes().isEmpty()
        && conversion.codes().stream().allMatch(code -> code.discountMinor().isPresent());
  }

  private static Note amountsDiffer(String currency, long sum, long discount) {
    return new Note(
        NoteKind.CODE_AMOUNTS_DIFFER,
        "codes add up to %s, the order's discount is %s"
            .formatted(new Money(currency, sum), new Money(currency, discount)));
  }
}
