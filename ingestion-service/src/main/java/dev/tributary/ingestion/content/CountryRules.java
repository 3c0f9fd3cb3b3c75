package dev.tributary.ingestion.content;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.HashSet;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules of country codes. */
public final class CountryRules {
  /** Kosovo: not in the standard, yet every platform reports it under this user-assigned code. */
  private static final String KOSOVO = "XK";

  private static final Pattern FORM = Pattern.compile("[A-Z]{2}");
  private static final Set<String> KNOWN = known();

  private CountryRules() {}

  /** An ISO 3166-1 alpha-2 code in upper case. */
  public static void check(String field, String code) throws Rejected {
    if (!KNOWN.contains(code)) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          (FORM.matcher(code).matches() ? "\"" + code + "\"" : code.length() + " characters")
              + " (expected: an ISO 3166-1 alpha-2 code in upper case, for example SE)");
    }
  }

  private static Set<String> known() {
    var known = new HashSet<>(Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2));
    known.add(KOSOVO);
    return Set.copyOf(known);
  }
}
