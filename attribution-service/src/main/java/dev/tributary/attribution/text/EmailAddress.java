package dev.tributary.attribution.text;

import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * The form in which e-mail addresses are compared: NFKC, without outer spaces, in lower case, and
 * without what follows a plus sign in the local part, which providers deliver to the same mailbox.
 * Google's addresses are without dots in the local part, and of one domain, for the same reason.
 * Strictly a local part is case-sensitive and other servers may tell a plus apart; no provider
 * known does, and taking two persons for one is what an allowed or released hold puts right.
 */
public final class EmailAddress {
  private static final int CHARACTERS_MAX = 320;
  private static final String GMAIL = "gmail.com";
  private static final Set<String> GOOGLES = Set.of(GMAIL, "googlemail.com");

  private EmailAddress() {}

  /** The normal form of a field; the refusal never repeats the address. */
  public static String parse(String field, String value) throws Rejected {
    String address = normal(Fields.requiredText(field, value, CHARACTERS_MAX));
    int at = address.lastIndexOf('@');
    if (at < 1 || at == address.length() - 1 || address.chars().anyMatch(Character::isWhitespace)) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "not an e-mail address (expected: local@domain, at most 320 characters)");
    }
    return address;
  }

  /** The normal form of an address; of a text without @ only case and form change. */
  static String normal(String address) {
    String folded =
        Normalizer.normalize(address, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    int at = folded.lastIndexOf('@');
    if (at < 0) {
      return folded;
    }
    String domain = folded.substring(at + 1);
    String local = withoutTag(folded.substring(0, at));
    return GOOGLES.contains(domain) ? local.replace(".", "") + "@" + GMAIL : local + "@" + domain;
  }

  /** A plus sign at the very beginning is part of the name. */
  private static String withoutTag(String local) {
    int plus = local.indexOf('+');
    return plus > 0 ? local.substring(0, plus) : local;
  }
}
