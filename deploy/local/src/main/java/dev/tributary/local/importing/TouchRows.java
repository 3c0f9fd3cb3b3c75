package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchConsent;
import dev.tributary.attribution.v1.TouchType;
import dev.tributary.attribution.v1.TouchValidity;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of a list of clicks and visits. Without an id a hash of the row is one; persons' ids are not
 * in the hash, since it could be turned back by trying.
 *
 * @param cells reads times in the file's zone
 */
record TouchRows(Cells cells) implements RowTable<Touch> {
  static final List<Field> FIELDS =
      Stream.of(
              List.of(
                  Field.required("time", "when", "2026-05-02T09:30:00Z"),
                  Field.optional("touch_id", "1-64 of A-Z a-z 0-9 . _ : -", "click-1"),
                  Field.optional("type", "click or visit; blank is click with link_id", "click"),
                  Field.optional("link_id", "the link followed", "emily-bio"),
                  Field.optional("visitor_id", "first-party id, kept as a keyed hash", "v-123"),
                  Field.optional("customer_id", "when known, kept as a keyed hash", "c-123")),
              LinkRows.UTM_FIELDS,
              List.of(
                  Field.optional("validity", "bot, preview or internal; blank is a person", ""),
                  Field.optional("test", "true or false", "false"),
                  Field.optional(
                      "consent", "granted or denied; denied keeps no person; blank: not told", "")))
          .flatMap(List::stream)
          .toList();

  @Override
  public Touch parse(CsvRow row) throws RowRejected {
    Touch.Builder touch =
        Touch.newBuilder()
            .setType(type(row))
            .setEventTime(ProtoTimes.toProto(cells.time(row, "time")))
            .setLinkId(row.get("link_id").orElse(""))
            .setUtm(LinkRows.utm(row))
            .setTest(Cells.truth(row, "test"));
    if (row.get("validity").isPresent()) {
      touch.setValidity(Cells.name(row, "validity", TouchValidity.class, "TOUCH_VALIDITY_"));
    }
    if (row.get("consent").isPresent()) {
      touch.setConsent(Cells.name(row, "consent", TouchConsent.class, "TOUCH_CONSENT_"));
    }
    String id = row.get("touch_id").orElse(Ids.of(touch.build()));
    return touch
        .setTouchId(id)
        .setVisitorId(row.get("visitor_id").orElse(""))
        .setCustomerId(row.get("customer_id").orElse(""))
        .build();
  }

  private static TouchType type(CsvRow row) throws RowRejected {
    if (row.get("type").isPresent()) {
      return Cells.name(row, "type", TouchType.class, "TOUCH_TYPE_");
    }
    return row.get("link_id").isPresent() ? TouchType.TOUCH_TYPE_CLICK : TouchType.TOUCH_TYPE_VISIT;
  }
}
