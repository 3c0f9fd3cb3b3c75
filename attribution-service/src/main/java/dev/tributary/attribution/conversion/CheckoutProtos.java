package dev.tributary.attribution.conversion;

import dev.tributary.attribution.request.SingleLine;
import dev.tributary.attribution.text.EmailAddress;
import dev.tributary.attribution.text.HostName;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.identity.PersonKind;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What was told about checkouts, in the contract and in our records. */
final class CheckoutProtos {
  private static final int EMAILS_MAX = 10;
  private static final int REGION_CHARACTERS_MAX = 16;
  private static final Pattern REGION = Pattern.compile("[A-Z0-9-]+");

  private CheckoutProtos() {}

  /**
   * Parses what a conversion tells about its checkout.
   *
   * @param hasher hides e-mail addresses before anything else sees them
   * @param time when the conversion happened
   */
  static Checkout parse(
      dev.tributary.attribution.v1.Conversion proto,
      String workspace,
      PersonHasher hasher,
      Instant time)
      throws Rejected {
    return new Checkout(
        emails(proto, workspace, hasher),
        startTime(proto, time),
        HostName.parse("referrer_host", proto.getReferrerHost()),
        region(proto.getRegion()));
  }

  /** Adds what is stored and answered: all but the e-mail addresses. */
  static void addTo(dev.tributary.attribution.v1.Conversion.Builder proto, Checkout checkout) {
    checkout.startTime().map(ProtoTimes::toProto).ifPresent(proto::setCheckoutStartTime);
    checkout.referrerHost().ifPresent(proto::setReferrerHost);
    checkout.region().ifPresent(proto::setRegion);
  }

  /** What a stored conversion tells. */
  static Checkout stored(dev.tributary.attribution.v1.Conversion proto) {
    return new Checkout(
        List.of(),
        proto.hasCheckoutStartTime()
            ? Optional.of(ProtoTimes.toInstant(proto.getCheckoutStartTime()))
            : Optional.empty(),
        Optional.of(proto.getReferrerHost()).filter(host -> !host.isEmpty()),
        Optional.of(proto.getRegion()).filter(region -> !region.isEmpty()));
  }

  private static List<PersonKey> emails(
      dev.tributary.attribution.v1.Conversion proto, String workspace, PersonHasher hasher)
      throws Rejected {
    if (proto.getCustomerEmailsCount() > EMAILS_MAX) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          "customer_emails",
          proto.getCustomerEmailsCount() + " addresses (expected: 0-" + EMAILS_MAX + ")");
    }
    Set<PersonKey> keys = new LinkedHashSet<>();
    for (int i = 0; i < proto.getCustomerEmailsCount(); i++) {
      String address = EmailAddress.parse("customer_emails[" + i + "]", proto.getCustomerEmails(i));
      keys.add(hasher.hash(workspace, PersonKind.EMAIL, address));
    }
    return List.copyOf(keys);
  }

  private static Optional<Instant> startTime(
      dev.tributary.attribution.v1.Conversion proto, Instant time) throws Rejected {
    Optional<Instant> start =
        Fields.optionalTime(
            "checkout_start_time", proto.hasCheckoutStartTime(), proto.getCheckoutStartTime());
    if (start.isPresent() && start.get().isAfter(time)) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_TIME_ORDER,
          "checkout_start_time",
          start.get() + " (expected: not after conversion_time, " + time + ")");
    }
    return start;
  }

  private static Optional<String> region(String value) throws Rejected {
    SingleLine.text("region", value, REGION_CHARACTERS_MAX);
    if (!value.isEmpty() && !REGION.matcher(value).matches()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          "region",
          "other characters than accepted (expected: 1-16 of [A-Z0-9-], for example DE)");
    }
    return Optional.of(value).filter(region -> !region.isEmpty());
  }
}
