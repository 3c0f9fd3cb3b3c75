package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.UnattributedReason;
import dev.tributary.attribution.request.Paging;
import dev.tributary.attribution.request.TimeRangeProtos;
import dev.tributary.attribution.v1.ConversionNoteKind;
import dev.tributary.attribution.v1.ListConversionsRequest;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists of conversions, from the contract. */
final class ConversionFilterProtos {
  /** Values that make up a place in the list. */
  private static final int KEY_PARTS = 4;

  private ConversionFilterProtos() {}

  /** Which conversions a request wants. */
  static ConversionFilter parse(ListConversionsRequest request) throws Rejected {
    return new ConversionFilter(
        Fields.optionalId("storefront_id", request.getStorefrontId()),
        TimeRangeProtos.parse("time_range", request.hasTimeRange(), request.getTimeRange()),
        reason(request.getUnattributedReason()),
        note(request.getNote()),
        request.getWithExcessRefund(),
        OrderHoldProtos.parse("hold_state", request.getHoldState()));
  }

  /** Which page a request wants. */
  static Paging paging(ListConversionsRequest request) {
    return Paging.of(request, KEY_PARTS);
  }

  /** The last conversion of the page before. */
  static Optional<Place> after(Paging paging) {
    return paging.after().map(ConversionFilterProtos::place);
  }

  /** The place of a conversion, for a page token. */
  static List<String> key(RecordedConversion recorded) {
    Conversion conversion = recorded.conversion();
    return List.of(
        conversion.time().toString(),
        conversion.key().storefrontId(),
        conversion.key().type().name(),
        conversion.key().orderId());
  }

  private static Place place(List<String> key) {
    try {
      return new Place(
          Instant.parse(key.get(0)),
          new ConversionKey(key.get(1), ConversionType.valueOf(key.get(2)), key.get(3)));
    } catch (DateTimeException | IllegalArgumentException notOurs) {
      throw ApiException.pageTokenMismatch();
    }
  }

  private static Optional<UnattributedReason> reason(
      dev.tributary.attribution.v1.UnattributedReason proto) throws Rejected {
    if (proto == dev.tributary.attribution.v1.UnattributedReason.UNATTRIBUTED_REASON_UNSPECIFIED) {
      return Optional.empty();
    }
    String name = Fields.known("unattributed_reason", proto).name();
    return Optional.of(UnattributedReason.valueOf(name.substring("UNATTRIBUTED_REASON_".length())));
  }

  private static Optional<NoteKind> note(ConversionNoteKind proto) throws Rejected {
    if (proto == ConversionNoteKind.CONVERSION_NOTE_KIND_UNSPECIFIED) {
      return Optional.empty();
    }
    String name = Fields.known("note", proto).name();
    return Optional.of(NoteKind.valueOf(name.substring("CONVERSION_NOTE_KIND_".length())));
  }
}
