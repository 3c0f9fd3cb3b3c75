package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Account;
import dev.tributary.type.v1.Platform;
import java.util.Locale;

/** Accounts as files name them. */
final class Accounts {
  private Accounts() {}

  /** The account of a row: {@code platform}, {@code handle} and, if told, {@code native_id}. */
  static Account of(CsvRow row) throws RowRejected {
    return Account.newBuilder()
        .setPlatform(Cells.name(row, "platform", Platform.class, "PLATFORM_"))
        .setHandle(handle(row.require("handle")))
        .setNativeId(row.get("native_id").orElse(""))
        .build();
  }

  /** An account written as {@code instagram:glowlab}. */
  static Account parse(String field, String text) throws RowRejected {
    int colon = text.indexOf(':');
    String platform = text.substring(0, Math.max(colon, 0)).strip().toUpperCase(Locale.ROOT);
    for (Platform known : Platform.values()) {
      if (known.name().equals("PLATFORM_" + platform) && known != Platform.PLATFORM_UNSPECIFIED) {
        return Account.newBuilder()
            .setPlatform(known)
            .setHandle(handle(text.substring(colon + 1).strip()))
            .build();
      }
    }
    throw RowRejected.malformed(field, text, "platform:handle such as instagram:glowlab");
  }

  private static String handle(String text) {
    return text.startsWith("@") ? text.substring(1) : text;
  }
}
