package dev.tributary.attribution.conversion;

import dev.tributary.attribution.batch.Content;
import dev.tributary.attribution.credit.Components;
import dev.tributary.attribution.credit.PostingKind;
import dev.tributary.attribution.credit.RefundClaim;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.Optional;

/**
 * Money given back.
 *
 * @param key the order
 * @param id idempotency key among the order's refunds
 * @param kind why
 * @param time when
 * @param currency currency of the components; empty for goals without amount
 * @param components what was given back; nothing for a cancellation or a reversal
 * @param reversedId for a reversal the chargeback that it takes back; empty otherwise
 */
public record Refund(
    ConversionKey key,
    String id,
    RefundKind kind,
    Instant time,
    String currency,
    Components components,
    String reversedId)
    implements Change {

  @Override
  public Content content() {
    Content.Builder content =
        Content.builder()
            .text("kind", kind.name())
            .time("refund_time", time)
            .text("currency_code", currency)
            .text("reversed_refund_id", reversedId);
    components
        .minor()
        .forEach(
            (component, minor) ->
                content.text("components." + component.fieldName(), Long.toString(minor)));
    return content.build();
  }

  @Override
  public Optional<Rejected> misfit(Standing standing) {
    return standing
        .otherCurrency(currency)
        .or(() -> kind == RefundKind.REVERSAL ? nothingToReverse(standing) : belowZero(standing));
  }

  @Override
  public Standing after(Standing standing) {
    if (kind == RefundKind.REVERSAL) {
      return standing.isChargeback(reversedId)
          ? standing.reversed(this)
          : standing.waitingFor(this);
    }
    RefundClaim claim =
        kind == RefundKind.CANCEL
            ? RefundClaim.all(id)
            : RefundClaim.part(id, standing.baseOf(components));
    return standing.refunded(this, claim);
  }

  @Override
  public RevisionReason reason() {
    return RevisionReason.REFUNDED;
  }

  @Override
  public PostingKind postingKind() {
    return PostingKind.REFUND;
  }

  private Optional<Rejected> nothingToReverse(Standing standing) {
    boolean mayCome = !standing.isThere(reversedId) && !standing.isAwaited(reversedId);
    boolean isOpen = standing.isChargeback(reversedId) && !standing.isReversed(reversedId);
    return mayCome || isOpen
        ? Optional.empty()
        : Optional.of(
            new Rejected(
                ErrorReason.ERROR_REASON_OUT_OF_RANGE,
                "reversed_refund_id",
                "\"%s\" (expected: a chargeback of this order that no other reversal names)"
                    .formatted(reversedId)));
  }

  /**
   * Prices include tax as the order's do: a refund of tax alone has to name the items that it was
   * part of.
   */
  private Optional<Rejected> belowZero(Standing standing) {
    long base = standing.baseOf(components);
    return base < 0
        ? Optional.of(
            new Rejected(
                ErrorReason.ERROR_REASON_OUT_OF_RANGE,
                "components",
                "have a base of "
                    + base
                    + " (expected: 0 or more; items less discount, less tax where the order's"
                    + " prices include it)"))
        : Optional.empty();
  }
}
