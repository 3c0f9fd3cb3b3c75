package dev.tributary.attribution.conversion;

import dev.tributary.attribution.batch.Content;
import dev.tributary.attribution.credit.Component;
import dev.tributary.attribution.credit.ComponentChanges;
import dev.tributary.attribution.credit.Components;
import dev.tributary.attribution.credit.PostingKind;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.Optional;

/**
 * A signed change of an order.
 *
 * @param key the order
 * @param id idempotency key among the order's amendments
 * @param time when the order changed
 * @param currency currency of the changes
 * @param changes what changed
 */
public record Amendment(
    ConversionKey key, String id, Instant time, String currency, ComponentChanges changes)
    implements Change {

  @Override
  public Content content() {
    Content.Builder content =
        Content.builder().time("amendment_time", time).text("currency_code", currency);
    changes
        .minor()
        .forEach(
            (component, minor) ->
                content.text("changes." + component.fieldName(), Long.toString(minor)));
    return content.build();
  }

  @Override
  public Optional<Rejected> misfit(Standing standing) {
    return standing.otherCurrency(currency).or(() -> outOfRange(standing));
  }

  @Override
  public Standing after(Standing standing) {
    return standing.amended(this);
  }

  @Override
  public RevisionReason reason() {
    return RevisionReason.AMENDED;
  }

  @Override
  public PostingKind postingKind() {
    return PostingKind.AMENDMENT;
  }

  private Optional<Rejected> outOfRange(Standing standing) {
    Components before = standing.components();
    Optional<Component> component = changes.firstMisfit(before);
    if (component.isPresent()) {
      String field = "changes." + component.get().fieldName();
      return refused(
          field,
          "leaves %d (expected: 0-%d)"
              .formatted(changes.after(before, component.get()), Components.MINOR_MAX));
    }
    long base = standing.baseOf(before.changedBy(changes));
    return base < 0
        ? refused("changes", "leave a base of " + base + " (expected: 0 or more)")
        : Optional.empty();
  }

  private static Optional<Rejected> refused(String field, String message) {
    return Optional.of(new Rejected(ErrorReason.ERROR_REASON_OUT_OF_RANGE, field, message));
  }
}
