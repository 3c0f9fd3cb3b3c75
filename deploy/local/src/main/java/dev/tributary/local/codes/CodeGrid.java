package dev.tributary.local.codes;

import dev.tributary.attribution.v1.ListPromoCodesResponse;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.local.output.Format;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Codes as rows. */
final class CodeGrid {
  private CodeGrid() {}

  /**
   * Prints them.
   *
   * @param now when they are valid or not
   */
  static void print(List<PromoCode> codes, Instant now, Format format, PrintStream out) {
    Grid grid =
        new Grid(
            List.of(
                "code",
                "storefront",
                "creator",
                "collaboration",
                "state",
                "valid",
                "limits",
                "discount",
                "against links",
                "id"));
    codes.forEach(code -> grid.add(row(code, now)));
    grid.print(format, ListPromoCodesResponse.newBuilder().addAllPromoCodes(codes).build(), out);
  }

  private static List<Cell> row(PromoCode code, Instant now) {
    return Stream.of(
            code.getCode(),
            code.getStorefrontId(),
            code.hasOwner() ? code.getOwner().getCreatorId() : "(the shop's)",
            code.getOwner().getCollaborationId(),
            CodeTexts.state(code, now),
            CodeTexts.validity(code),
            CodeTexts.limits(code),
            CodeTexts.discount(code),
            CodeTexts.policy(code),
            code.getCodeId())
        .map(Cell::text)
        .toList();
  }
}
