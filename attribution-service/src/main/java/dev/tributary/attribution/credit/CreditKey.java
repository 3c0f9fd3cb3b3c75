package dev.tributary.attribution.credit;

import dev.tributary.attribution.owner.Owner;
import java.util.Optional;

/**
 * Who is credited, and by what. Ids that do not apply are empty texts.
 *
 * @param source by what
 * @param owner who; empty for UNATTRIBUTED
 * @param codeId the code, for CODE
 * @param linkId the link, for LINK
 * @param touchId the touch that followed it, for LINK
 */
public record CreditKey(
    CreditSource source, Optional<Owner> owner, String codeId, String linkId, String touchId) {
  /** Nobody's credit, so that the credits of a conversion always add up to the whole. */
  public static final CreditKey UNATTRIBUTED =
      new CreditKey(CreditSource.UNATTRIBUTED, Optional.empty(), "", "", "");

  /**
   * Refuses credit without owner, and an owner of nobody's credit, with {@link
   * IllegalArgumentException}.
   */
  public CreditKey {
    if (owner.isPresent() == (source == CreditSource.UNATTRIBUTED)) {
      throw new IllegalArgumentException("owner: " + owner + " of credit by " + source);
    }
  }

  /** Credit by a code. */
  public static CreditKey byCode(Owner owner, String codeId) {
    return new CreditKey(CreditSource.CODE, Optional.of(owner), codeId, "", "");
  }

  /** Credit by a link that was followed. */
  public static CreditKey byLink(Owner owner, String linkId, String touchId) {
    return new CreditKey(CreditSource.LINK, Optional.of(owner), "", linkId, touchId);
  }
}
