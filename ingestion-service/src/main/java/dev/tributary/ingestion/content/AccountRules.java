package dev.tributary.ingestion.content;

import dev.tributary.ingestion.v1.Account;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Platform;
import java.util.List;

/** Rules of accounts on platforms. */
public final class AccountRules {
  private static final int ACCOUNTS_MAX = 50;

  private AccountRules() {}

  /** A known platform, a handle without "@", and the platform's own id if there is one. */
  public static void check(Account account) throws Rejected {
    checkName(account.getPlatform(), account.getHandle());
    Fields.optionalForeignId("native_id", account.getNativeId());
  }

  /** The same for an account that is a field: refusals name the path. */
  public static void checkAt(String field, Account account) throws Rejected {
    try {
      check(account);
    } catch (Rejected refusal) {
      throw refusal.withPrefix(field);
    }
  }

  /** What an account is known by: a platform and a handle on it. */
  public static void checkName(Platform platform, String handle) throws Rejected {
    Fields.known("platform", platform);
    checkHandle("handle", Fields.foreignId("handle", handle));
  }

  /** A handle as we know it has no "@". */
  public static void checkHandle(String field, String handle) throws Rejected {
    if (handle.startsWith("@")) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "begins with \"@\" (expected: the handle without it)");
    }
  }

  /** At most {@value #ACCOUNTS_MAX} accounts; (platform, handle) occurs once. */
  public static void checkAll(String field, List<Account> accounts) throws Rejected {
    Repeated.each(field, accounts, ACCOUNTS_MAX, AccountRules::check);
    Repeated.unique(
        field, accounts, "handle", account -> List.of(account.getPlatform(), account.getHandle()));
  }
}
