package dev.tributary.attribution.hold;

import dev.tributary.attribution.text.EmailAddress;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.type.v1.ErrorReason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** As whom creators shop, from the contract. */
final class IdentityProtos {
  private static final int IDS_MAX = 100;

  private final String workspace;
  private final PersonHasher hasher;

  /**
   * Parses identities of one call.
   *
   * @param hasher hides persons before anything else sees them
   */
  IdentityProtos(String workspace, PersonHasher hasher) {
    this.workspace = workspace;
    this.hasher = hasher;
  }

  /** What an item tells about a creator. */
  CreatorIdentities.Named parse(dev.tributary.attribution.v1.CreatorIdentities proto)
      throws Rejected {
    String creatorId = Fields.id("creator_id", proto.getCreatorId());
    int count = proto.getCustomerIdsCount() + proto.getEmailsCount() + proto.getVisitorIdsCount();
    if (count > IDS_MAX) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          "customer_ids",
          count + " ids with emails and visitor_ids (expected: 0-" + IDS_MAX + ")");
    }
    Set<Identity> identities = new HashSet<>();
    add(identities, "customer_ids", IdentityKind.CUSTOMER, proto.getCustomerIdsList());
    add(identities, "emails", IdentityKind.EMAIL, proto.getEmailsList());
    add(identities, "visitor_ids", IdentityKind.VISITOR, proto.getVisitorIdsList());
    return new CreatorIdentities.Named(creatorId, identities);
  }

  private void add(Set<Identity> identities, String field, IdentityKind kind, List<String> values)
      throws Rejected {
    for (int i = 0; i < values.size(); i++) {
      String at = field + "[" + i + "]";
      String value =
          kind == IdentityKind.EMAIL
              ? EmailAddress.parse(at, values.get(i))
              : Fields.foreignId(at, values.get(i));
      identities.add(new Identity(kind, hasher.hash(workspace, kind.hashedAs(), value)));
    }
  }
}
